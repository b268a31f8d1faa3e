package heed.batch;

import java.util.Arrays;

/**
 * Numbers the items that a batch meets anew, 1 to M, in the order in which it meets them, so that a
 * step can do with their vectors alone. Padding stays 0, and a mask, which is no item, keeps its
 * number. One thread at a time.
 */
public final class Renumbering {

  /** The new number of each item; 0 for those not met. */
  private final int[] numbers;

  private int[] items = new int[1024];
  private int met;

  /** Of a catalogue of so many items. */
  public Renumbering(int items) {
    this.numbers = new int[items + 1];
  }

  /**
   * A batch under its new numbers.
   *
   * @param items which item each new number stands for; 0 for 0: (M + 1)
   * @param batch the batch
   * @param negatives what its targets compete with
   */
  public record Met(int[] items, PaddedBatch batch, Negatives negatives) {}

  /** This batch and its negatives, over the items that they hold. */
  public Met of(PaddedBatch batch, Negatives negatives) {
    met = 1;
    PaddedBatch renumbered =
        new PaddedBatch(
            batch.rows(),
            batch.length(),
            renumbered(batch.inputs()),
            batch.times(),
            batch.positions(),
            renumbered(batch.targets()),
            batch.types());
    Negatives drawn = negatives.withItems(renumbered(negatives.items()));
    for (int number = 1; number < met; number++) {
      numbers[items[number]] = 0;
    }
    return new Met(Arrays.copyOf(items, met), renumbered, drawn);
  }

  private int[] renumbered(int[] some) {
    int[] renumbered = new int[some.length];
    for (int i = 0; i < some.length; i++) {
      renumbered[i] = some[i] == 0 || some[i] >= numbers.length ? some[i] : number(some[i]);
    }
    return renumbered;
  }

  private int number(int item) {
    if (numbers[item] == 0) {
      if (met == items.length) {
        items = Arrays.copyOf(items, 2 * met);
      }
      items[met] = item;
      numbers[item] = met++;
    }
    return numbers[item];
  }
}
