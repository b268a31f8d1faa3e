package heed.training;

import heed.file.RecordCodec;
import heed.model.ModelKinds;
import heed.training.objective.BinaryCrossEntropy;
import heed.training.objective.Bpr;
import heed.training.objective.BprMax;
import heed.training.objective.FullCrossEntropy;
import heed.training.objective.SampledSoftmax;
import heed.training.objective.Top1Max;
import heed.training.optimizer.Schedule;

/** The settings of a training that a file may name, those of its network included. */
public final class TrainingKinds {

  private TrainingKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return ModelKinds.codec()
        .with(Training.class, ClickTraining.class)
        .with(ItemStart.Drawn.class, CooccurrenceStart.class)
        .with(
            BinaryCrossEntropy.class,
            Bpr.class,
            BprMax.class,
            FullCrossEntropy.class,
            SampledSoftmax.class,
            Top1Max.class)
        .with(
            Schedule.Constant.class,
            Schedule.WarmUp.class,
            Schedule.Cosine.class,
            Schedule.Plateau.class);
  }
}
