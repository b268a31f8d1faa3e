package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.ClickBatch;
import heed.clicks.ClickFields;
import heed.clicks.ClickSchema;
import java.util.Locale;
import java.util.Optional;

/**
 * What a click network reads: B rows, each with the fields of user and item and a history of at
 * most L events.
 *
 * @param step the memory it belongs to
 * @param users the fields of the users
 * @param items the fields of the items that are shown
 * @param events the fields of the items of each history
 * @param lengths how many events each history has: B
 * @param length L
 */
public record ClickInput(
    NDManager step, Side users, Side items, Side events, int[] lengths, int length) {

  /**
   * Fields of rows, or of events of rows.
   *
   * @param codes rows of a table, (B, C) or (B, L, C) int32
   * @param numbers (B, N) or (B, L, N) float32; empty if there are none
   */
  public record Side(NDArray codes, Optional<NDArray> numbers) {

    private static Side of(NDManager step, ClickBatch.Side side, ClickFields fields, long... rows) {
      Optional<NDArray> numbers =
          fields.columns() == 0
              ? Optional.empty()
              : Optional.of(step.create(side.numbers(), of(rows, fields.columns())));
      return new Side(step.create(side.codes(), of(rows, fields.codes().size())), numbers);
    }

    private static Shape of(long[] rows, int last) {
      return new Shape(rows).add(last);
    }
  }

  /** A batch, sent to the step's device and freed with the step. */
  public static ClickInput of(NDManager step, ClickBatch batch, ClickSchema schema) {
    return new ClickInput(
        step,
        Side.of(step, batch.users(), schema.users(), batch.rows()),
        Side.of(step, batch.items(), schema.items(), batch.rows()),
        Side.of(step, batch.events(), schema.events(), batch.rows(), batch.length()),
        batch.lengths(),
        batch.length());
  }

  /** B, how many rows there are. */
  public int rows() {
    return lengths.length;
  }

  /**
   * A bias over keys of which the first few are always there and the events come after: 0 where
   * there is a key, minus infinity at padding. As all arrays made here it is float32 in the step's
   * memory.
   *
   * @param first how many are always there, at least 1
   * @return (B, 1, 1, first + L)
   */
  public NDArray visible(int first) {
    int keys = first + length;
    float[] bias = new float[rows() * keys];
    for (int row = 0; row < rows(); row++) {
      for (int key = first + lengths[row]; key < keys; key++) {
        bias[row * keys + key] = Float.NEGATIVE_INFINITY;
      }
    }
    return step.create(bias, new Shape(rows(), 1, 1, keys));
  }

  /** One over how many events there are at each event, 0 at padding: (B, L, 1). */
  public NDArray shares() {
    float[] shares = new float[rows() * length];
    for (int row = 0; row < rows(); row++) {
      for (int event = 0; event < lengths[row]; event++) {
        shares[row * length + event] = 1f / lengths[row];
      }
    }
    return step.create(shares, new Shape(rows(), length, 1));
  }

  /** 1 at events, 0 at padding: (B, L, 1). */
  public NDArray present() {
    float[] present = new float[rows() * length];
    for (int row = 0; row < rows(); row++) {
      for (int event = 0; event < lengths[row]; event++) {
        present[row * length + event] = 1;
      }
    }
    return step.create(present, new Shape(rows(), length, 1));
  }

  /** How far back each event stands, 1 the newest; 0 for padding: (B, L) int32. */
  public NDArray ages() {
    int[] ages = new int[rows() * length];
    for (int row = 0; row < rows(); row++) {
      for (int event = 0; event < lengths[row]; event++) {
        ages[row * length + event] = lengths[row] - event;
      }
    }
    return step.create(ages, new Shape(rows(), length));
  }

  /**
   * This input.
   *
   * @throws IllegalArgumentException if a history is longer than {@code limit}
   */
  public ClickInput atMost(int limit) {
    if (length > limit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "histories of length %d are longer than the %d events of this network; give it"
                  + " their most recent part, or raise maxLength",
              length,
              limit));
    }
    return this;
  }
}
