package heed.features;

/** Where a feature writes the values of one row. */
@FunctionalInterface
interface Cells {

  /**
   * Sets a value; columns that are not set are 0.
   *
   * @param column from 0, ascending within a row
   */
  void put(int column, double value);
}
