package heed.model;

import heed.attention.AttentionKinds;
import heed.batch.NegativeDistribution;
import heed.batch.Task;
import heed.features.FeatureKinds;
import heed.file.RecordCodec;
import heed.model.click.BstConfig;
import heed.model.click.CrossAttentionConfig;
import heed.model.click.DinConfig;
import heed.model.click.FactorizationConfig;
import heed.model.click.LogisticConfig;
import heed.model.interest.ComiRecDrConfig;
import heed.model.interest.ComiRecSaConfig;
import heed.model.interest.Fading;
import heed.model.interest.InterestContentConfig;
import heed.model.interest.MindConfig;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.EncodeAttendDecodeConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.HierarchicalConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.LinearRecConfig;
import heed.model.sequential.MemoryRecConfig;
import heed.model.sequential.SasrecConfig;

/** The settings of networks that a file may name, with all that they hold. */
public final class ModelKinds {

  private ModelKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return AttentionKinds.codec()
        .and(FeatureKinds.codec())
        .with(Task.NextItem.class, Task.LastItems.class, Task.MaskedItems.class)
        .with(
            NegativeDistribution.Uniform.class,
            NegativeDistribution.Popularity.class,
            NegativeDistribution.InBatch.class,
            NegativeDistribution.Mixed.class)
        .with(Fading.Never.class, Fading.ByEvents.class, Fading.ByTime.class)
        .with(
            Bert4RecConfig.class,
            ComiRecDrConfig.class,
            ComiRecSaConfig.class,
            EncodeAttendDecodeConfig.class,
            Gru4RecConfig.class,
            HierarchicalConfig.class,
            HstuConfig.class,
            InterestContentConfig.class,
            LigrConfig.class,
            LinearRecConfig.class,
            MemoryRecConfig.class,
            MindConfig.class,
            SasrecConfig.class)
        .with(
            BstConfig.class,
            CrossAttentionConfig.class,
            DinConfig.class,
            FactorizationConfig.class,
            LogisticConfig.class);
  }
}
