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
 * A Transformer that sees a history in both directions and fills in masked items: Sun et al. 2019,
 * "BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from
 * Transformer".
 *
 * <p>For logs whose order says little, since an event may look at what came after it. A step costs
 * O(L^2 D + L D^2) a history, but learns from the masked events only, a fifth by default, and so
 * needs many more epochs than SASRec to show what it can (Petrov and Macdonald 2022). Asked for a
 * recommendation, it reads the history with a mask behind it. Deviation from the paper: no bias an
 * item in the output layer (section 3.5).
 *
 * <p>This is one of its blocks, attention and a feed-forward layer, each added and then normalised:
 * section 3.3. What stands around them is {@link heed.model.Transformer}, before them {@link
 * heed.model.TransformerInput#masked}.
 */
public record Bert4Rec(
    MultiHeadAttention attention,
    LayerNorm attentionNorm,
    Linear inner,
    Linear outer,
    LayerNorm feedForwardNorm)
    implements TransformerBlock {

  /** How many times D the feed-forward layer is wide inside. */
  private static final int EXPANSION = 4;

  static Bert4Rec create(Parameters parameters, String name, Bert4RecConfig config) {
    int width = config.width();
    return new Bert4Rec(
        MultiHeadAttention.create(
            parameters, name + ".attention", width, config.heads(), config.attention()),
        LayerNorm.create(parameters, name + ".attentionNorm", width),
        Linear.create(parameters, name + ".inner", width, EXPANSION * width),
        Linear.create(parameters, name + ".outer", EXPANSION * width, width),
        LayerNorm.create(parameters, name + ".feedForwardNorm", width));
  }

  @Override
  public Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout) {
    Attended attended = attention.attend(asked.of(x), x, x, bias, dropout);
    NDArray sum = asked.of(x).add(dropout.apply(attended.states())); // (B, Q, D)
    NDArray mixed = attentionNorm.apply(sum); // (B, Q, D)
    NDArray hidden = dropout.apply(Activation.GELU.apply(inner.apply(mixed))); // (B, Q, 4D)
    NDArray changed = dropout.apply(outer.apply(hidden)); // (B, Q, D)
    return attended.withStates(feedForwardNorm.apply(mixed.add(changed))); // (B, Q, D)
  }

  @Override
  public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
    return attention
        .reweighted(change)
        .map(other -> new Bert4Rec(other, attentionNorm, inner, outer, feedForwardNorm));
  }

  @Override
  public boolean isPairwise() {
    return attention.isPairwise();
  }
}
