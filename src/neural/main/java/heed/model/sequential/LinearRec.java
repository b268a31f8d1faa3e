package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;
import heed.attention.CausalLinearAttention;
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
 * A narrow causal Transformer for long histories, whose attention keeps a running sum instead of
 * comparing all pairs: Katharopoulos et al. 2020, "Transformers are RNNs".
 *
 * <p>For histories of thousands of events. A step costs O(L D^2) a history, where SASRec's costs
 * O(L^2 D + L D^2), but a softmax points more sharply than a running sum can. The sum holds D / H
 * numbers squared a head, which is why heads are narrow. Attention weights are only computed to be
 * shown, at the cost of all pairs. Around the attention it is SASRec; the papers that brought
 * linear attention to recommendation (LinRec, Liu et al. 2023) differ in the features and look both
 * ways.
 *
 * <p>This is one of its blocks, linear self-attention over the past and a feed-forward layer, each
 * on a residual branch; what stands around them is {@link heed.model.Transformer}.
 */
public record LinearRec(
    LayerNorm attentionNorm,
    MultiHeadAttention attention,
    LayerNorm feedForwardNorm,
    Linear inner,
    Linear outer)
    implements TransformerBlock {

  static LinearRec create(Parameters parameters, String name, LinearRecConfig config) {
    int width = config.width();
    return new LinearRec(
        LayerNorm.create(parameters, name + ".attentionNorm", width),
        MultiHeadAttention.create(parameters, name + ".attention", width, config.heads())
            .with(new CausalLinearAttention()),
        LayerNorm.create(parameters, name + ".feedForwardNorm", width),
        Linear.create(parameters, name + ".inner", width, width),
        Linear.create(parameters, name + ".outer", width, width));
  }

  /** The bias shows everything: the attention itself leaves out what comes later. */
  @Override
  public Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout) {
    Attended attended = attention.attend(attentionNorm.apply(x), bias, dropout); // (B, L, D)
    NDArray mixed = x.add(dropout.apply(attended.states())); // (B, L, D)
    NDArray hidden = Activation.GELU.apply(inner.apply(feedForwardNorm.apply(mixed))); // (B, L, D)
    NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D)
    return attended.withStates(mixed.add(changed)); // (B, L, D)
  }

  /** None: it adds up features of keys and weighs no scores. */
  @Override
  public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
    return Optional.empty();
  }
}
