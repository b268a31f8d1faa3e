package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import heed.attention.Attended;
import heed.attention.MultiHeadAttention;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.Silu;
import heed.model.QueryPosition;
import heed.model.TransformerBlock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A causal Transformer whose residual branches pass through learnt gates: the layers of LiGR,
 * Borisyuk et al. 2025, "From Features to Transformers", on the next-item task as eSASRec runs
 * them, Tikhonovich et al. 2025.
 *
 * <p>Where SASRec is too shallow: the gates keep deep stacks stable, and eSASRec was the best of
 * the modular recipes its authors compared (with sampled softmax, which is chosen apart as the
 * objective). A step costs O(L^2 D + L D^2) a history as SASRec's does, but with gates and wider
 * feed-forward layers about four times its multiplications a block. Deviation from LiGR's paper:
 * one history at a time, without its ranking features.
 *
 * <p>This is one of its blocks: x + f(norm(x)) * sigmoid(gate(x)), once for attention and once for
 * the feed-forward layer. What stands around them is {@link heed.model.Transformer}.
 */
public record Ligr(
    LayerNorm attentionNorm,
    MultiHeadAttention attention,
    Linear attentionGate,
    LayerNorm feedForwardNorm,
    SwiGlu feedForward,
    Linear feedForwardGate)
    implements TransformerBlock {

  static Ligr create(Parameters parameters, String name, LigrConfig config) {
    int width = config.width();
    return new Ligr(
        LayerNorm.create(parameters, name + ".attentionNorm", width),
        MultiHeadAttention.create(
            parameters, name + ".attention", width, config.heads(), config.attention()),
        Linear.create(parameters, name + ".attentionGate", width, width),
        LayerNorm.create(parameters, name + ".feedForwardNorm", width),
        SwiGlu.create(parameters, name, width, config.expansion() * width),
        Linear.create(parameters, name + ".feedForwardGate", width, width));
  }

  @Override
  public Attended apply(NDArray states, QueryPosition asked, NDArray bias, Dropout dropout) {
    NDArray read = attentionNorm.apply(states); // (B, L, D)
    Attended attended = attention.attend(asked.of(read), read, read, bias, dropout);
    NDArray x = asked.of(states); // (B, Q, D)
    NDArray mixed = x.add(gated(dropout.apply(attended.states()), attentionGate, x)); // (B, Q, D)
    NDArray changed = feedForward.apply(feedForwardNorm.apply(mixed), dropout); // (B, Q, D)
    NDArray branch = gated(dropout.apply(changed), feedForwardGate, mixed); // (B, Q, D)
    return attended.withStates(mixed.add(branch)); // (B, Q, D)
  }

  private static NDArray gated(NDArray branch, Linear gate, NDArray x) {
    return branch.mul(Activation.sigmoid(gate.apply(x))); // (B, Q, D)
  }

  /** (SiLU(x W) * x V) U: Shazeer 2020, "GLU Variants Improve Transformer", eq. 6. */
  public record SwiGlu(Linear gate, Linear inner, Linear outer) {

    static SwiGlu create(Parameters parameters, String name, int width, int hidden) {
      return new SwiGlu(
          Linear.create(parameters, name + ".gate", width, hidden),
          Linear.create(parameters, name + ".inner", width, hidden),
          Linear.create(parameters, name + ".outer", hidden, width));
    }

    NDArray apply(NDArray x, Dropout dropout) {
      NDArray hidden = Silu.of(gate.apply(x)).mul(inner.apply(x)); // (B, Q, eD)
      return outer.apply(dropout.apply(hidden)); // (B, Q, D)
    }
  }

  @Override
  public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
    return attention
        .reweighted(change)
        .map(
            other ->
                new Ligr(
                    attentionNorm,
                    other,
                    attentionGate,
                    feedForwardNorm,
                    feedForward,
                    feedForwardGate));
  }

  @Override
  public boolean isPairwise() {
    return attention.isPairwise();
  }
}
