package heed.clicks;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.Locale;

/**
 * Rows of a log of clicks with all that was known before each. Immutable; the parts of a log share
 * its memory.
 */
public final class Clicks {

  /** The type of a row that was clicked, for counts of the past. */
  public static final String CLICK = "click";

  /** The type of a row that was not. */
  public static final String PASS = "pass";

  private final ClickTable table;
  private final int[] rows;

  /** These rows of a table; the array is taken over. */
  public Clicks(ClickTable table, int[] rows) {
    this.table = table;
    this.rows = rows;
  }

  /** The fields of a row. */
  public ClickSchema schema() {
    return table.schema();
  }

  /** The items, known to the training part or not. */
  public Catalogue catalogue() {
    return table.catalogue();
  }

  /** How many rows there are. */
  public int size() {
    return rows.length;
  }

  /** How many of them were clicked. */
  public int clicks() {
    int clicks = 0;
    for (int row = 0; row < size(); row++) {
      clicks += clicked(row) ? 1 : 0;
    }
    return clicks;
  }

  /** Some of these rows, by their places in this part, in this order. */
  public Clicks rows(int... some) {
    return new Clicks(table, Arrays.stream(some).map(row -> rows[row]).toArray());
  }

  /** The row of the log that a row is. */
  public int logRow(int row) {
    return rows[row];
  }

  /** Whether a row was clicked: what is to be predicted. */
  public boolean clicked(int row) {
    return table.log().value(rows[row]) == 1;
  }

  /** Whether each row was clicked. */
  public boolean[] clicked() {
    boolean[] clicked = new boolean[size()];
    for (int row = 0; row < clicked.length; row++) {
      clicked[row] = clicked(row);
    }
    return clicked;
  }

  /** The number of the user of a row among the users of the log. */
  public int user(int row) {
    return table.log().users().code(rows[row]);
  }

  /** The number of the user of each row. */
  public int[] users() {
    int[] users = new int[size()];
    Arrays.setAll(users, this::user);
    return users;
  }

  /** The id of the user of a row. */
  public String userId(int row) {
    return table.log().users().get(rows[row]);
  }

  /** The item of a row, in 1..N of the {@link #catalogue}. */
  public int item(int row) {
    return table.log().items().code(rows[row]) + 1;
  }

  /** The time of a row, in milliseconds since 1970. */
  public long time(int row) {
    return table.log().time(rows[row]);
  }

  /** What the user of a row clicked in the seconds before its own, oldest first. */
  public History history(int row) {
    return table.history(rows[row]);
  }

  /** The codes of the user's side, as rows of one table: (fields of codes). */
  public int[] userCodes(int row) {
    return table.users().codes(user(row));
  }

  /** The numbers of the user's side: (columns). */
  public float[] userNumbers(int row) {
    return joined(table.users().numbers(user(row)), table.countsOfUsers().scaled()[rows[row]]);
  }

  /** The codes of the item's side, as rows of one table: (fields of codes). */
  public int[] itemCodes(int row) {
    return table.items().codes(item(row));
  }

  /** The numbers of the item's side: (columns). */
  public float[] itemNumbers(int row) {
    return joined(table.items().numbers(item(row)), table.countsOfItems().scaled()[rows[row]]);
  }

  /** The codes of an item of the past, as rows of the table of items; item 0 is padding. */
  public int[] eventCodes(int item) {
    return table.items().codes(item);
  }

  /** The numbers of an item of the past; those of item 0, padding, are 0. */
  public float[] eventNumbers(int item) {
    return table.items().numbers(item);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d rows, %.1f%% clicked",
        size(),
        size() == 0 ? Double.NaN : 100.0 * clicks() / size());
  }
}
