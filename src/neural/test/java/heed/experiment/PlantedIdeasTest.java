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
import heed.training.Progress;
import heed.training.Training;
import heed.training.TrainingRun;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Networks with and without an idea, on planted logs in which only the idea helps, told by NDCG@10
 * on the last event. One seed here, and no longer than it takes to see it; {@code mvn test
 * -Dtest=PlantedIdeasTest -Dheed.seeds=3} asks three, trains all of them to their end and prints
 * what it finds, as {@code src/bench/README.md} holds it.
 */
class PlantedIdeasTest {

  private static final String ASKED = "heed.seeds";
  private static final int SEEDS = Integer.getInteger(ASKED, 1);
  private static final boolean MEASURED = System.getProperty(ASKED) != null;

  /** After so many epochs without progress, a network without the idea is asked no longer. */
  private static final int PATIENCE = 6;

  @Test
  void attention_over_sessions_finds_a_place_in_the_session_before_and_positions_do_not() {
    Comparison comparison =
        new Comparison(
            Planted.of(1_000, 80, 28_000)
                .withShortest(26)
                .withZipf(0)
                .withSessions(8)
                .withRule(Rule.samePlace()),
            25,
            .6);
    HierarchicalConfig hierarchical =
        HierarchicalConfig.defaults().withWidth(32).withMaxLength(40).withDropout(0);
    SasrecConfig sasrec = SasrecConfig.defaults().withWidth(32).withMaxLength(40).withDropout(0);
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.with(hierarchical, seed);
      double without = comparison.without(sasrec, seed);
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
            20,
            .58);
    HstuConfig timed = HstuConfig.defaults().withWidth(32).withMaxLength(30).withDropout(0);
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.with(timed, seed);
      double without = comparison.without(timed.withBias(HstuConfig.Bias.PLACE), seed);
      assertThat(with).as("seed %d", seed).isGreaterThan(without + .1);
    }
  }

  @Test
  void attention_to_a_window_finds_what_the_last_three_decide_sooner_than_attention_to_all() {
    Comparison comparison =
        new Comparison(
            (MEASURED ? Planted.of(300, 100, 30_000) : Planted.of(150, 50, 15_000))
                .withShortest(100)
                .withZipf(0)
                .withRepeats()
                .withRule(Rule.local(3))
                .withNoise(.2),
            10,
            1);
    SasrecConfig global =
        SasrecConfig.defaults().withWidth(32).withLayers(1).withMaxLength(100).withDropout(0);
    for (int seed = 1; seed <= SEEDS; seed++) {
      double with = comparison.with(global.withWindow(2), seed);
      double without = comparison.without(global, seed);
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
    private final double enough;

    /**
     * @param epochs how many at most
     * @param enough the share of the optimum at which a test ends the training
     */
    Comparison(Planted plan, int epochs, double enough) {
      this.log = plan.generate(1);
      this.split = Split.leaveOneOut().of(Sequences.of(log.log(), 1));
      this.seen = plan.repeats() ? Seen.KEPT : Seen.EXCLUDED;
      this.epochs = epochs;
      this.enough = enough;
    }

    double optimum() {
      return log.truth().optimum(10).ndcg();
    }

    double with(ModelConfig network, int seed) {
      return ndcg(network, seed, epochs);
    }

    double without(ModelConfig network, int seed) {
      return ndcg(network, seed, MEASURED ? epochs : PATIENCE);
    }

    private double ndcg(ModelConfig network, int seed, int patience) {
      Training training =
          Training.of(network)
              .withSeed(seed)
              .withEpochs(epochs)
              .withPatience(patience)
              .withLearningRate(.005)
              .withBatchSize(300);
      Evaluation validation = Evaluation.of(split.validation()).withSeen(seen);
      try (TrainingRun run = training.fit(split.train(), validation.ndcg(10), this::stopAtEnough)) {
        Thread.interrupted(); // Asked to stop when it was over anyway.
        int[] ranks = Evaluation.of(split.test()).withSeen(seen).ranks(run.recommender());
        if (MEASURED) {
          System.out.printf(
              Locale.ROOT,
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

    private void stopAtEnough(Progress progress) {
      if (!MEASURED && progress.validation() > enough * optimum()) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
