package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.SizedConfig;
import heed.search.SearchSpace.Axis;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings of {@link Hierarchical}.
 *
 * @param width D, numbers in a state
 * @param heads H, a divisor of the width
 * @param gap seconds; a pause longer than this parts two sessions
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record HierarchicalConfig(int width, int heads, long gap, int maxLength, float dropout)
    implements ModelConfig,
        SizedConfig<HierarchicalConfig>,
        SizedConfig.OfHeads<HierarchicalConfig> {

  private static final long HALF_AN_HOUR = 1_800;

  public HierarchicalConfig {
    Checks.divisible(width, heads);
    if (gap < 1) {
      throw new IllegalArgumentException(
          "a gap between sessions is at least a second, found " + gap);
    }
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Sessions parted by half an hour, at the width and length of {@link SasrecConfig}. */
  public static HierarchicalConfig defaults() {
    return new HierarchicalConfig(64, 2, HALF_AN_HOUR, 200, 0.2f);
  }

  /** With sessions parted by pauses of more than so many seconds. */
  public HierarchicalConfig withGap(long seconds) {
    return new HierarchicalConfig(width, heads, seconds, maxLength, dropout);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(), Hyperparameters.dropout(), Axis.choices("gap", 1_800, 86_400));
  }

  @Override
  public String name() {
    return "hierarchical attention";
  }

  /** The session that runs, all sessions, and the events of all sessions. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return Stream.of("events in the session", "sessions", "events of all sessions")
        .map(name -> new AttentionLayer(name, AttentionLayer.Weights.NORMALIZED))
        .toList();
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new Hierarchical(this, items, seed, manager);
  }
}
