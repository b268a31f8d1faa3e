package heed.preparation;

import heed.log.Step;

/**
 * A step that a database can take, too, on a log too large for memory, with the same result.
 *
 * <p>Its tables have a row per event in no order: codes {@code u} of the user and {@code i} of the
 * item, the time {@code ms} in milliseconds since 1970, and where the log tells them {@code y}, the
 * code of the type, and {@code value}, NaN where there is none.
 */
public interface TableStep extends Step {

  /**
   * What the step leaves of some rows, as a query.
   *
   * @param rows a table or a query in parentheses
   * @param facts what is known of the log
   * @throws IllegalArgumentException if the log lacks what the step works on
   */
  String query(String rows, TableFacts facts);

  /** Whether it compares rows of one user, so that {@link #query} needs all of hers at once. */
  default boolean comparesRows() {
    return false;
  }

  /** As {@link Step#fitted}. */
  default TableStep fitted(TableFacts facts) {
    return this;
  }
}
