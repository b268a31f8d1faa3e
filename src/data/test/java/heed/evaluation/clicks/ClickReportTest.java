package heed.evaluation.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.significance.Bootstrap;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClickReportTest {

  /** Twenty users and four items: all click the first two, but the last user clicks nothing. */
  private static final Clicks ROWS =
      TinyClicks.everyPair(20, 4, (user, item) -> user < 19 && item < 2 ? 1 : 0);

  private static ClickPredictions say(String name, double ofClick, double ofPass) {
    double[] chances = new double[ROWS.size()];
    Arrays.setAll(chances, row -> ROWS.clicked(row) ? ofClick : ofPass);
    return new ClickPredictions(name, chances);
  }

  private static ClickReport report(ClickPredictions... answers) {
    return new ClickReport(ROWS, OptionalInt.of(2), List.of(answers));
  }

  @Test
  void less_log_loss_is_better_and_the_figures_keep_their_sign() {
    EstimateTable table = report(say("bold", .9, .2), say("shy", .6, .4)).on(ClickMeasure.LOG_LOSS);
    Estimate bold = table.rows().get(0).estimates().get(0);
    Estimate shy = table.rows().get(1).estimates().get(0);
    // 38 clicks and 42 passes.
    assertThat(bold.value())
        .isCloseTo(-(38 * Math.log(.9) + 42 * Math.log(.8)) / 80, within(1e-12));
    assertThat(shy.value()).isCloseTo(-Math.log(.6), within(1e-12));
    assertThat(bold.standing()).isEqualTo(Significance.BEST);
    assertThat(shy.standing()).isEqualTo(Significance.BEHIND);
    assertThat(bold.interval().low()).isPositive().isLessThan(bold.value());
    assertThat(bold.interval().high()).isGreaterThan(bold.value());
    assertThat(table.caption()).isEqualTo("80 rows, 47.5% clicked, 2 test-set evaluations");
  }

  @Test
  void the_auc_in_users_is_judged_over_those_who_both_clicked_and_passed() {
    double[] half = say("", .9, .2).chances();
    for (int row = 0; row < half.length; row++) {
      if (ROWS.user(row) % 2 == 0) {
        half[row] = .5; // Ten of nineteen users are told nothing: an AUC of a half each.
      }
    }
    ClickReport report = report(say("right", .9, .2), new ClickPredictions("half", half));
    List<Estimate> found = report.on(ClickMeasure.AUC_IN_USERS).column("AUC in users");
    assertThat(found.get(0).value()).isEqualTo(1);
    assertThat(found.get(0).interval()).isEqualTo(new Interval(1, 1));
    assertThat(found.get(1).value()).isCloseTo((9 + 10 * .5) / 19, within(1e-12));
    assertThat(found.get(1).value()).isCloseTo(report.scores().get(1).groupedAuc(), within(1e-12));
    assertThat(found.get(1).interval().low()).isBetween(.55, .74);
    assertThat(found.get(1).standing())
        .as("ten users of one sign: p = 2/1024")
        .isEqualTo(Significance.BEHIND);
    assertThat(found.get(1).pValue()).isCloseTo(2 / 1024.0, within(1e-12));
  }

  @Test
  void the_auc_over_all_rows_is_judged_by_drawing_users_with_all_of_their_rows() {
    double[] half = say("", .9, .2).chances();
    for (int row = 0; row < half.length; row++) {
      if (ROWS.user(row) % 2 == 0) {
        half[row] = .5;
      }
    }
    ClickReport report =
        report(say("right", .9, .2), new ClickPredictions("half", half), say("as right", .8, .1));
    List<Estimate> found = report.on(ClickMeasure.AUC).column("AUC");
    assertThat(found.get(0).value()).isEqualTo(1);
    assertThat(found.get(0).interval()).isEqualTo(new Interval(1, 1));
    assertThat(found.get(1).value()).isEqualTo(report.scores().get(1).auc());
    assertThat(found.get(1).interval().contains(found.get(1).value())).isTrue();
    assertThat(found.get(1).interval().low()).isLessThan(found.get(1).value() - .02);
    assertThat(found)
        .extracting(Estimate::standing)
        .containsExactly(Significance.BEST, Significance.BEHIND, Significance.LEVEL);
    assertThat(found.get(2).pValue()).as("the same order").isEqualTo(1);
  }

  @Test
  void a_user_of_whom_every_row_is_told_twice_tells_no_more_of_an_auc() {
    int rows = 60;
    double[] chances = new SplittableRandom(1).doubles(rows).toArray();
    DrawnAucs once = drawn(chances, row -> row, rows);
    DrawnAucs twice = drawn(chances, row -> row / 2, 2 * rows);
    assertThat(twice.values()).containsExactly(once.values(), within(1e-12));
    assertThat(twice.interval(0).low()).isCloseTo(once.interval(0).low(), within(1e-12));
    assertThat(twice.interval(0).high()).isCloseTo(once.interval(0).high(), within(1e-12));
  }

  /** Rows as these ones are, three a user, every other one clicked. */
  private static DrawnAucs drawn(double[] chances, IntUnaryOperator of, int rows) {
    boolean[] clicked = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      clicked[row] = of.applyAsInt(row) % 2 == 0;
    }
    double[] some =
        IntStream.range(0, rows).mapToDouble(row -> chances[of.applyAsInt(row)]).toArray();
    int[] users = IntStream.range(0, rows).map(row -> of.applyAsInt(row) / 3).toArray();
    return new DrawnAucs(Bootstrap.defaults(), List.of(some), clicked, users);
  }

  @Test
  void draws_of_clicks_alone_or_of_passes_alone_tell_nothing_of_an_auc() {
    // One user clicked both of her rows, the other none: of four draws two hold both.
    DrawnAucs aucs =
        new DrawnAucs(
            Bootstrap.defaults(),
            List.of(new double[] {.9, .4, .5, .3}, new double[] {.1, .2, .8, .9}),
            new boolean[] {true, true, false, false},
            new int[] {7, 7, 4, 4});
    assertThat(aucs.values()).containsExactly(.75, 0);
    assertThat(aucs.interval(0)).isEqualTo(new Interval(.75, .75));
    assertThat(aucs.pValue(0, 1)).as("every draw that tells finds the same").isLessThan(.01);
    DrawnAucs nothing =
        new DrawnAucs(
            Bootstrap.defaults(), List.of(new double[2]), new boolean[2], new int[] {1, 1});
    assertThat(nothing.interval(0).low()).isNaN();
  }

  @Test
  void where_two_predictors_are_as_good_the_p_value_of_their_aucs_is_small_as_seldom_as_it_says() {
    SplittableRandom random = new SplittableRandom(3);
    int small = 0;
    for (int world = 0; world < 300; world++) {
      boolean[] clicked = new boolean[160];
      int[] users = new int[clicked.length];
      double[][] both = new double[2][clicked.length];
      for (int row = 0; row < clicked.length; row++) {
        users[row] = row / 4;
        clicked[row] = random.nextBoolean();
        for (double[] one : both) {
          one[row] = (clicked[row] ? .4 : 0) + random.nextDouble();
        }
      }
      Bootstrap bootstrap = new Bootstrap(300, .95, world);
      double p = new DrawnAucs(bootstrap, List.of(both), clicked, users).pValue(0, 1);
      small += p < .05 ? 1 : 0;
    }
    assertThat(small / 300.0).isBetween(.02, .09);
  }

  @Test
  void accuracy_is_the_share_of_rows_on_the_right_side_of_one_half() {
    EstimateTable table = report(say("all", .9, .8), say("none", .3, .1)).on(ClickMeasure.ACCURACY);
    assertThat(table.column("accuracy").get(0).value()).isCloseTo(38 / 80.0, within(1e-12));
    assertThat(table.column("accuracy").get(1).value()).isCloseTo(42 / 80.0, within(1e-12));
    List<Estimate> undecided =
        report(say("half", .5, .5)).on(ClickMeasure.ACCURACY).column("accuracy");
    assertThat(undecided.get(0).value())
        .as("a half is no click")
        .isCloseTo(42 / 80.0, within(1e-12));
  }

  @Test
  void the_calibration_error_is_the_mean_distance_of_said_and_clicked_by_rows() {
    // Two bins: 42 rows that are said .2 and never clicked, 38 said .9 and always.
    assertThat(report(say("bold", .9, .2)).scores().get(0).calibrationError())
        .isCloseTo((42 * .2 + 38 * .1) / 80, within(1e-12));
  }

  @Test
  void each_measure_has_the_mean_that_the_score_tells() {
    double[] chances =
        IntStream.range(0, ROWS.size()).mapToDouble(i -> i * 7 % 10 / 10.0).toArray();
    ClickReport report = report(new ClickPredictions("some", chances));
    ClickScore score = report.scores().get(0);
    List<Estimate> found = report.on(ClickMeasure.values()).rows().get(0).estimates();
    assertThat(found)
        .extracting(Estimate::value)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(score.logLoss(), score.groupedAuc(), score.auc(), score.accuracy());
  }

  @Test
  void a_measure_that_says_nothing_of_the_rows_is_no_number_and_no_failure() {
    Clicks apart = TinyClicks.everyPair(4, 3, (user, item) -> user % 2);
    double[] chances = new double[apart.size()];
    ClickReport report =
        new ClickReport(apart, OptionalInt.empty(), List.of(new ClickPredictions("zero", chances)));
    EstimateTable table = report.on(ClickMeasure.AUC_IN_USERS);
    assertThat(table.column("AUC in users").get(0).value()).isNaN();
    assertThat(table.caption()).contains("50.0% clicked, test-set evaluations not counted");
  }

  @Test
  void what_was_said_of_other_rows_is_refused() {
    assertThatThrownBy(() -> report(new ClickPredictions("short", new double[3])))
        .hasMessage(
            "short said 3 chances of 80 rows; only what was said of the same rows compares");
  }
}
