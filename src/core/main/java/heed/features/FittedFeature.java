package heed.features;

/**
 * A feature with all it has learnt: a value that can be saved and compared. Immutable and
 * thread-safe.
 */
public sealed interface FittedFeature permits FittedColumns, FittedCodes {

  /** The column of attributes that is looked at. */
  String attribute();
}
