package heed.serve.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may ask. With a token: whoever shows it. Without one only this machine can reach the service,
 * but so can the pages in its browser: they are kept out by their names.
 */
record Guard(HttpOptions options) {

  private static final String BEARER = "Bearer ";
  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /**
   * Lets a request pass.
   *
   * @throws Refusal if it may not
   */
  void require(Request request, boolean open) {
    if (options.token().isEmpty()) {
      requireOwnName(Request.getServerName(request), "is asked for");
    } else if (!open) {
      requireToken(request, options.token().get());
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !origin.endsWith("//" + authority(request))) {
      throw new Refusal(403, "pages of " + origin + " may not ask this service");
    }
  }

  /** A name that a stranger's page has pointed at this machine is not ours. */
  private static void requireOwnName(String name, String how) {
    if (!OWN_NAMES.contains(name)) {
      throw new Refusal(
          403, "this service listens as 127.0.0.1 or localhost; it " + how + " as " + name);
    }
  }

  private static String authority(Request request) {
    HttpField host = request.getHeaders().getField(HttpHeader.HOST);
    return host == null ? "" : host.getValue();
  }

  private static void requireToken(Request request, String token) {
    String shown = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    byte[] expected = (BEARER + token).getBytes(StandardCharsets.UTF_8);
    // Takes the same time wherever the difference is.
    if (shown == null || !MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))) {
      throw new Refusal(401, "show the token of this service: Authorization: Bearer TOKEN");
    }
  }
}
