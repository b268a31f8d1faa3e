package heed.compact.preparation;

/** Hears how far the preparation of a large log has come, about once a second. */
@FunctionalInterface
public interface LargeLogListener {

  /** Hears nothing. */
  LargeLogListener SILENT = progress -> {};

  void on(LargeLogProgress progress);
}
