package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import heed.attention.scoring.DotScore;
import heed.layer.Dropout;
import heed.layer.Heads;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.Silu;

/**
 * Self-attention that gates what it returns by what it was asked: the HSTU layer of Zhai et al.
 * 2024, without its residual.
 *
 * <p>One map makes gate U, values V, queries Q and keys K, all through a SiLU; the attended values
 * are normalised and multiplied with the gate, which stands in for a feed-forward layer.
 *
 * @param mixer f1, all four at once: (4 D, D)
 * @param norm over the heads together
 * @param output f2: (D, D)
 * @param heads H, a divisor of the width D
 * @param kind pointwise in the paper
 */
public record GatedAttention(
    Linear mixer, LayerNorm norm, Linear output, int heads, Attention kind) {

  public GatedAttention {
    int width = Math.toIntExact(output.weight().getShape().get(0));
    Heads.requireDivisor("width", width, "heads", heads);
  }

  /**
   * Pointwise attention with dots. Xavier weights.
   *
   * @param maxLength the longest history that the network reads
   */
  public static GatedAttention create(
      Parameters parameters, String name, int width, int heads, int maxLength) {
    return new GatedAttention(
        Linear.create(parameters, name + ".mixer", width, 4 * width),
        LayerNorm.create(parameters, name + ".norm", width),
        Linear.create(parameters, name + ".output", width, width),
        heads,
        new PointwiseAttention(new DotScore(), maxLength));
  }

  /** The same maps around another kind. */
  public GatedAttention with(Attention kind) {
    return new GatedAttention(mixer, norm, output, heads, kind);
  }

  /**
   * Attends.
   *
   * @param x (B, L, D)
   * @param bias mask, position and time bias together, broadcast to (B, H, L, L)
   * @param dropout drops weights while training
   * @return states (B, L, D) and weights (B, H, L, L)
   */
  public Attended attend(NDArray x, NDArray bias, Dropout dropout) {
    NDList mixed = Silu.of(mixer.apply(x)).split(4, 2); // four of (B, L, D)
    Attended attended =
        kind.attend(
            Heads.split(mixed.get(2), heads), // Q (B, H, L, D/H)
            Heads.split(mixed.get(3), heads), // K (B, H, L, D/H)
            Heads.split(mixed.get(1), heads), // V (B, H, L, D/H)
            bias,
            dropout);
    NDArray gated = norm.apply(Heads.join(attended.states())).mul(mixed.get(0)); // (B, L, D)
    return attended.withStates(output.apply(gated)); // (B, L, D)
  }
}
