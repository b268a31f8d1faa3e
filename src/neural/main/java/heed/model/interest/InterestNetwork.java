package heed.model.interest;

import ai.djl.ndarray.NDArray;
import heed.attention.NoMask;
import heed.attention.ScoredAttention;
import heed.attention.SingleHead;
import heed.attention.scoring.DotScore;
import heed.layer.Dropout;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Interests;
import heed.model.Network;

/**
 * A network that keeps K interests of a user apart, where others press all into one state.
 *
 * <p>In training the target says which interest it belongs to, and that one learns. Asked for a
 * recommendation, all of them score the catalogue, fused as the {@link InterestConfig} says.
 */
public interface InterestNetwork extends Network {

  @Override
  InterestConfig config();

  /**
   * Label-aware attention: the target asks, the interests answer. MIND, Li et al. 2019,
   * "Label-aware Attention Layer": V softmax((V^T e)^p); at an infinite power the interest that
   * fits best alone, which is ComiRec's choice, an argmax (Cen et al. 2020, model training).
   */
  @Override
  default NDArray targetRepresentation(Encoding encoding, NDArray positions, NDArray targets) {
    NDArray interests = interests(encoding).at(positions); // (T, K, D)
    EmbeddingTable items = new EmbeddingTable(itemVectors(targets.getManager()));
    NDArray asked = items.lookUp(targets.expandDims(1)); // (T, 1, D)
    return new SingleHead(new ScoredAttention(new DotScore(), config().interests().choice()))
        .attend(asked, interests, interests, NoMask.of(asked.getManager()), Dropout.NONE)
        .states()
        .squeeze(1); // (T, D)
  }

  @Override
  default NDArray scores(Encoding encoding, NDArray positions) {
    Interests interests = interests(encoding);
    return config()
        .interests()
        .fusion()
        .scores(
            interests.at(positions),
            interests.weightsAt(positions),
            itemVectors(positions.getManager()));
  }

  private static Interests interests(Encoding encoding) {
    return encoding
        .interests()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "an InterestNetwork encodes histories with interests; make its encoding with"
                        + " Encoding.of(interests, attention)"));
  }
}
