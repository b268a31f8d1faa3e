package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;
import heed.attention.GatedAttention;
import heed.attention.PointwiseAttention;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Parameters;
import heed.model.QueryPosition;
import heed.model.TransformerBlock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gated attention without a softmax that knows how long ago each event was: HSTU, Zhai et al. 2024,
 * "Actions Speak Louder than Words".
 *
 * <p>For logs where time says something: sessions, seasons, what wears off. How strongly an event
 * counts does not depend on how many others there are, so its attention weights sum to anything and
 * may be a little below 0. A step costs O(L^2 D + L D^2) a history, with fewer maps a block than
 * SASRec, and a table look-up for each pair of events. Deviations: the biases are shared by the
 * layers and differ by head (the authors' code: the other way about), a pair's time is counted from
 * the query's own event (see {@link heed.attention.TimeBias}), the last norm is a layer norm with a
 * plain product behind it instead of a cosine with a temperature, and dropout stands behind the
 * output map.
 *
 * <p>This is one of its blocks, x + attention(norm(x)): equations 1 to 3; the gate stands in for a
 * feed-forward layer. What stands around them is {@link heed.model.Transformer}.
 */
public record Hstu(LayerNorm norm, GatedAttention attention) implements TransformerBlock {

  static Hstu create(Parameters parameters, String name, HstuConfig config) {
    int width = config.width();
    int heads = config.heads();
    String attention = name + ".attention";
    return new Hstu(
        LayerNorm.create(parameters, name + ".norm", width),
        GatedAttention.create(parameters, attention, width, heads, config.maxLength())
            .with(
                new PointwiseAttention(
                    config.scoring().bind(parameters, attention + ".score", width / heads),
                    config.maxLength())));
  }

  /** The weights are not dropped, as in the authors' settings. */
  @Override
  public Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout) {
    Attended attended = attention.attend(norm.apply(x), bias, Dropout.NONE); // (B, L, D)
    return attended.withStates(x.add(dropout.apply(attended.states()))); // (B, L, D)
  }

  /** None: its weights are pointwise, there is no softmax to be replaced. */
  @Override
  public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
    return Optional.empty();
  }
}
