package heed.evaluation.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.chart.ReliabilityChart;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.TestSetEvaluations;
import heed.figure.Figure;
import heed.planted.PlantedClickLog;
import heed.planted.PlantedClicks;
import heed.sequence.Catalogue;
import heed.tribuo.TribuoClicks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickEvaluationTest {

  private static final PlantedClickLog PLANTED = PlantedClicks.of(300, 100, 12_000).generate(1);
  private static final ClickSplit.Parts PARTS =
      ClickSplit.byTime(.2, .1).of(TinyClicks.log(PLANTED), TinyClicks.FEATURES, 1);
  private static final ClickEvaluation TEST = ClickEvaluation.of(PARTS.test());

  @Test
  void who_knows_the_chances_reaches_the_planted_optimum_and_is_true_to_its_word() {
    ClickScore known =
        TEST.compare(ClickPredictor.knowing("known", PLANTED::chance)).scores().get(0);
    assertThat(known.auc()).isCloseTo(PLANTED.optimum().auc(), within(.02));
    assertThat(known.logLoss()).isCloseTo(PLANTED.optimum().logLoss(), within(.02));
    assertThat(known.calibrationError()).isLessThan(.03);
  }

  @Test
  void the_rate_of_clicks_orders_nothing() {
    ClickScore rate = TEST.compare(ClickPredictor.rate(PARTS.train())).scores().get(0);
    assertThat(rate.auc()).isEqualTo(.5);
    assertThat(rate.groupedAuc()).isEqualTo(.5);
    assertThat(rate.logLoss()).isBetween(.6, .7);
  }

  @Test
  void openings_are_counted_by_row_and_said(@TempDir Path folder) {
    TestSetEvaluations evaluations =
        TestSetEvaluations.in(folder.resolve("test-set-evaluations.txt"));
    ClickEvaluation counted = ClickEvaluation.of(PARTS.test()).withTestSetEvaluations(evaluations);
    ClickPredictor rate = ClickPredictor.rate(PARTS.train());
    assertThat(counted.compare(rate).timesEvaluated()).hasValue(1);
    assertThat(evaluations.count(PARTS.validation())).as("other rows").hasValue(1);
    assertThat(counted.compare(rate).on(ClickMeasure.LOG_LOSS).caption())
        .endsWith("2 test-set evaluations");
    assertThat(TEST.compare(rate).timesEvaluated()).as("nobody counts").isEmpty();
  }

  @Test
  void a_predictor_that_learnt_on_another_catalogue_is_refused() {
    PlantedClickLog other = PlantedClicks.of(100, 90, 2_000).generate(1);
    ClickSplit.Parts parts =
        ClickSplit.byTime(.6, .2).of(TinyClicks.log(other), TinyClicks.FEATURES, 1);
    TribuoClicks stranger = TribuoClicks.logistic(parts.train(), .1, 1, 1);
    assertThatThrownBy(() -> stranger.chances(PARTS.test()))
        .hasMessageContaining("knows another catalogue (90 items) than the rows (100 items)");
    ClickPredictor own =
        new ClickPredictor() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public double[] chances(Clicks clicks) {
            return new double[clicks.size()];
          }

          @Override
          public Optional<Catalogue> catalogue() {
            return Optional.of(parts.train().catalogue());
          }
        };
    assertThatThrownBy(() -> TEST.compare(own)).hasMessageContaining("own knows another catalogue");
    assertThatThrownBy(() -> TEST.auc().applyAsDouble(own)).hasMessageContaining("another cata");
    ClickSplit.Parts again =
        ClickSplit.byTime(.6, .2).of(TinyClicks.log(other), TinyClicks.FEATURES, 1);
    assertThat(stranger.chances(again.test())).isEqualTo(stranger.chances(parts.test()));
  }

  @Test
  void early_stopping_is_told_more_for_the_better() {
    ClickPredictor known = ClickPredictor.knowing("known", PLANTED::chance);
    ClickPredictor rate = ClickPredictor.rate(PARTS.train());
    assertThat(TEST.auc().applyAsDouble(known)).isGreaterThan(TEST.auc().applyAsDouble(rate));
    assertThat(TEST.likelihood().applyAsDouble(known))
        .isGreaterThan(TEST.likelihood().applyAsDouble(rate))
        .isNegative();
  }

  @Test
  void the_report_has_a_line_a_predictor_and_the_picture_names_the_nearest_to_its_word() {
    ClickReport report =
        TEST.compare(
            ClickPredictor.knowing("known", PLANTED::chance),
            ClickPredictor.knowing("overconfident", row -> PLANTED.chance(row) > .5 ? 1 : 0));
    assertThat(report.toString()).contains("known", "overconfident", "log-loss");
    Figure figure = ReliabilityChart.of(report);
    assertThat(figure.description()).contains("Nearest to its word: known");
    assertThat(figure.json()).contains("\"overconfident\"");
  }

  @Test
  void rows_of_one_kind_cannot_be_evaluated_on() {
    Clicks passes =
        PARTS
            .test()
            .rows(
                IntStream.range(0, PARTS.test().size())
                    .filter(row -> !PARTS.test().clicked(row))
                    .toArray());
    assertThatThrownBy(() -> ClickEvaluation.of(passes)).hasMessageContaining("0.0% clicked");
  }
}
