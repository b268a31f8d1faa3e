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
 * Settings of {@link EncodeAttendDecode}.
 *
 * @param encoder what reads the history first
 * @param width D, numbers in a state
 * @param heads H, a divisor of the width
 * @param window how many events back the local attention sees, at least 1
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record EncodeAttendDecodeConfig(
    Encoder encoder, int width, int heads, int window, int maxLength, float dropout)
    implements ModelConfig,
        SizedConfig<EncodeAttendDecodeConfig>,
        SizedConfig.OfHeads<EncodeAttendDecodeConfig> {

  public EncodeAttendDecodeConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("window", window);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** A GRU, as in NARM, and a window of ten events. */
  public static EncodeAttendDecodeConfig defaults() {
    return new EncodeAttendDecodeConfig(Encoder.GRU, 64, 2, 10, 200, 0.2f);
  }

  public EncodeAttendDecodeConfig withEncoder(Encoder encoder) {
    return new EncodeAttendDecodeConfig(encoder, width, heads, window, maxLength, dropout);
  }

  public EncodeAttendDecodeConfig withWindow(int window) {
    return new EncodeAttendDecodeConfig(encoder, width, heads, window, maxLength, dropout);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(),
        Hyperparameters.dropout(),
        Axis.choices("encoder", (Object[]) Encoder.values()),
        Axis.choices("window", 3, 5, 10, 20));
  }

  @Override
  public String name() {
    return "encode-attend-decode, " + encoder;
  }

  /** The two self-attentions over all of the past and over the window, and what sums them up. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return Stream.of("far", "near", "summary")
        .map(name -> new AttentionLayer(name, AttentionLayer.Weights.NORMALIZED))
        .toList();
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new EncodeAttendDecode(this, items, seed, manager);
  }
}
