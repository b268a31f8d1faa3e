package heed.bench;

import heed.model.ModelConfig;
import heed.model.click.BstConfig;
import heed.model.click.ClickConfig;
import heed.model.click.CrossAttentionConfig;
import heed.model.click.DinConfig;
import heed.model.click.FactorizationConfig;
import heed.model.click.LogisticConfig;
import heed.model.interest.ComiRecDrConfig;
import heed.model.interest.ComiRecSaConfig;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The networks of the library, each with its default settings, by what it is called whatever its
 * settings. A benchmark of all networks asks these, each in the search space that its settings
 * declare; a new network enters by a line here.
 */
public final class Networks {

  private Networks() {}

  /** The networks that need nothing but histories. */
  public static Map<String, ModelConfig> overHistories() {
    Map<String, ModelConfig> networks = new LinkedHashMap<>();
    networks.put("SASRec", SasrecConfig.defaults());
    networks.put("BERT4Rec", Bert4RecConfig.defaults());
    networks.put("GRU4Rec or LSTM", Gru4RecConfig.defaults());
    networks.put("LiGR", LigrConfig.defaults());
    networks.put("HSTU", HstuConfig.defaults());
    networks.put("linear attention", LinearRecConfig.defaults());
    networks.put("encode, attend, decode", EncodeAttendDecodeConfig.defaults());
    networks.put("hierarchical attention", HierarchicalConfig.defaults());
    networks.put("memory network", MemoryRecConfig.defaults());
    networks.put("ComiRec-SA", ComiRecSaConfig.defaults());
    networks.put("ComiRec-DR", ComiRecDrConfig.defaults());
    networks.put("MIND", MindConfig.defaults());
    return Collections.unmodifiableMap(networks);
  }

  /** The networks that predict clicks. */
  public static Map<String, ClickConfig> ofClicks() {
    Map<String, ClickConfig> networks = new LinkedHashMap<>();
    networks.put("logistic regression", LogisticConfig.defaults());
    networks.put("factorization machine", FactorizationConfig.defaults());
    networks.put("DIN", DinConfig.defaults());
    networks.put("BST", BstConfig.defaults());
    networks.put("cross-attention", CrossAttentionConfig.defaults());
    return Collections.unmodifiableMap(networks);
  }
}
