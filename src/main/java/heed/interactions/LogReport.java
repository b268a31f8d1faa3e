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
    int[] ofUser = sortedCounts(log.users());
    int[] ofItem = sortedCounts(log.items());
    List<Finding> findings = new ArrayList<>();
    findings.add(size(log, ofUser, ofItem));
    findings.add(period(log));
    findings.add(badRows(log));
    findings.add(repeats(log.users(), log.items()));
    findings.add(ties(log));
    findings.add(histories(ofUser));
    findings.add(longTail(log, ofItem));
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
    Instant first =
        Instant.ofEpochMilli(IntStream.range(0, log.size()).mapToLong(log::time).min().orElse(0));
    Instant last =
        Instant.ofEpochMilli(IntStream.range(0, log.size()).mapToLong(log::time).max().orElse(0));
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

  private static Finding repeats(Ids users, Ids items) {
    Set<Long> pairs = new HashSet<>();
    int repeats = 0;
    for (int row = 0; row < users.size(); row++) {
      repeats += pairs.add(((long) users.code(row) << 32) | items.code(row)) ? 0 : 1;
    }
    return new Finding(
        "repeated pairs",
        repeats == 0
            ? "none: nobody meets an item twice"
            : String.format(
                "%,d events (%.1f%%) repeat a user's earlier item",
                repeats, 100.0 * repeats / users.size()),
        repeats == 0 ? "seen items can be left out of a recommendation" : "");
  }

  private static Finding ties(Interactions log) {
    Set<List<Object>> seen = new HashSet<>();
    Set<List<Object>> tied = new HashSet<>();
    for (int row = 0; row < log.size(); row++) {
      List<Object> moment = List.of(log.users().code(row), log.time(row));
      if (!seen.add(moment)) {
        tied.add(moment);
      }
    }
    long rows =
        IntStream.range(0, log.size())
            .filter(row -> tied.contains(List.<Object>of(log.users().code(row), log.time(row))))
            .count();
    return new Finding(
        "ties in time",
        rows == 0
            ? "none"
            : String.format(
                "%,d events (%.0f%%) share their user and moment with another",
                rows, 100.0 * rows / log.size()),
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

  private static Finding longTail(Interactions log, int[] ofItem) {
    long single = Arrays.stream(ofItem).filter(count -> count == 1).count();
    Ids items = log.items();
    boolean[] kept = new Core(ADVISED_CORE).keep(log.users(), items);
    long itemsLeft =
        IntStream.range(0, kept.length)
            .filter(row -> kept[row])
            .map(items::code)
            .distinct()
            .count();
    return new Finding(
        "long tail",
        String.format("%,d of %,d items have one event", single, ofItem.length),
        String.format("a %d-core keeps %,d items", ADVISED_CORE, itemsLeft));
  }

  private static int[] sortedCounts(Ids ids) {
    int[] counts = ids.counts();
    Arrays.sort(counts);
    return counts;
  }
}
