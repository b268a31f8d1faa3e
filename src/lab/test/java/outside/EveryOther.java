package outside;

import heed.batch.NegativeDistribution;
import heed.sequence.Sequences;
import java.util.Random;

/** Items of odd number twice as often as those of even number. */
record EveryOther() implements NegativeDistribution {

  @Override
  public String name() {
    return "every other item twice";
  }

  @Override
  public Drawing over(Sequences train) {
    int items = train.catalogue().size();
    int odd = (items + 1) / 2;
    return new Drawing() {
      @Override
      public int draw(int[] targets, Random random) {
        int place = random.nextInt(items + odd);
        return place < items ? place + 1 : 2 * (place - items) + 1;
      }

      @Override
      public double chance(int item) {
        return (item % 2 == 1 ? 2.0 : 1.0) / (items + odd);
      }
    };
  }
}
