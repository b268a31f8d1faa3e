package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.model.ModelConfig;
import heed.model.sequential.HierarchicalConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.planted.Rule;
import heed.recommend.Seen;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Networks with and without an idea, on planted logs in which only the idea helps, told by NDCG@10
 * on the last event. One seed here; {@code mvn test -Dtest=PlantedIdeasTest -Dheed.seeds=3} asks
 * three and prints what it finds, as {@code src/bench/README.md} holds it.
 */
class PlantedIdeasTest {

  private static final String ASKED = "heed.seeds";
  private static final int SEEDS = Integer.getInteger(ASKED, 1);

  @Test
  void attention_over_sessions_finds_a_place_in_the_session_before_and_positions_do_not() {
    Comparison comparison =
        new Comparison(
            Planted.of(1_000, 80, 28_000)
                .withShortest(26)
                .withZipf(0)
                .withSessions(8)
                .withRule(Rule.samePlace()),
            25);
    HierarchicalConfig hierarchical =
        HierarchicalConfig.defaults().withWidth(32).withMaxLength(40).withDropout(0);
    SasrecConfig sasrec = SasrecConfig.defaults().withWidth(32).withMaxLength(40).withDropout(0);
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.ndcg(hierarchical, seed);
      double without = comparison.ndcg(sasrec, seed);
      // A slow seed is still on its way after 25 epochs: it is ahead, and not by as much.
      assertThat(with).as("seed %d", seed).isGreaterThan(without + .05);
      sum += with;
    }
    assertThat(sum / SEEDS).as("mean of all seeds").isGreaterThan(comparison.optimum() / 2);
  }

  @Test
  void a_bias_of_time_finds_what_came_before_a_pause_and_positions_do_not() {
    Comparison comparison =
        new Comparison(
            Planted.of(1_000, 60, 20_000)
                .withShortest(18)
                .withZipf(0)
                .withRule(Rule.ago(Duration.ofHours(4), Duration.ofDays(365))),
            20);
    HstuConfig timed = HstuConfig.defaults().withWidth(32).withMaxLength(30).withDropout(0);
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.ndcg(timed, seed);
      double without = comparison.ndcg(timed.withBias(HstuConfig.Bias.PLACE), seed);
      assertThat(with).as("seed %d", seed).isGreaterThan(without + .1);
    }
  }

  @Test
  void attention_to_a_window_finds_what_the_last_three_decide_sooner_than_attention_to_all() {
    Comparison comparison =
        new Comparison(
            Planted.of(300, 100, 30_000)
                .withShortest(100)
                .withZipf(0)
                .withRepeats()
                .withRule(Rule.local(3))
                .withNoise(.2),
            10);
    SasrecConfig global =
        SasrecConfig.defaults().withWidth(32).withLayers(1).withMaxLength(100).withDropout(0);
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.ndcg(global.withWindow(2), seed);
      double without = comparison.ndcg(global, seed);
      assertThat(with).as("seed %d", seed).isGreaterThan(without + .05);
      assertThat(with).as("seed %d", seed).isGreaterThan(.9 * comparison.optimum());
    }
  }

  /** A planted log, split, and how long to train on it. */
  private static final class Comparison {

    private final PlantedLog log;
    private final Split.Parts split;
    private final Seen seen;
    private final int epochs;

    Comparison(Planted plan, int epochs) {
      this.log = plan.generate(1);
      this.split = Split.leaveOneOut().of(Sequences.of(log.log(), 1));
      this.seen = plan.repeats() ? Seen.KEPT : Seen.EXCLUDED;
      this.epochs = epochs;
    }

    double optimum() {
      return log.truth().optimum(10).ndcg();
    }

    double ndcg(ModelConfig network, int seed) {
      Training training =
          Training.of(network)
              .withSeed(seed)
              .withEpochs(epochs)
              .withPatience(epochs)
              .withLearningRate(.005)
              .withBatchSize(300);
      Evaluation validation = Evaluation.of(split.validation()).withSeen(seen);
      try (TrainingRun run =
          training.fit(split.train(), validation.ndcg(10), ProgressListener.SILENT)) {
        int[] ranks = Evaluation.of(split.test()).withSeen(seen).ranks(run.recommender());
        if (System.getProperty(ASKED) != null) {
          System.out.printf(
              "%s, seed %d: NDCG@10 %.3f of %.3f, HR@10 %.3f, epoch %d, %.0f s%n",
              network,
              seed,
              Metrics.ndcg(ranks, 10),
              optimum(),
              Metrics.hitRate(ranks, 10),
              run.bestEpoch(),
              run.seconds());
        }
        return Metrics.ndcg(ranks, 10);
      }
    }
  }
}
