package heed.report;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Severity;
import heed.preparation.BotLimits;
import heed.preparation.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * What is in a log and what is wrong with it.
 *
 * <p>It takes time proportional to n log n for n events, and no more than 65 bytes an event beside
 * the log while it is made (measured: 20 million planted events, which hold 610 MB, in a heap of
 * 1,900 MB); what it holds in the end is small however large the log.
 *
 * @param findings the rows of the report, most basic first
 * @param ofUsers how many users have how many events
 * @param ofItems how many items have how many events
 * @param overTime what changes with time
 * @param values how many events have which value, by bars; empty if the log has no values
 */
public record LogReport(
    List<Finding> findings,
    Frequencies ofUsers,
    Frequencies ofItems,
    OverTime overTime,
    List<Bar> values) {

  private static final int PERIODS = 10;

  /** Of the random deals that drift is held against: the same log gives the same report. */
  private static final long SEED = 1;

  /** Seventy million years: the difference of any two is a number, and so is the year of each. */
  private static final long FARTHEST = Long.MAX_VALUE / 4;

  public LogReport {
    findings = List.copyOf(findings);
    values = List.copyOf(values);
  }

  public static LogReport of(Interactions log) {
    EventColumns events = log.events();
    Frequencies ofUsers = Frequencies.of(log.users().counts());
    Frequencies ofItems = Frequencies.of(log.items().counts());
    List<Finding> findings = new ArrayList<>();
    findings.add(Basics.size(log.size(), (int) ofUsers.size(), (int) ofItems.size()));
    findings.add(Basics.badRows(log.badRows(), log.size()));
    Suspects.reading(log.reading()).ifPresent(findings::add);
    Suspects.giant(log.users()).ifPresent(findings::add);
    findings.add(Missing.values(events.values()));
    Missing.types(events.types()).ifPresent(findings::add);
    Missing.sessions(events.sessions()).ifPresent(findings::add);
    Missing.attributes("item attributes", "log.itemMatch()", log.itemMatch())
        .ifPresent(findings::add);
    Missing.attributes("user attributes", "log.userMatch()", log.userMatch())
        .ifPresent(findings::add);
    addRepeats(findings, events);
    double[] values = ValueSpread.ascending(events.values());
    List<Bar> bars = ValueSpread.of(values);
    ValueSpread.finding(values, bars).ifPresent(findings::add);
    boolean levels = !bars.isEmpty() && bars.get(0).from() == bars.get(0).to();
    Outliers.values(events.values(), values, levels).ifPresent(findings::add);
    check();
    findings.add(LongTail.lengths(ofUsers));
    findings.add(LongTail.popularity(ofItems));
    findings.add(LongTail.singles(events.users(), events.items(), ofItems));
    OverTime overTime = addTimes(findings, log);
    return new LogReport(findings, ofUsers, ofItems, overTime, bars);
  }

  /** Between measures, so that a stop is answered soon, and met. */
  private static void check() {
    if (Thread.interrupted()) {
      throw new CancellationException("the report was stopped before it was complete");
    }
  }

  private static void addRepeats(List<Finding> findings, EventColumns events) {
    Repeats repeats = Repeats.of(events);
    findings.add(repeats.duplicateRows());
    findings.add(repeats.repeatedPairs());
  }

  private static OverTime addTimes(List<Finding> findings, Interactions log) {
    EventColumns events = log.events();
    check();
    long[] times = representable(events.times());
    long[] ascending = times.clone();
    Arrays.parallelSort(ascending);
    Suspects.times(log.hasTimes(), ascending).ifPresent(findings::add);
    findings.add(Basics.period(ascending));
    findings.add(EventCalendar.silence(ascending));
    EventTimes moments = EventTimes.of(events.users(), times);
    findings.add(TimeTies.of(moments).finding());
    findings.add(RowOrder.of(events.users(), events.items(), times).finding());
    check();
    BotLimits limits = (BotLimits) Steps.withoutBots().fitted(log);
    findings.add(Outliers.lengths(events.users().counts(), limits));
    findings.add(Outliers.rates(moments, limits));
    Visits visits = Visits.of(moments);
    findings.add(visits.finding(events.sessions(), events.size()));
    check();
    Periods periods = Periods.of(ascending, PERIODS);
    byte[] periodOf = periods.of(times);
    List<Period> cold =
        NewcomerCheck.of(events.users(), events.items(), ascending, periods, periodOf);
    findings.add(NewcomerCheck.users(cold));
    findings.add(NewcomerCheck.items(cold));
    check();
    Drift drift = Drift.of(events.users(), events.items(), periods, periodOf, SEED);
    findings.add(drift.finding());
    return new OverTime(EventCalendar.of(ascending), visits.gaps(), cold, drift.shifts());
  }

  /** The times as they are, unless some are so far from 1970 that no calendar goes there. */
  private static long[] representable(long[] times) {
    boolean all = true;
    for (long time : times) {
      all &= time >= -FARTHEST && time <= FARTHEST;
    }
    return all
        ? times
        : Arrays.stream(times).map(time -> Math.max(-FARTHEST, Math.min(FARTHEST, time))).toArray();
  }

  /** How many findings are of a severity. */
  public long count(Severity severity) {
    return findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many findings ask for something, in a line. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "What is in the log: %d %s to act on (warn), %d to know (note), %d fine",
        count(Severity.WARN),
        count(Severity.WARN) == 1 ? "finding" : "findings",
        count(Severity.NOTE),
        count(Severity.FINE));
  }

  /** The findings one below the other. */
  @Override
  public String toString() {
    return findings.stream()
        .map(Finding::toString)
        .collect(Collectors.joining("\n", summary() + "\n", ""));
  }
}
