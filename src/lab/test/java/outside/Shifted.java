package outside;

import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.sequence.Sequences;
import java.util.Arrays;

/**
 * For each target some items of its own, any but the target with the same chance.
 *
 * @param count k, how many a target
 */
record Shifted(int count) implements NegativeSampling {

  @Override
  public long drawn(int targets) {
    return (long) count * targets;
  }

  @Override
  public Sampler over(Sequences train) {
    int items = train.catalogue().size();
    float chance = (float) -Math.log(items - 1);
    return (batch, random) -> {
      int[] drawn = new int[count * batch.targets().length];
      Arrays.setAll(
          drawn, i -> 1 + (batch.targets()[i / count] + random.nextInt(items - 1)) % items);
      float[] chances = new float[drawn.length];
      Arrays.fill(chances, chance);
      return new Negatives(
          count, items, drawn, chances, Arrays.copyOf(chances, batch.targets().length));
    };
  }
}
