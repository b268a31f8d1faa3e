package heed.batch;

import heed.clicks.ClickFields;
import heed.clicks.Clicks;
import heed.sequence.History;

/**
 * Rows of clicks as flat arrays, the histories padded with 0 on the right.
 *
 * <p>Its arrays are not copied: a batch is built once, sent to the device and dropped.
 *
 * @param rows B
 * @param length L, events of the longest history, at least 1
 * @param users the user's side of each row
 * @param items the item's side of each row
 * @param events the events of each history, L a row
 * @param lengths how many events each history has: (B)
 * @param clicked 1 where a row was clicked, else 0: (B)
 */
public record ClickBatch(
    int rows, int length, Side users, Side items, Side events, int[] lengths, float[] clicked) {

  /**
   * Fields, row by row.
   *
   * @param codes rows of one table: (rows, fields of codes)
   * @param numbers (rows, columns)
   */
  public record Side(int[] codes, float[] numbers) {

    private static Side of(int rows, ClickFields fields) {
      return new Side(new int[rows * fields.codes().size()], new float[rows * fields.columns()]);
    }

    private void put(int row, int[] rowCodes, float[] rowNumbers) {
      System.arraycopy(rowCodes, 0, codes, row * rowCodes.length, rowCodes.length);
      System.arraycopy(rowNumbers, 0, numbers, row * rowNumbers.length, rowNumbers.length);
    }
  }

  /**
   * All these rows.
   *
   * @param maxLength the most recent events of a history that are kept
   */
  public static ClickBatch of(Clicks clicks, int maxLength) {
    int rows = clicks.size();
    History[] histories = new History[rows];
    int length = 1; // An empty history is one padding position.
    for (int row = 0; row < rows; row++) {
      histories[row] = clicks.history(row).last(maxLength);
      length = Math.max(length, histories[row].length());
    }
    ClickBatch batch =
        new ClickBatch(
            rows,
            length,
            Side.of(rows, clicks.schema().users()),
            Side.of(rows, clicks.schema().items()),
            Side.of(rows * length, clicks.schema().events()),
            new int[rows],
            new float[rows]);
    for (int row = 0; row < rows; row++) {
      batch.put(row, clicks, histories[row]);
    }
    return batch;
  }

  private void put(int row, Clicks clicks, History history) {
    users.put(row, clicks.userCodes(row), clicks.userNumbers(row));
    items.put(row, clicks.itemCodes(row), clicks.itemNumbers(row));
    for (int event = 0; event < length; event++) {
      int item = event < history.length() ? history.item(event) : 0;
      events.put(row * length + event, clicks.eventCodes(item), clicks.eventNumbers(item));
    }
    lengths[row] = history.length();
    clicked[row] = clicks.clicked(row) ? 1 : 0;
  }
}
