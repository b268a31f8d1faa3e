package heed.model;

import heed.attention.AttentionKinds;
import heed.batch.NegativeDistribution;
import heed.batch.Task;
import heed.features.FeatureKinds;
import heed.file.RecordCodec;
import heed.file.RecordKinds;
import heed.layer.Similarity;
import java.util.ServiceLoader;

/** The settings of networks that a file may name, with all that they hold. */
public final class ModelKinds {

  private ModelKinds() {}

  /**
   * Reads and writes our own and those that a jar names as {@link RecordKinds}; a reader's of a
   * cell is added by {@link RecordCodec#with}.
   */
  public static RecordCodec codec() {
    RecordCodec codec =
        AttentionKinds.codec()
            .and(FeatureKinds.codec())
            .with(Similarity.Dot.class, Similarity.Cosine.class)
            .with(Task.NextItem.class, Task.LastItems.class, Task.MaskedItems.class)
            .with(
                NegativeDistribution.Uniform.class,
                NegativeDistribution.Popularity.class,
                NegativeDistribution.InBatch.class,
                NegativeDistribution.Mixed.class);
    for (RecordKinds kinds :
        ServiceLoader.load(RecordKinds.class, ModelKinds.class.getClassLoader())) {
      codec = codec.and(kinds.codec());
    }
    return codec;
  }
}
