package heed.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.preparation.BotLimits;
import heed.preparation.DuplicateKey;
import heed.preparation.Field;
import heed.preparation.Steps;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every step. */
class StepTest {

  private static final byte[] KEY = "a key of no less than 16 bytes".getBytes(UTF_8);

  private final Interactions log = TinyLog.random(1, 400);

  /** Steps that change nothing when they are taken a second time. */
  private static Stream<Step> settled() {
    return Stream.of(
        Steps.kCore(5),
        Steps.kCoreUsers(9),
        Steps.kCoreItems(9),
        Steps.dropMissing(Field.VALUE),
        Steps.dropMissing(Field.TYPE),
        Steps.dropMissing(Field.SESSION),
        Steps.impute(1),
        Steps.imputeMedian(),
        Steps.imputeMeanOfUser(),
        Steps.keepFirst(DuplicateKey.USER_AND_ITEM),
        Steps.keepFirst(DuplicateKey.USER_ITEM_AND_TIME),
        Steps.keepLast(DuplicateKey.USER_AND_ITEM),
        Steps.keepLast(DuplicateKey.USER_ITEM_AND_TIME),
        new BotLimits(OptionalLong.of(40), OptionalInt.of(1)),
        Steps.winsorize(.1, .9),
        Steps.atLeast(4),
        Steps.usersWithMedianAtMost(3),
        Steps.itemsMatching(".*[1-5]"),
        Steps.ofTypes("buy"),
        Steps.period(LocalDate.of(1970, 1, 2), LocalDate.of(1970, 1, 3)),
        Steps.lastDays(2),
        Steps.sessions(Duration.ofHours(1)));
  }

  /** Steps that do something each time. */
  private static Stream<Step> restless() {
    return Stream.of(
        Steps.countDuplicates(DuplicateKey.USER_AND_ITEM),
        Steps.withoutBots().withDeviations(.5),
        Steps.withoutUser("c"),
        Steps.pseudonymUsers(KEY),
        Steps.pseudonymItems(KEY));
  }

  private static Stream<Step> all() {
    return Stream.concat(settled(), restless());
  }

