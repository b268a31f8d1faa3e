package heed.model.click;

import heed.file.RecordCodec;
import heed.file.RecordKinds;

/** The settings of networks that predict clicks that files may hold. */
public final class ClickKinds implements RecordKinds {

  @Override
  public RecordCodec codec() {
    return RecordCodec.plain()
        .with(
            BstConfig.class,
            CrossAttentionConfig.class,
            DinConfig.class,
            FactorizationConfig.class,
            LogisticConfig.class);
  }
}
