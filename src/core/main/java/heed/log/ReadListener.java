package heed.log;

/** Hears how far a read has come; called on the reading thread a few times a second at most. */
@FunctionalInterface
public interface ReadListener {

  /** Hears nothing. */
  ReadListener SILENT = rows -> {};

  /**
   * So far.
   *
   * @param rows rows pulled from a query, and later, from 0 again, rows that have become events; 0
   *     while a file is still being parsed
   */
  void on(long rows);

  /**
   * Hears at the end of a read how the log was read.
   *
   * @param columns all that were taken, those that were guessed with those that were told
   * @param options as they were told
   */
  default void took(Columns columns, ReadOptions options) {}
}
