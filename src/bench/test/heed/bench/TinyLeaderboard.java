package heed.bench;

import heed.experiment.DataFingerprint;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.Training;
import java.util.List;

/** A leaderboard of a planted log that is fitted at once. */
final class TinyLeaderboard {

  static final Split.Parts SPLIT =
      Split.leaveOneOut().of(Sequences.of(Planted.of(60, 40, 900).generate(1).log(), 1));

  static final DataFingerprint DATA = new DataFingerprint("planted", "", 60, 40, 900, List.of());

  static Leaderboard board(int budget, Long... seeds) {
    return new Leaderboard(DATA, SPLIT, budget, List.of(seeds));
  }

  private TinyLeaderboard() {}

  static Training tiny(double rate) {
    return Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(5))
        .withLearningRate(rate)
        .withBatchSize(100)
        .withEpochs(2);
  }
}
