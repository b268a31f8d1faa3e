package heed.evaluation.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import heed.evaluation.clicks.ClickMetrics.Bin;
import heed.evaluation.significance.Bootstrap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClickMetricsTest {

  /** What {@code src/reference/click_metrics_reference.py} stored. */
  private record Reference(
      double[] chances,
      double[] roundedChances,
      int[] clicked,
      int[] users,
      Map<String, Double> asTheyAre,
      Map<String, Double> rounded,
      Drawn drawn,
      double[] second,
      double[] predicted,
      double[] happened) {

    boolean[] truth() {
      boolean[] truth = new boolean[clicked.length];
      for (int i = 0; i < truth.length; i++) {
        truth[i] = clicked[i] == 1;
      }
      return truth;
    }

    static Reference read() throws IOException {
      try (Reader reader =
          new InputStreamReader(
              ClickMetricsTest.class.getResourceAsStream(
                  "/heed/evaluation/click-metrics-reference.json"),
              StandardCharsets.UTF_8)) {
        return new Gson().fromJson(reader, Reference.class);
      }
    }
  }

  /**
   * Of users drawn anew with all of their rows.
   *
   * @param intervals 95% of the AUC of the first and of the second
   * @param p of their difference
   */
  private record Drawn(double[][] intervals, double p) {}

  @Test
  void an_auc_varies_with_the_users_drawn_as_scikit_learn_computes_it_of_each_draw()
      throws IOException {
    Reference reference = Reference.read();
    List<double[]> both = List.of(reference.chances, reference.second);
    Bootstrap bootstrap = new Bootstrap(4_000, .95, 1);
    DrawnAucs aucs = new DrawnAucs(bootstrap, both, reference.truth(), reference.users);
    // Two times 4,000 draws: the ends differ by a few thousandths.
    for (int one = 0; one < 2; one++) {
      double[] expected = reference.drawn.intervals[one];
      assertThat(aucs.interval(one).low()).isCloseTo(expected[0], within(.006));
      assertThat(aucs.interval(one).high()).isCloseTo(expected[1], within(.006));
    }
    assertThat(aucs.pValue(0, 1)).isCloseTo(reference.drawn.p, within(.015));
    assertThat(aucs.pValue(1, 0)).isEqualTo(aucs.pValue(0, 1));
  }

  @Test
  void every_metric_is_that_of_scikit_learn_with_ties_and_without() throws IOException {
    Reference reference = Reference.read();
    holds(reference, reference.chances, reference.asTheyAre);
    holds(reference, reference.roundedChances, reference.rounded);
  }

  private static void holds(Reference reference, double[] chances, Map<String, Double> expected) {
    ClickScore score = ClickScore.of("", chances, reference.truth(), reference.users);
    assertThat(score.auc()).isCloseTo(expected.get("auc"), within(1e-12));
    assertThat(score.groupedAuc()).isCloseTo(expected.get("groupedAuc"), within(1e-12));
    assertThat(score.logLoss()).isCloseTo(expected.get("logLoss"), within(1e-12));
    assertThat(score.accuracy()).isCloseTo(expected.get("accuracy"), within(1e-12));
    assertThat(score.meanAbsoluteError())
        .isCloseTo(expected.get("meanAbsoluteError"), within(1e-12));
  }

  @Test
  void bins_are_those_of_scikit_learn() throws IOException {
    Reference reference = Reference.read();
    List<Bin> bins = ClickMetrics.calibration(reference.chances, reference.truth(), 10);
    assertThat(bins).hasSize(10).allMatch(bin -> bin.rows() == 20);
    for (int i = 0; i < 10; i++) {
      assertThat(bins.get(i).predicted()).isCloseTo(reference.predicted[i], within(1e-12));
      assertThat(bins.get(i).clicked()).isCloseTo(reference.happened[i], within(1e-12));
    }
  }

  @Test
  void ties_count_half_and_one_sided_rows_have_no_auc() {
    boolean[] truth = {true, false, true, false};
    assertThat(ClickMetrics.auc(new double[] {.5, .5, .5, .5}, truth)).isEqualTo(.5);
    // Pairs: .9 over .5 and .1; .5 ties with .5 and is over .1. (1 + 1 + 1/2 + 1) / 4.
    assertThat(ClickMetrics.auc(new double[] {.9, .5, .5, .1}, truth)).isEqualTo(.875);
    assertThat(ClickMetrics.auc(new double[] {.9, .1}, new boolean[] {true, true})).isNaN();
  }

  @Test
  void a_user_who_clicked_all_says_nothing_about_order() {
    double[] chances = {.2, .8, .6, .4};
    boolean[] clicked = {true, true, true, false};
    // User 1 clicked all of hers; user 2's click is ranked above her pass.
    assertThat(ClickMetrics.groupedAuc(chances, clicked, new int[] {1, 1, 2, 2})).isEqualTo(1);
    assertThat(ClickMetrics.groupedAuc(chances, clicked, new int[] {1, 2, 3, 4})).isNaN();
  }

  @Test
  void the_calibration_error_is_the_distance_weighted_by_rows() {
    List<Bin> bins = List.of(new Bin(30, .2, .3), new Bin(10, .9, .5));
    assertThat(ClickMetrics.calibrationError(bins)).isCloseTo(.175, within(1e-12));
  }

  @Test
  void a_sure_mistake_costs_much_but_not_everything() {
    assertThat(ClickMetrics.logLoss(new double[] {0, 1}, new boolean[] {true, false}))
        .isBetween(30.0, 40.0);
  }

  @Test
  void rows_of_one_chance_are_one_bin_whatever_their_order() {
    double[] chances = {.5, .5, .5, .5, .9, .9};
    boolean[] clicked = {true, true, false, false, true, false};
    assertThat(ClickMetrics.calibration(chances, clicked, 3))
        .containsExactly(new Bin(4, .5, .5), new Bin(2, .9, .5));
    assertThat(ClickMetrics.calibration(new double[] {.3, .3}, new boolean[] {true, false}, 2))
        .containsExactly(new Bin(2, .3, .5));
  }

  @Test
  void more_bins_than_rows_give_a_bin_a_row() {
    assertThat(ClickMetrics.calibration(new double[] {.7, .2}, new boolean[] {true, false}, 5))
        .containsExactly(new Bin(1, .2, 0), new Bin(1, .7, 1));
  }

  @Test
  void what_is_no_chance_is_refused() {
    assertThatThrownBy(() -> ClickMetrics.logLoss(new double[] {1.2}, new boolean[] {true}))
        .hasMessageContaining("0..1, found 1.2");
    assertThatThrownBy(() -> ClickMetrics.auc(new double[] {Double.NaN}, new boolean[] {true}))
        .hasMessageContaining("found NaN");
    assertThatThrownBy(() -> ClickMetrics.accuracy(new double[0], new boolean[0]))
        .hasMessageContaining("at least one");
  }

  @Test
  void a_measure_over_rows_wants_as_many_truths_as_chances() {
    boolean[] two = {true, false};
    double[] one = {.5};
    assertThatThrownBy(() -> ClickMetrics.meanAbsoluteError(one, two))
        .hasMessageContaining("found 1 and 2");
    assertThatThrownBy(() -> ClickMetrics.accuracy(one, two)).hasMessageContaining("found 1 and 2");
    assertThatThrownBy(() -> ClickMetrics.logLoss(one, two)).hasMessageContaining("found 1 and 2");
    assertThatThrownBy(() -> ClickMetrics.calibration(one, two, 1))
        .hasMessageContaining("found 1 and 2");
  }
}
