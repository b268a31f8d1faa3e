package heed.log;

import java.util.List;
import java.util.Locale;

/**
 * How far the rows of a table and the ids of a log are the same.
 *
 * @param rows how many rows the table has
 * @param ids how many distinct ids the log has
 * @param withoutEvents the ids of rows that the log does not hold
 * @param withoutRow the ids of the log that have no row
 */
public record AttributeMatch(
    int rows, int ids, List<String> withoutEvents, List<String> withoutRow) {

  public AttributeMatch {
    withoutEvents = List.copyOf(withoutEvents);
    withoutRow = List.copyOf(withoutRow);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d of %,d rows have no events; %,d of %,d ids have no row",
        withoutEvents.size(),
        rows,
        withoutRow.size(),
        ids);
  }
}
