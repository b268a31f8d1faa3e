package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.attention.AttentionSettings;
import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.batch.Task;
import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.explain.AttentionMap;
import heed.explain.Explanation;
import heed.explain.GradientTimesInput;
import heed.explain.Support;
import heed.explain.trust.AttentionSwap;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.search.SearchSpace;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outside.Own.EverySecond;
import outside.Own.Fading;
import outside.Own.HalfEqual;
import outside.Own.LastOnly;
import outside.Own.LookBackConfig;
import outside.Own.MyAttention;
import outside.Own.PlainConfig;

/**
 * Parts written outside the library are trained, evaluated, explained and searched like its own.
 */
class OwnNetworkTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  private static final Sequences FIVE_USERS =
      Sequences.of(
          TWENTY,
          List.of("a", "b", "c", "d", "e"),
          IntStream.range(0, 5).mapToObj(OwnNetworkTest::walk).toList());

  private static final Holdout LAST_ITEMS =
      Holdout.of(
          IntStream.range(0, 5).mapToObj(user -> walk(user).withoutLast(1)).toList(),
          IntStream.range(0, 5).map(user -> walk(user).item(6)).toArray());

  static List<ModelConfig> own() {
    PlainConfig plain = new PlainConfig(8, 2, 2, 6, 0, AttentionSettings.causal());
    SasrecConfig sasrec = SasrecConfig.defaults().withWidth(8).withMaxLength(6).withDropout(0);
    return List.of(
        new LookBackConfig(8, 6, 0, new Task.NextItem()),
        new LookBackConfig(8, 6, 0, new LastOnly()),
        plain,
        plain.withScoring(Scoring.additive(4)),
        sasrec.withScoring(new MyAttention(2)),
        sasrec.withWeighting(new HalfEqual()),
        sasrec.withMask(new EverySecond()),
        sasrec.withPositions(PositionKind.learnt(), new Fading()));
  }

  @ParameterizedTest
  @MethodSource("own")
  void what_a_reader_wrote_learns_is_evaluated_and_explained(ModelConfig config) {
    try (TrainingRun run =
        Training.of(config)
            .withBatchSize(10)
            .withLearningRate(0.01)
            .withEpochs(1000)
            .withPatience(1000)
            .fit(FIVE_USERS, OwnNetworkTest::learntByHeart, untilAllAreRight())) {
      assertThat(run.bestValidation()).isEqualTo(5);
      NetworkRecommender trained = run.recommender();
      assertThat(new Metric.HitRate(1).of(Evaluation.of(LAST_ITEMS).ranks(trained)[0], 20))
          .isEqualTo(1);

      History history = walk(2).withoutLast(1);
      AttentionMap map = Explanation.of(run, history).attention();
      for (float[] row : map.head(0, 0)) {
        assertThat(IntStream.range(0, row.length).mapToDouble(key -> row[key]).sum())
            .isBetween(0.999, 1.001);
      }
      double[] weights =
          new GradientTimesInput(trained, Support.LOG_PROBABILITY)
              .explain(history, walk(2).item(6))
              .weights();
      // Every second event, at the least, is seen from the last one.
      assertThat(new double[] {weights[1], weights[3], weights[5]}).doesNotContain(0.0);
    }
  }

  @Test
  void the_attention_of_a_readers_own_block_can_be_ablated() {
    try (TrainingRun run = brief(new PlainConfig(8, 2, 2, 6, 0, AttentionSettings.causal()))) {
      List<AttentionSwap> swaps = AttentionSwap.both(run.recommender(), LAST_ITEMS.histories(), 1);
      assertThat(swaps.get(0).distance()).isPositive();
    }
  }

  @Test
  void a_readers_own_network_without_a_weighting_cannot_and_says_what_to_do() {
    try (TrainingRun run = brief(new LookBackConfig(8, 6, 0, new Task.NextItem()))) {
      assertThatThrownBy(() -> AttentionSwap.both(run.recommender(), LAST_ITEMS.histories(), 1))
          .hasMessageContaining("reweighted(change)");
    }
  }

  @Test
  void a_readers_own_settings_are_searched_through() {
    Training base = Training.of(new PlainConfig(8, 2, 2, 6, 0, AttentionSettings.causal()));
    assertThat(
            SearchSpace.of(base)
                .choices("model.attention.scoring", Scoring.scaledDot(), new MyAttention(3))
                .grid(2))
        .extracting(training -> training.model().name())
        .containsExactly("plain", "plain, MyAttention[temperature=3.0]");
  }

  private static TrainingRun brief(ModelConfig config) {
    return Training.of(config).withEpochs(2).fit(FIVE_USERS, unused -> 0, ProgressListener.SILENT);
  }

  private static ProgressListener untilAllAreRight() {
    return progress -> {
      if (progress.validation() == 5) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** For how many users the first recommendation is what they took last. */
  private static double learntByHeart(Recommender recommender) {
    return IntStream.range(0, 5)
        .filter(
            user ->
                recommender.recommend(walk(user).withoutLast(1), 1).entries().get(0).item()
                    == walk(user).item(6))
        .count();
  }

  /** Strides that share no divisor with 20 meet no item twice. */
  private static History walk(int user) {
    int stride = new int[] {1, 3, 7, 9, 11}[user];
    return History.of(
        TWENTY,
        IntStream.range(0, 7).map(i -> 1 + (5 * user + stride * i) % 20).toArray(),
        IntStream.range(0, 7).mapToLong(i -> 1_000_000_000L + 100L * i).toArray());
  }
}
