package heed.evaluation;

import heed.file.RecordCodec;

/** The metrics that a file may name. */
public final class MetricKinds {

  private MetricKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return RecordCodec.plain()
        .with(
            Metric.HitRate.class,
            Metric.Precision.class,
            Metric.Recall.class,
            Metric.F1.class,
            Metric.Ndcg.class,
            Metric.AveragePrecision.class,
            Metric.ReciprocalRank.class,
            Metric.Auc.class);
  }
}
