package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.SplittableRandom;

/**
 * Another weighting's shares, dealt anew among the visible keys of each query: as sharp as before,
 * and pointing anywhere. Put in the place of a trained network's softmax it shows whether it
 * matters where attention points (Jain and Wallace 2019, section 4.2.1).
 *
 * @param weighting makes the shares
 * @param seed decides how they are dealt; the same for arrays of one shape
 */
public record PermutedAttention(Weighting weighting, long seed) implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    NDManager step = scores.getManager();
    int last = scores.getShape().dimension() - 1;
    int keys = Math.toIntExact(scores.getShape().get(last));
    NDArray hidden = Masked.hidden(scores).toType(DataType.FLOAT32, false); // (..., S)
    float[] draws = new float[Math.toIntExact(scores.size())];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < draws.length; i++) {
      draws[i] = (float) random.nextDouble();
    }
    // Hidden keys stand behind visible ones in both orders, so none gets a visible one's share.
    NDArray behind = hidden.mul(2 * keys); // (..., S)
    NDArray asTheyStand = step.arange(keys).add(behind).argSort(-1); // (..., S)
    NDArray asDrawn = step.create(draws, scores.getShape()).add(behind).argSort(-1); // (..., S)
    NDArray places = asDrawn.argSort(-1); // (..., S): where each key came in the draw
    return weighting.of(scores).gather(asTheyStand, last).gather(places, last); // (..., S)
  }
}
