package heed.explain;

import heed.model.SlotContents;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a network with a memory holds of one history: how much of each event is in each slot, and
 * what each slot is most like.
 *
 * @param labels the titles of the L events, oldest first
 * @param shares how much each event addressed each slot, in reading and in writing: [L][M], rows
 *     summing to 1
 * @param left how much of each event is in each slot after the last, by the size of what it wrote
 *     and was not erased: [L][M], each in [0, share]
 * @param slots the M slots
 */
public record MemoryMap(List<String> labels, float[][] shares, float[][] left, List<Slot> slots) {

  /**
   * One slot.
   *
   * @param read how much the last event takes of it, in [0, 1]; over all slots 1
   * @param likest the titles of the items that would write what is nearest to its content, nearest
   *     first
   * @param likeness how near: the cosine to each, leaving out what all items write alike
   */
  public record Slot(float read, List<String> likest, List<Float> likeness) {

    public Slot {
      likest = List.copyOf(likest);
      likeness = List.copyOf(likeness);
    }
  }

  /** Throws {@link IllegalArgumentException} if there is not a row per event, a column per slot. */
  public MemoryMap {
    labels = List.copyOf(labels);
    slots = List.copyOf(slots);
    shares = copy(shares, labels.size(), slots.size());
    left = copy(left, labels.size(), slots.size());
  }

  /**
   * Puts titles to what a network holds.
   *
   * @param items how many of the likest items each slot names
   */
  static MemoryMap of(SlotContents contents, History history, int items) {
    float[] reading = contents.shares()[history.length() - 1];
    List<Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < reading.length; slot++) {
      float[] likeness = contents.likeness()[slot];
      List<Integer> likest =
          IntStream.range(1, likeness.length)
              .boxed()
              .sorted(Comparator.comparingDouble(item -> -likeness[item]))
              .limit(items)
              .toList();
      slots.add(
          new Slot(
              reading[slot],
              likest.stream().map(history.catalogue()::title).toList(),
              likest.stream().map(item -> likeness[item]).toList()));
    }
    return new MemoryMap(history.titles(), contents.shares(), contents.left(), slots);
  }

  @Override
  public float[][] shares() {
    return copy(shares, labels.size(), slots.size());
  }

  @Override
  public float[][] left() {
    return copy(left, labels.size(), slots.size());
  }

  private static float[][] copy(float[][] rows, int events, int slots) {
    float[][] copy = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
      if (rows.length != events || copy[row].length != slots) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a memory map of %d events and %d slots needs %d x %d numbers, found %d x %d",
                events,
                slots,
                events,
                slots,
                rows.length,
                copy[row].length));
      }
    }
    return copy;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "memory of %d slots after %d events", slots.size(), labels.size());
  }
}
