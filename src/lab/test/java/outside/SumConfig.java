package outside;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.click.ClickConfig;
import heed.model.click.ClickLayer;
import heed.model.click.ClickNetwork;
import java.util.List;

/** Settings of {@link SumNetwork}. */
record SumConfig(int width, int maxLength, float dropout) implements ClickConfig {

  @Override
  public String name() {
    return "sum of fields";
  }

  @Override
  public List<ClickLayer> attention() {
    return List.of();
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new SumNetwork(this, schema, seed, manager);
  }
}
