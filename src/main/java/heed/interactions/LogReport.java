package heed.interactions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is in a log and what is wrong with it.
 *
 * @param findings the rows of the report, most basic first
 * @param eventsOfUsers how many events each user has, ascending
 */
public record LogReport(List<Finding> findings, int[] eventsOfUsers) {

  /** The core that is advised: below five events neither a user nor an item can be learnt. */
  private static final int ADVISED_CORE = 5;

  public LogReport {
    findings = List.copyOf(findings);
    eventsOfUsers = eventsOfUsers.clone();
  }

  @Override
  public int[] eventsOfUsers() {
    return eventsOfUsers.clone();
  }

  static LogReport of(Interactions log) {
    int[] users = Interactions.codes(log.users());
    int[] items = Interactions.codes(log.items());
    int[] ofUser = sortedCounts(users);
    int[] ofItem = sortedCounts(items);
    List<Finding> findings = new ArrayList<>();
    findings.add(size(log, ofUser, ofItem));
    findings.add(period(log));
    findings.add(badRows(log));
    findings.add(repeats(users, items));
    findings.add(ties(log, users));
    findings.add(histories(ofUser));
    findings.add(longTail(users, items, ofItem));
    return new LogReport(findings, ofUser);
  }

  private static Finding size(Interactions log, int[] ofUser, int[] ofItem) {
    double density = (double) log.size() / ((double) ofUser.length * ofItem.length);
    return new Finding(
        "size",
        String.format(
            "%,d events of %,d users with %,d items, %.2f%% of all pairs",
            log.size(), ofUser.length, ofItem.length, 100 * density),
        "");
  }

  private static Finding period(Interactions log) {
    Instant first = log.times().min();
    Instant last = log.times().max();
    return new Finding(
        "period",
        first.atZone(ZoneOffset.UTC).toLocalDate()
            + " to "
            + last.atZone(ZoneOffset.UTC).toLocalDate(),
        "");
  }

  private static Finding badRows(Interactions log) {
    int bad = log.badRows().size();
    return new Finding(
        "bad rows",
        bad == 0 ? "none" : String.format("%,d left out, first %s", bad, log.badRows().get(0)),
        bad == 0 ? "" : "log.badRows() lists them");
  }

  private static Finding repeats(int[] users, int[] items) {
    Set<Long> pairs = new HashSet<>();
    int repeats = 0;
    for (int i = 0; i < users.length; i++) {
      repeats += pairs.add(((long) users[i] << 32) | items[i]) ? 0 : 1;
    }
    return new Finding(
        "repeated pairs",
        repeats == 0
            ? "none: nobody meets an item twice"
            : String.format(
                "%,d events (%.1f%%) repeat a user's earlier item",
                repeats, 100.0 * repeats / users.length),
        repeats == 0 ? "seen items can be left out of a recommendation" : "");
  }

  private static Finding ties(Interactions log, int[] users) {
    Set<List<Object>> seen = new HashSet<>();
    Set<List<Object>> tied = new HashSet<>();
    for (int i = 0; i < users.length; i++) {
      List<Object> moment = List.of(users[i], log.times().get(i));
      if (!seen.add(moment)) {
        tied.add(moment);
      }
    }
    long rows =
        IntStream.range(0, users.length)
            .filter(i -> tied.contains(List.<Object>of(users[i], log.times().get(i))))
            .count();
    return new Finding(
        "ties in time",
        rows == 0
            ? "none"
            : String.format(
                "%,d events (%.0f%%) share their user and moment with another",
                rows, 100.0 * rows / users.length),
        rows == 0 ? "" : "their order is unknown: it is drawn by a seed, not taken from the file");
  }

  private static Finding histories(int[] ofUser) {
    return new Finding(
        "history lengths",
        String.format(
            "%,d to %,d events, half of the users below %,d",
            ofUser[0], ofUser[ofUser.length - 1], ofUser[ofUser.length / 2]),
        ofUser[0] < 3 ? "users with fewer than 3 events can be trained on, but not tested" : "");
  }

  private static Finding longTail(int[] users, int[] items, int[] ofItem) {
    long single = Arrays.stream(ofItem).filter(count -> count == 1).count();
    boolean[] kept = KCore.keep(users, items, ADVISED_CORE);
    long itemsLeft =
        IntStream.range(0, items.length).filter(i -> kept[i]).map(i -> items[i]).distinct().count();
    return new Finding(
        "long tail",
        String.format("%,d of %,d items have one event", single, ofItem.length),
        String.format("a %d-core keeps %,d items", ADVISED_CORE, itemsLeft));
  }

  private static int[] sortedCounts(int[] codes) {
    int[] counts = new int[Arrays.stream(codes).max().orElse(-1) + 1];
    for (int code : codes) {
      counts[code]++;
    }
    Arrays.sort(counts);
    return counts;
  }
}
