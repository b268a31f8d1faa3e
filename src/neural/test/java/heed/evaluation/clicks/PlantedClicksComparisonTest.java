package heed.evaluation.clicks;

import static org.assertj.core.api.Assertions.assertThat;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.features.fitting.Feature;
import heed.model.click.BstConfig;
import heed.model.click.ClickConfig;
import heed.model.click.CrossAttentionConfig;
import heed.model.click.DinConfig;
import heed.model.click.FactorizationConfig;
import heed.model.click.LogisticConfig;
import heed.planted.PlantedClickLog;
import heed.planted.PlantedClicks;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where only user and item together decide, those that see pairs find it, and how much of it. */
class PlantedClicksComparisonTest {

  private static final String ASKED = "heed.seeds";

  private static final ClickFeatures FEATURES =
      ClickFeatures.none()
          .withUsers(Feature.category("segment"), Feature.zScore("thrift"))
          .withItems(Feature.category("category"), Feature.category("brand"), Feature.log("price"));

  @ParameterizedTest
  @MethodSource("seeds")
  void what_user_and_item_decide_together_is_found_by_those_that_see_pairs(long seed) {
    PlantedClickLog planted = PlantedClicks.of(300, 100, 12_000).generate(seed);
    ClickSplit.Parts parts = ClickSplit.byTime(.7, .1).of(TinyClicks.log(planted), FEATURES, seed);
    ClickReport report =
        report(
            parts.test(),
            known(planted, parts),
            learnt(LogisticConfig.defaults().withMaxLength(3), parts, seed, 7),
            learnt(FactorizationConfig.defaults().withMaxLength(3), parts, seed, 7),
            learnt(DinConfig.defaults().withMaxLength(3), parts, seed, 7),
            learnt(CrossAttentionConfig.defaults().withMaxLength(3), parts, seed, 7));
    ClickScore known = report.scores().get(0);
    ClickScore additive = report.scores().get(1);
    ClickScore cross = report.scores().get(4);

    String figures = report.toString();
    assertThat(additive.auc()).as(figures).isLessThan(.62);
    for (ClickScore pairs : report.scores().subList(2, 5)) {
      assertThat(pairs.auc()).as(figures).isGreaterThan(additive.auc() + .15);
      assertThat(pairs.auc()).as(figures).isLessThan(known.auc() + .01);
    }
    assertThat(cross.auc()).as(figures).isGreaterThan(known.auc() - .08);
    assertThat(cross.logLoss()).as(figures).isLessThan(known.logLoss() + .08);
  }

  /**
   * BST reads the history in order; to DIN and to logistic regression it is a bag. One seed; {@code
   * -Dheed.seeds=3} asks three, and prints what src/bench/README.md holds.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void what_was_clicked_last_is_found_by_the_network_that_reads_the_history_in_order(long seed) {
    PlantedClickLog planted =
        PlantedClicks.of(300, 100, 18_000).withStrength(0).withOrder(2).generate(seed);
    ClickSplit.Parts parts = ClickSplit.byTime(.7, .1).of(TinyClicks.log(planted), FEATURES, seed);
    ClickReport report =
        report(
            parts.test(),
            known(planted, parts),
            learnt(LogisticConfig.defaults().withMaxLength(8), parts, seed, 12),
            learnt(DinConfig.defaults().withMaxLength(8), parts, seed, 12),
            learnt(BstConfig.defaults().withMaxLength(8).withDropout(0), parts, seed, 12));
    ClickScore known = report.scores().get(0);
    ClickScore additive = report.scores().get(1);
    ClickScore din = report.scores().get(2);
    ClickScore bst = report.scores().get(3);

    String figures = report.toString();
    if (System.getProperty(ASKED) != null) {
      System.out.println("seed " + seed + ": " + figures);
    }
    assertThat(bst.auc()).as(figures).isGreaterThan(din.auc() + .1);
    assertThat(bst.auc()).as(figures).isGreaterThan(additive.auc() + .1);
    assertThat(bst.auc()).as(figures).isLessThan(known.auc() + .01);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger(ASKED, 1));
  }

  private static ClickReport report(Clicks rows, ClickPredictions... answers) {
    return new ClickReport(rows, OptionalInt.empty(), List.of(answers));
  }

  private static ClickPredictions known(PlantedClickLog planted, ClickSplit.Parts parts) {
    ClickPredictor known = ClickPredictor.knowing("known", planted::chance);
    return new ClickPredictions(known.name(), known.chances(parts.test()));
  }

  private static ClickPredictions learnt(
      ClickConfig config, ClickSplit.Parts parts, long seed, int epochs) {
    ClickTraining training =
        ClickTraining.of(config)
            .withLearningRate(.01)
            .withBatchRows(256)
            .withEpochs(epochs)
            .withSeed(seed);
    try (ClickRun run =
        training.fit(
            parts.train(),
            ClickEvaluation.of(parts.validation()).likelihood(),
            ProgressListener.SILENT)) {
      return new ClickPredictions(run.name(), run.predictor().chances(parts.test()));
    }
  }
}
