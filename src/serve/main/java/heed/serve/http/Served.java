package heed.serve.http;

import heed.recommend.rule.Blocklist;
import heed.serve.Service;
import heed.serve.live.LiveUsers;
import java.util.Optional;

/**
 * What is reached over HTTP. All of it stays its maker's to close, behind the {@link HttpService}.
 *
 * @param service who answers
 * @param users whose clicks are posted; the service asks the same
 * @param blocklist what posted ids are blocked by; a rule of the service's model
 * @param bundles which the service may change to, if it was made of bundles
 */
public record Served(
    Service service, LiveUsers users, Blocklist blocklist, Optional<Bundles> bundles) {}
