package heed.model.sequential;

import heed.file.RecordCodec;
import heed.file.RecordKinds;

/** The settings of sequential networks that files may hold. */
public final class SequentialKinds implements RecordKinds {

  @Override
  public RecordCodec codec() {
    return RecordCodec.plain()
        .with(
            Bert4RecConfig.class,
            EncodeAttendDecodeConfig.class,
            Gru4RecConfig.class,
            HierarchicalConfig.class,
            HstuConfig.class,
            MultiBehaviorConfig.class,
            LigrConfig.class,
            LinearRecConfig.class,
            MemoryRecConfig.class,
            SasrecConfig.class);
  }
}
