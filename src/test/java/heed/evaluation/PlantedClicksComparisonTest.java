package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import heed.clicks.ClickFeatures;
import heed.clicks.ClickPredictor;
import heed.clicks.ClickSplit;
import heed.clicks.TinyClicks;
import heed.features.Feature;
import heed.model.ClickConfig;
import heed.model.CrossAttentionConfig;
import heed.model.DinConfig;
import heed.model.FactorizationConfig;
import heed.model.LogisticConfig;
import heed.planted.PlantedClickLog;
import heed.planted.PlantedClicks;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where only user and item together decide, those that see pairs find it, and how much of it. */
class PlantedClicksComparisonTest {

  private static final ClickFeatures FEATURES =
      ClickFeatures.none()
          .withUsers(Feature.category("segment"), Feature.zScore("thrift"))
          .withItems(Feature.category("category"), Feature.category("brand"), Feature.log("price"));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void what_user_and_item_decide_together_is_found_by_those_that_see_pairs(long seed) {
    PlantedClickLog planted = PlantedClicks.of(300, 100, 12_000).generate(seed);
    ClickSplit.Parts parts = ClickSplit.byTime(.7, .1).of(TinyClicks.log(planted), FEATURES, seed);
    ClickEvaluation test = ClickEvaluation.of(parts.test());
    ClickScore known =
        test.compare(ClickPredictor.knowing("known", planted::chance)).scores().get(0);

    ClickScore additive = learnt(LogisticConfig.defaults().withMaxLength(3), parts, seed);
    ClickScore machine = learnt(FactorizationConfig.defaults().withMaxLength(3), parts, seed);
    ClickScore din = learnt(DinConfig.defaults().withMaxLength(3), parts, seed);
    ClickScore cross = learnt(CrossAttentionConfig.defaults().withMaxLength(3), parts, seed);

    String figures =
        new ClickReport(
                parts.test().size(),
                parts.test().clicks(),
                List.of(known, additive, machine, din, cross))
            .toString();
    assertThat(additive.auc()).as(figures).isLessThan(.62);
    for (ClickScore pairs : new ClickScore[] {machine, din, cross}) {
      assertThat(pairs.auc()).as(figures).isGreaterThan(additive.auc() + .15);
      assertThat(pairs.auc()).as(figures).isLessThan(known.auc() + .01);
    }
    assertThat(cross.auc()).as(figures).isGreaterThan(known.auc() - .04);
    assertThat(cross.logLoss()).as(figures).isLessThan(known.logLoss() + .05);
  }

  private static ClickScore learnt(ClickConfig config, ClickSplit.Parts parts, long seed) {
    ClickTraining training =
        ClickTraining.of(config)
            .withLearningRate(.01)
            .withBatchRows(256)
            .withEpochs(7)
            .withSeed(seed);
    try (ClickRun run =
        training.fit(
            parts.train(),
            ClickEvaluation.of(parts.validation()).likelihood(),
            ProgressListener.SILENT)) {
      return ClickEvaluation.of(parts.test()).compare(run.predictor()).scores().get(0);
    }
  }
}
