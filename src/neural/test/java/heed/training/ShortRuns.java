package heed.training;

import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.model.click.DinConfig;
import heed.training.optimizer.EmbeddingUpdates;

/** Trainings of three short epochs, to be stopped and taken up again. */
public final class ShortRuns {

  public static final Training SEQUENCES = KilledRun.TRAINING.withEpochs(3);

  static final Training BY_ROWS = SEQUENCES.withEmbeddingUpdates(EmbeddingUpdates.SPARSE);

  public static final Clicks PAIRS = TinyClicks.everyPair(5, 6, (user, item) -> (user + item) % 2);

  public static final ClickTraining CLICKS =
      ClickTraining.of(new DinConfig(8, 16, 5, 0.4f))
          .withWeightDecay(0.1)
          .withBatchRows(7)
          .withEpochs(3);

  private ShortRuns() {}
}
