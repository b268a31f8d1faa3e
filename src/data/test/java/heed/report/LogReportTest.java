package heed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.log.EventColumns;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.Origin;
import heed.log.Severity;
import heed.log.TinyLog;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LogReportTest {

  /** A one by itself before a word in the plural. */
  private static final Pattern ONE_OF_MANY =
      Pattern.compile("(?<![\\d.,=\\-])1 (?:bad |training )?(?!was|is|has|fewer)[a-z]+s\\b");

  @Test
  void gini_and_the_top_are_as_counted_by_hand() {
    Frequencies equal = Frequencies.of(new int[] {3, 3, 3, 3});
    assertThat(equal.gini()).isCloseTo(0, within(1e-12));
    Frequencies one = Frequencies.of(new int[] {1, 1, 1, 7});
    // Mean absolute difference over twice the mean: (6 pairs of 6, twice) / 16 / (2 * 2.5).
    assertThat(one.gini()).isCloseTo(6.0 * 6 / 16 / 5, within(1e-12));
    assertThat(one.shareOfTop(0.25)).isCloseTo(0.7, within(1e-12));
    assertThat(one.quantile(0.5)).isEqualTo(1);
    assertThat(one.below(2)).isEqualTo(3);
  }

  @Test
  void the_divergence_is_0_for_equal_shares_1_for_disjoint_ones_and_known_between() {
    assertThat(JensenShannon.divergence(new int[] {1, 2}, new int[] {2, 4}))
        .isCloseTo(0, within(1e-12));
    assertThat(JensenShannon.divergence(new int[] {1, 0}, new int[] {0, 9}))
        .isCloseTo(1, within(1e-12));
    // p = (1, 0), q = (1/2, 1/2), m = (3/4, 1/4): (log2(4/3) + log2(2/3) / 2 + 1/2) / 2.
    assertThat(JensenShannon.divergence(new int[] {1, 0}, new int[] {1, 1}))
        .isCloseTo(0.311278124459133, within(1e-12));
  }

  @Test
  void the_robust_scale_is_that_of_iglewicz_and_hoaglin() {
    RobustScale scale = RobustScale.of(new double[] {1, 2, 3, 4, 100});
    assertThat(scale.median()).isEqualTo(3);
    assertThat(scale.z(100)).isCloseTo(0.6744897501960817 * 97, within(1e-9));
    RobustScale mostlyEqual = RobustScale.of(new double[] {1, 1, 1, 5});
    assertThat(mostlyEqual.z(5)).isCloseTo(4 / 1.2533141373155001, within(1e-9));
    assertThat(RobustScale.of(new double[] {2, 2}).z(9)).isZero();
  }

  @Test
  void duplicates_repeats_and_ties_are_told_apart() {
    Ids users = Ids.of(List.of("a", "a", "a", "a", "b"));
    Ids items = Ids.of(List.of("x", "x", "x", "y", "x"));
    long[] times = {5, 5, 9, 9, 5};
    double[] none = new double[5];
    EventColumns events =
        new EventColumns(users, items, times, none, Optional.empty(), Optional.empty());
    assertThat(Repeats.of(events)).isEqualTo(new Repeats(1, 2, 5));
    Optional<Ids> types = Optional.of(Ids.of(List.of("view", "buy", "buy", "buy", "buy")));
    assertThat(Repeats.of(new EventColumns(users, items, times, none, types, Optional.empty())))
        .isEqualTo(new Repeats(0, 2, 5));
    assertThat(TimeTies.of(EventTimes.of(users, times))).isEqualTo(new TimeTies(4, 2, 5));
  }

  @Test
  void periods_never_part_a_moment() {
    assertThat(Periods.of(new long[] {1, 1, 1, 1, 2, 3}, 3).starts()).containsExactly(1, 2);
    assertThat(Periods.of(new long[] {7, 7}, 10).starts()).containsExactly(7);
  }

  @Test
  void drift_is_seen_where_it_is_planted_and_not_where_it_is_not() {
    assertThat(planted(0).beyondChance()).isFalse();
    assertThat(planted(20).beyondChance()).isTrue();
  }

  /** Users with one to three events each; the items on offer move on by a step each tenth. */
  private static Drift planted(int step) {
    int rows = 4_000;
    SplittableRandom random = new SplittableRandom(7);
    String[] users = new String[rows];
    String[] items = new String[rows];
    long[] times = new long[rows];
    for (int row = 0; row < rows; row++) {
      users[row] = "u" + row / 2;
      items[row] = "i" + (random.nextInt(100) + step * (row / 400));
      times[row] = row;
    }
    Periods periods = Periods.of(times, 10);
    return Drift.of(Ids.of(List.of(users)), Ids.of(List.of(items)), periods, periods.of(times), 1);
  }

  @Test
  void odd_logs_are_reported_without_a_failure() {
    assertReported(log("a", "x", 0));
    assertReported(log("a,a,a", "x,y,z", 1, 2, 3));
    assertReported(log("a,b,c", "x,y,z", 4, 4, 4));
    assertReported(log("a,a", "x,x", Long.MIN_VALUE / 4, Long.MAX_VALUE / 4));
    assertReported(log("a,a", "x,x", Long.MIN_VALUE, Long.MAX_VALUE));
    assertReported(log("a,a,b", "x,x,y", Long.MIN_VALUE, 0, Long.MAX_VALUE));
    assertReported(log("a,b", "x,x", 0, 4_000_000_000_000L));
  }

  @Test
  void what_there_is_one_of_is_told_as_one() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300; i++) {
      int rows = 1 + random.nextInt(12);
      int names = 1 + random.nextInt(6);
      long[] times = new long[rows];
      StringJoiner users = new StringJoiner(",");
      StringJoiner items = new StringJoiner(",");
      for (int row = 0; row < rows; row++) {
        times[row] = 1_600_000_000_000L + 20_000L * random.nextInt(1 << random.nextInt(20));
        users.add("u" + random.nextInt(names));
        items.add("i" + random.nextInt(names));
      }
      assertReported(log(users.toString(), items.toString(), times));
    }
  }

  private static void assertReported(Interactions log) {
    LogReport report = LogReport.of(log);
    assertThat(report.findings()).hasSizeGreaterThan(10);
    assertThat(report.toString()).doesNotContain("NaN", "null").doesNotContainPattern(ONE_OF_MANY);
    assertThat(report.overTime().calendar().stream().mapToInt(Bar::count).sum())
        .isEqualTo(log.size());
  }

  private static Interactions log(String users, String items, long... times) {
    double[] values = new double[times.length];
    Arrays.fill(values, Double.NaN);
    EventColumns events =
        new EventColumns(
            Ids.of(List.of(users.split(",", -1))),
            Ids.of(List.of(items.split(",", -1))),
            times,
            values,
            Optional.empty(),
            Optional.empty());
    return Interactions.of(new Origin("odd", List.of(), List.of()), events);
  }

  @Test
  void the_report_and_the_step_agree_on_who_is_a_bot() {
    String[] rows = new String[140];
    for (int i = 0; i < rows.length; i++) { // Of a 70 events within a minute, of ten others 7 each.
      rows[i] = i < 70 ? "a " + i + " 100." + (i + 10) : "u" + i % 10 + " 1 " + (1_000 * i + 7);
    }
    Interactions log = TinyLog.of(rows);
    assertThat(finding(log, "fast users").found()).startsWith("1 user had 70 or more");
    Interactions prepared = log.prepared(Steps.withoutBots());
    assertThat(prepared.size()).isEqualTo(70);
    assertThat(finding(prepared, "fast users").severity()).isEqualTo(Severity.FINE);
  }

  @Test
  void missing_types_and_sessions_are_counted_and_ratings_are_never_outlying() {
    Interactions log =
        TinyLog.of("a x 1 5 view s", "a y 2 5 - s", "b x 3 5 buy -", "b y 4 5 buy t", "c x 5 1");
    assertThat(finding(log, "event types").found()).contains("2 events without one");
    assertThat(finding(log, "missing sessions").found()).isEqualTo("2 of 5 events (40%)");
    assertThat(LogReport.of(log).findings())
        .extracting(Finding::what)
        .doesNotContain("outlying values");
  }

  @Test
  void every_step_and_choice_that_a_remedy_names_exists() {
    List<String> remedies = new ArrayList<>();
    for (long seed = 0; seed < 20; seed++) {
      LogReport.of(TinyLog.random(seed, 300)).findings().forEach(f -> remedies.add(f.remedy()));
    }
    LogReport.of(log("a,b,a", "x,x,x", 0, 4_000_000_000_000L, 4))
        .findings()
        .forEach(f -> remedies.add(f.remedy()));
    assertThat(remedies).anyMatch(remedy -> remedy.contains("Field.TYPE"));
    for (String remedy : remedies) {
      Matcher named = Pattern.compile("(Steps|DuplicateKey|Field|log)\\.(\\w+)").matcher(remedy);
      while (named.find()) {
        assertThat(members(named.group(1))).as(remedy).contains(named.group(2));
      }
      assertThat(remedy).doesNotContain("dropMissing()", "keepFirst()");
    }
  }

  private static List<String> members(String name) {
    Map<String, Class<?>> types =
        Map.of(
            "Steps",
            Steps.class,
            "DuplicateKey",
            DuplicateKey.class,
            "Field",
            heed.preparation.Field.class,
            "log",
            Interactions.class);
    List<String> members = new ArrayList<>();
    for (Method method : types.get(name).getMethods()) {
      members.add(method.getName());
    }
    for (Field field : types.get(name).getFields()) {
      members.add(field.getName());
    }
    return members;
  }

  private static Finding finding(Interactions log, String what) {
    return LogReport.of(log).findings().stream()
        .filter(f -> f.what().equals(what))
        .findAny()
        .orElseThrow();
  }
}
