package heed.model;

import heed.attention.AttentionSettings;
import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.attention.scoring.ScoringKind;
import heed.attention.weighting.WeightingKind;
import java.util.List;

/**
 * The settings of a {@link Transformer} whose attention can be chosen: any scoring, weighting, mask
 * and positions, also those that a reader wrote. Its block makes them with {@link
 * heed.attention.MultiHeadAttention#create(heed.layer.Parameters, String, int, int,
 * AttentionSettings)}.
 *
 * <pre>{@code
 * SasrecConfig.defaults().withScoring(Scoring.additive(8)).withWeighting(Weighting.sparsemax())
 * }</pre>
 *
 * @param <T> the record itself
 */
public interface AttentionConfig<T extends AttentionConfig<T>> extends TransformerConfig {

  /** Scoring, weighting, mask and positions. */
  AttentionSettings attention();

  T withAttention(AttentionSettings attention);

  /** Another way to compare queries and keys. */
  default T withScoring(ScoringKind scoring) {
    return withAttention(attention().withScoring(scoring));
  }

  /** Another way from scores to weights. */
  default T withWeighting(WeightingKind weighting) {
    return withAttention(attention().withWeighting(weighting));
  }

  /** Another reach; see {@link #mask} for what is refused. */
  default T withMask(Mask mask) {
    return withAttention(attention().withMask(mask));
  }

  /** These ways to tell positions in place of the present ones; without an argument, none. */
  default T withPositions(PositionKind... positions) {
    return withAttention(attention().withPositions(positions));
  }

  @Override
  default Mask mask() {
    return attention().mask();
  }

  @Override
  default List<PositionKind> positionKinds() {
    return attention().positions();
  }
}
