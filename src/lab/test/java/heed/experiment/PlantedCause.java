package heed.experiment;

import heed.evaluation.Evaluation;
import heed.model.NetworkRecommender;
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

/**
 * A network that learnt that the item three back decides, and the questions it answers rightly.
 *
 * @param run owns the network
 * @param causes the questions of the test that the rule decided and the network knows
 */
public record PlantedCause(TrainingRun run, Causes causes) implements AutoCloseable {

  /** Plants and trains in a few seconds; one seed for both. */
  public static PlantedCause trained(long seed) {
    PlantedLog planted =
        Planted.of(400, 60, 6_000)
            .withShortest(8)
            .withZipf(0)
            .withRepeats()
            .withRule(Rule.back(3))
            .withNoise(.1)
            .generate(seed);
    Sequences sequences = Sequences.of(planted.log(), seed);
    Split.Parts split = Split.leaveOneOut().of(sequences);
    TrainingRun run =
        Training.of(
                SasrecConfig.defaults()
                    .withWidth(32)
                    .withLayers(1)
                    .withHeads(2)
                    .withMaxLength(24)
                    .withDropout(.1))
            .withSeed(seed)
            .withLearningRate(.01)
            .withBatchSize(512)
            .withEpochs(25)
            .withPatience(25)
            .fit(
                split.train(),
                Evaluation.of(split.validation()).withSeen(Seen.KEPT).ndcg(10),
                ProgressListener.SILENT);
    Causes causes =
        Causes.of(planted.truth(), sequences, split.test()).knownTo(run.recommender(), Seen.KEPT);
    return new PlantedCause(run, causes);
  }

  public NetworkRecommender recommender() {
    return run.recommender();
  }

  public int size() {
    return causes.questions().size();
  }

  @Override
  public void close() {
    run.close();
  }
}