  @Test
  void every_kind_of_step_is_tried_here() throws Exception {
    List<Class<?>> kinds = new ArrayList<>(List.of(KCore.class, WithoutUser.class)); // The core's.
    Path classes = Path.of(Steps.class.getResource("Steps.class").toURI()).getParent();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(classes, "*.class")) {
      for (Path file : files) {
        String name = file.getFileName().toString().replace(".class", "");
        Class<?> type = Class.forName(Steps.class.getPackageName() + "." + name);
        if (Step.class.isAssignableFrom(type) && !type.isInterface()) {
          kinds.add(type);
        }
      }
    }
    assertThat(all().<Class<?>>map(Step::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds);
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_step_leaves_the_log_it_is_given_as_it_was(Step step) {
    List<String> before = TinyLog.rows(log);
    assertThat(TinyLog.rows(step.of(log))).isNotEqualTo(before);
    assertThat(TinyLog.rows(log)).isEqualTo(before);
    assertThat(log.steps()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("settled")
  void a_second_time_changes_nothing(Step step) {
    Interactions once = step.of(log);
    assertThat(TinyLog.rows(step.of(once))).isEqualTo(TinyLog.rows(once));
  }

  @ParameterizedTest
  @MethodSource("all")
  void rows_that_stay_keep_their_order(Step step) {
    // Each row at a moment of its own, and moments not ascending.
    String[] rows =
        IntStream.range(0, 300)
            .mapToObj(
                row -> {
                  String[] fields = TinyLog.rows(log).get(row).split(" ", -1);
                  fields[2] = Integer.toString(1_000 * (row * 7 % 300));
                  return String.join(" ", fields);
                })
            .toArray(String[]::new);
    Interactions distinct = TinyLog.of(rows);
    Interactions after = step.of(distinct);
    List<Long> moments = moments(distinct);
    assertThat(moments(after))
        .isNotEmpty()
        .isEqualTo(moments.stream().filter(new HashSet<>(moments(after))::contains).toList());
  }

  private static List<Long> moments(Interactions log) {
    return IntStream.range(0, log.size()).mapToObj(log::time).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_counts_before_and_after_are_what_the_rows_hold(Step step) {
    Interactions after = log.prepared(step);
    StepTaken taken = after.steps().get(0);
    assertThat(taken.before()).isEqualTo(counted(log));
    assertThat(taken.after()).isEqualTo(counted(after));
    assertThat(taken.step()).isEqualTo(step.fitted(log).name()).isNotBlank();
  }

  private static StepTaken.Size counted(Interactions log) {
    return new StepTaken.Size(
        TinyLog.rows(log).size(), distinct(log, 0).size(), distinct(log, 1).size());
  }

  private static Set<String> distinct(Interactions log, int field) {
    return TinyLog.rows(log).stream()
        .map(row -> row.split(" ", -1)[field])
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_fitted_step_does_to_its_log_what_the_step_does(Step step) {
    Step fitted = step.fitted(log);
    assertThat(TinyLog.rows(fitted.of(log))).isEqualTo(TinyLog.rows(step.of(log)));
    assertThat(fitted.fitted(TinyLog.random(2, 50))).isEqualTo(fitted);
  }

  @ParameterizedTest
  @MethodSource("all")
  void equal_settings_make_equal_steps(Step step) {
    Step again = all().filter(step::equals).findFirst().orElseThrow();
    assertThat(again).isNotSameAs(step).hasSameHashCodeAs(step);
    assertThat(all().filter(step::equals)).hasSize(1);
  }

  @Test
  void steps_that_lack_what_they_work_on_say_how_to_give_it() {
    Interactions bare = TinyLog.of("ann a 1", "bob b 2");
    for (Step step :
        List.of(
            Steps.dropMissing(Field.VALUE),
            Steps.imputeMedian(),
            Steps.imputeMeanOfUser(),
            Steps.winsorize(.1, .9),
            Steps.atLeast(4))) {
      assertThatThrownBy(() -> bare.prepared(step))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("'" + step.name() + "' needs values, but tiny has none")
          .hasMessageContaining("withValue");
    }
    assertThatThrownBy(() -> bare.prepared(Steps.dropMissing(Field.TYPE)))
        .hasMessageContaining("needs types")
        .hasMessageContaining("withType");
    assertThatThrownBy(() -> bare.prepared(Steps.ofTypes("buy"))).hasMessageContaining("withType");
    assertThatThrownBy(() -> bare.prepared(Steps.dropMissing(Field.SESSION)))
        .hasMessageContaining("Steps.sessions(Duration.ofMinutes(30))");
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> Steps.kCore(0)).hasMessageContaining("at least 1, found 0");
    assertThatThrownBy(() -> Steps.impute(Double.NaN)).hasMessageContaining("found NaN");
    assertThatThrownBy(() -> Steps.atLeast(Double.NaN)).hasMessageContaining("found NaN");
    assertThatThrownBy(() -> Steps.winsorize(.9, .1)).hasMessageContaining("found 0.9 and 0.1");
    assertThatThrownBy(() -> Steps.ofTypes()).hasMessageContaining("no types");
    assertThatThrownBy(() -> Steps.lastDays(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> Steps.sessions(Duration.ZERO)).hasMessageContaining("found PT0S");
    assertThatThrownBy(() -> Steps.withoutBots().withPerMinute(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> Steps.withoutBots().withDeviations(-1))
        .hasMessageContaining("found -1");
    LocalDate day = LocalDate.of(2026, 1, 31);
    assertThatThrownBy(() -> Steps.period(day, day))
        .hasMessageContaining("found 2026-01-31 to before 2026-01-31");
  }

  @Test
  void a_step_that_leaves_nothing_is_named() {
    assertThatThrownBy(() -> log.prepared(Steps.atLeast(9)))
        .hasMessageContaining("after 'keep values of at least 9' nothing is left of 400 events");
  }

  @Test
  void an_empty_log_stays_empty() {
    Interactions empty = TinyLog.of();
    all()
        .filter(step -> !(step instanceof WithoutUser))
        .forEach(step -> assertThat(step.of(empty).size()).as(step.name()).isZero());
  }

  @Test
  void names_are_words_with_their_settings() {
    assertThat(Arrays.stream(names()).distinct()).hasSameSizeAs(names());
    assertThat(names())
        .contains(
            "5-core",
            "users of at least 9 events",
            "items of at least 9 events",
            "drop rows without value",
            "impute value by 1",
            "impute value by median",
            "keep the first event of the same user and item",
            "keep the last event of the same user, item and time",
            "count the events of the same user and item as value",
            "winsorize values to their quantiles 0.1 and 0.9",
            "keep values of at least 4",
            "keep events of type buy",
            "events from 1970-01-02 to before 1970-01-03",
            "events of the last 2 days",
            "sessions by pauses of more than 1h",
            "without one user",
            "pseudonyms for users");
  }

  private static String[] names() {
    return all().map(Step::name).toArray(String[]::new);
  }
}
