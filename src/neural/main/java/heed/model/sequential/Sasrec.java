package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;
import heed.attention.MultiHeadAttention;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.model.Activation;
import heed.model.QueryPosition;
import heed.model.TransformerBlock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A causal Transformer over item histories that predicts the next item at every position: Kang and
 * McAuley 2018, "Self-Attentive Sequential Recommendation".
 *
 * <p>For next-item prediction where order matters; a step costs O(L^2 D + L D^2) a history. Item
 * vectors serve both as input and as output (section III-D). The layer norm stands before attention
 * and feed-forward, g(x) = x + dropout(f(norm(x))), as in the paper's section III-C; the authors'
 * code normalises the queries only and adds the normalised input. Deviations from the paper:
 * positions count from the start of the window, and what it is trained with is chosen apart from it
 * (the paper: binary cross-entropy).
 *
 * <p>This is one of its blocks, self-attention and a feed-forward layer, each on a residual branch;
 * what stands around them is {@link heed.model.Transformer}.
 */
public record Sasrec(
    LayerNorm attentionNorm,
    MultiHeadAttention attention,
    LayerNorm feedForwardNorm,
    Linear inner,
    Activation activation,
    Linear outer)
    implements TransformerBlock {

  static Sasrec create(Parameters parameters, String name, SasrecConfig config) {
    int width = config.width();
    return new Sasrec(
        LayerNorm.create(parameters, name + ".attentionNorm", width),
        MultiHeadAttention.create(
            parameters, name + ".attention", width, config.heads(), config.attention()),
        LayerNorm.create(parameters, name + ".feedForwardNorm", width),
        Linear.create(parameters, name + ".inner", width, config.expansion() * width),
        config.activation(),
        Linear.create(parameters, name + ".outer", config.expansion() * width, width));
  }

  @Override
  public Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout) {
    NDArray read = attentionNorm.apply(x); // (B, L, D)
    Attended attended = attention.attend(asked.of(read), read, read, bias, dropout);
    NDArray mixed = asked.of(x).add(dropout.apply(attended.states())); // (B, Q, D)
    NDArray hidden = activation.apply(inner.apply(feedForwardNorm.apply(mixed))); // (B, Q, eD)
    NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, Q, D)
    return attended.withStates(mixed.add(changed)); // (B, Q, D)
  }

  @Override
  public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
    return attention
        .reweighted(change)
        .map(other -> new Sasrec(attentionNorm, other, feedForwardNorm, inner, activation, outer));
  }

  @Override
  public boolean isPairwise() {
    return attention.isPairwise();
  }
}
