package heed.preparation;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What is known of a log in a database, see {@link TableStep}.
 *
 * @param name of the log
 * @param types the code of each type; empty if the table has none
 * @param hasValues whether any event has a value
 * @param lastTime of all events, in milliseconds since 1970; a scan
 */
public record TableFacts(
    String name, Map<String, Integer> types, boolean hasValues, LongSupplier lastTime) {

  public TableFacts {
    types = Map.copyOf(types);
  }
}
