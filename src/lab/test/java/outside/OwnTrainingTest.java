package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Popularity;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.contract.batch.NegativeDistributionContract;
import heed.contract.batch.NegativeSamplingContract;
import heed.contract.clicks.ClickLogs;
import heed.contract.clicks.ClickPredictorContract;
import heed.contract.training.ClickNetworkContract;
import heed.contract.training.ObjectiveContract;
import heed.evaluation.Evaluation;
import heed.evaluation.clicks.ClickEvaluation;
import heed.evaluation.clicks.ClickMetrics;
import heed.model.click.ClickConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.Objective;
import heed.training.objective.SampledSoftmax;
import heed.training.optimizer.EmbeddingUpdates;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Losses, samplers, schedules and networks that the library does not know, trained like ours. */
class OwnTrainingTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  /** Forty users who each go on to the next item: what comes next is easily learnt. */
  private static final Split.Parts WALKS =
      Split.leaveOneOut()
          .of(
              Sequences.of(
                  TWENTY,
                  IntStream.range(0, 40).mapToObj(user -> "u" + user).toList(),
                  IntStream.range(0, 40).mapToObj(OwnTrainingTest::walk).toList()));

  private static final ClickSplit.Parts CLICKS = ClickLogs.parts(60, 30, 3_000);

  private static History walk(int user) {
    int[] items = IntStream.range(0, 8).map(event -> 1 + (7 * user + event) % 20).toArray();
    return History.untimed(TWENTY, items);
  }

  @ParameterizedTest
  @EnumSource(EmbeddingUpdates.class)
  void an_own_loss_sampler_and_schedule_train_a_network(EmbeddingUpdates steps) {
    Evaluation validation = Evaluation.of(WALKS.validation());
    Training training =
        training(new SquaredHinge(new Shifted(5))).withEmbeddingUpdates(steps).withEpochs(60);
    assertThat(training.memory(WALKS.train()).bytes()).isPositive();
    try (TrainingRun run =
        training.fit(WALKS.train(), validation.ndcg(10), ProgressListener.SILENT)) {
      Evaluation test = Evaluation.of(WALKS.test());
      double ours = test.ndcg(10).applyAsDouble(run.recommender());
      double popularity = test.ndcg(10).applyAsDouble(Popularity.ever(WALKS.train()));
      assertThat(ours).isGreaterThan(.9).isGreaterThan(popularity);
      assertThat(test.compare(run.recommender(), Popularity.ever(WALKS.train())).toString())
          .contains(run.recommender().name());
    }
  }

  @Test
  void an_own_distribution_serves_a_loss_of_ours() {
    Objective objective = new SampledSoftmax(8, new EveryOther());
    try (TrainingRun run =
        training(objective)
            .withEpochs(40)
            .fit(
                WALKS.train(),
                Evaluation.of(WALKS.validation()).ndcg(10),
                ProgressListener.SILENT)) {
      assertThat(run.curve().get(run.curve().size() - 1).loss())
          .isLessThan(run.curve().get(0).loss());
      assertThat(objective.name()).contains("every other");
    }
  }

  @Test
  void a_loss_that_does_not_say_that_it_is_sparse_is_not_trained_by_rows() {
    Training whole = training(new WholeLogistic());
    assertThatThrownBy(() -> whole.withEmbeddingUpdates(EmbeddingUpdates.SPARSE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("take a sampled objective");
  }

  private static Training training(Objective objective) {
    return Training.of(Gru4RecConfig.defaults().withWidth(16).withMaxLength(8))
        .withObjective(objective)
        .withSchedule(new InverseRoot(20))
        .withBatchSize(60)
        .withLearningRate(0.02);
  }

  @Test
  void an_own_network_of_clicks_and_an_own_predictor_are_trained_and_compared() {
    ClickPredictor rates = ItemRates.of(CLICKS.train());
    try (ClickRun run =
        ClickTraining.of(new SumConfig(8, 6, 0.1f))
            .withBatchRows(64)
            .withLearningRate(.02)
            .fit(
                CLICKS.train(),
                ClickEvaluation.of(CLICKS.validation()).auc(),
                ProgressListener.SILENT)) {
      assertThat(auc(run.predictor())).isGreaterThan(.55);
      assertThat(auc(rates)).isGreaterThan(.5);
      assertThat(ClickEvaluation.of(CLICKS.test()).compare(run.predictor(), rates).toString())
          .contains("sum of fields", "rate of the item");
      assertThat(run.training().memory(CLICKS.train()).bytes()).isPositive();
    }
  }

  private static double auc(ClickPredictor predictor) {
    return ClickMetrics.auc(predictor.chances(CLICKS.test()), CLICKS.test().clicked());
  }

  @Nested
  class TheLoss implements ObjectiveContract {
    @Override
    public Objective objective() {
      return new SquaredHinge(new Shifted(5));
    }
  }

  @Nested
  class TheLossOverAll implements ObjectiveContract {
    @Override
    public Objective objective() {
      return new WholeLogistic();
    }
  }

  @Nested
  class TheSampler implements NegativeSamplingContract {
    @Override
    public NegativeSampling sampling() {
      return new Shifted(3);
    }
  }

  @Nested
  class TheDistribution implements NegativeDistributionContract {
    @Override
    public NegativeDistribution distribution() {
      return new EveryOther();
    }
  }

  @Nested
  class TheNetworkOfClicks implements ClickNetworkContract {
    @Override
    public ClickConfig config(double dropout) {
      return new SumConfig(8, LENGTH, (float) dropout);
    }

    @Override
    public boolean seesOrder() {
      return false;
    }
  }

  @Nested
  class ThePredictor implements ClickPredictorContract {
    @Override
    public ClickPredictor predictor(Clicks train) {
      return ItemRates.of(train);
    }
  }
}
