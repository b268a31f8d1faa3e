package heed.serve;

import heed.recommend.Seen;
import heed.recommend.rule.Rule;
import heed.recommend.rule.Rules;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One question to a service. It names items and users by their ids, so that it outlives a change of
 * models.
 *
 * @param subject whom the list is for
 * @param k how many items, at least 1
 * @param seen whether items of the history may be recommended again
 * @param rules what is asked beside fit, in addition to the model's own rules
 * @param unknown what becomes of items that the catalogue lacks
 * @param detail what to tell beside the list
 * @param deadline how long an answer is of use; the service's own if there is none
 */
public record Request(
    Subject subject,
    int k,
    Seen seen,
    Rules rules,
    UnknownItems unknown,
    Detail detail,
    Optional<Duration> deadline) {

  private static final int USUAL_LENGTH = 10;

  public Request {
    if (k < 1) {
      throw new IllegalArgumentException("a list holds at least 1 item, asked for " + k);
    }
    if (deadline.isPresent() && (deadline.get().isZero() || deadline.get().isNegative())) {
      throw new IllegalArgumentException(
          "a deadline is some time from now, found " + deadline.get());
    }
  }

  private static Request of(Subject subject) {
    return new Request(
        subject,
        USUAL_LENGTH,
        Seen.EXCLUDED,
        Rules.none(),
        UnknownItems.IGNORED,
        Detail.NONE,
        Optional.empty());
  }

  /** For somebody who met these items, oldest first. */
  public static Request of(String... items) {
    return of(Subject.OfHistory.of(Arrays.asList(items)));
  }

  /** For somebody with these events, oldest first. */
  public static Request of(List<Event> events) {
    return of(new Subject.OfHistory(events));
  }

  /** For a user whose history the service knows. */
  public static Request ofUser(String user) {
    return of(new Subject.OfUser(user));
  }

  /** More like this item. */
  public static Request likeItem(String item) {
    return of(new Subject.LikeItem(item));
  }

  public Request withK(int k) {
    return new Request(subject, k, seen, rules, unknown, detail, deadline);
  }

  public Request withSeen(Seen seen) {
    return new Request(subject, k, seen, rules, unknown, detail, deadline);
  }

  /** Instead of those it had. */
  public Request withRules(Rule... rules) {
    return new Request(subject, k, seen, Rules.of(rules), unknown, detail, deadline);
  }

  public Request withUnknown(UnknownItems unknown) {
    return new Request(subject, k, seen, rules, unknown, detail, deadline);
  }

  public Request withDetail(Detail detail) {
    return new Request(subject, k, seen, rules, unknown, detail, deadline);
  }

  public Request withDeadline(Duration deadline) {
    return new Request(subject, k, seen, rules, unknown, detail, Optional.of(deadline));
  }
}
