package heed.reading.column;

import heed.log.ColumnRole;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which columns of a log are what, with the reason for each.
 *
 * @param positions the columns of each role: one, but for a date and a time of day, which are
 *     joined, and a list of items and the item after them
 * @param reasons one sentence for each role, and one that says how sure all of it is
 */
public record ColumnGuess(Map<ColumnRole, List<Integer>> positions, List<String> reasons) {

  public ColumnGuess {
    EnumMap<ColumnRole, List<Integer>> copy = new EnumMap<>(ColumnRole.class);
    positions.forEach((role, columns) -> copy.put(role, List.copyOf(columns)));
    positions = copy;
    reasons = List.copyOf(reasons);
  }

  /** Whether no column is the time, and the order of rows stands for it. */
  public boolean orderIsTime() {
    return !positions.containsKey(ColumnRole.TIME);
  }

  /**
   * Guesses from a header and some rows.
   *
   * @param header column names in file order
   * @param named whether they stand in the file; else they are positions
   * @param rows the rows looked at, each with one text a column, {@code null} where there is none
   * @param told columns that are known
   * @param orderIsTime whether the order of rows is to stand for the time
   * @throws IllegalArgumentException if no column can be the user, the item or the time, or two
   *     readings are about as likely; the message offers them
   */
  public static ColumnGuess of(
      List<String> header,
      boolean named,
      List<String[]> rows,
      Map<ColumnRole, List<Integer>> told,
      boolean orderIsTime) {
    return new Guessing(new Sample(header, rows), named, told, orderIsTime).guess();
  }

  /** Whether people use this name for a column of a log. */
  public static boolean isKnown(String name) {
    return ColumnName.of(name).isKnown();
  }

  /** Whether a name says that its column holds the year of a date in several columns. */
  public static boolean isYear(String name) {
    List<String> words = ColumnName.of(name).words();
    return !words.isEmpty() && words.get(words.size() - 1).equals("year");
  }

  /** Whether people use this name for a column of sessions. */
  public static boolean isSession(String name) {
    return ColumnName.of(name).score(ColumnRole.SESSION) >= ColumnName.SURE;
  }
}
