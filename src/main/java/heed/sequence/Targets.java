package heed.sequence;

/** Which events of a user in a period are asked about. */
public enum Targets {
  /** Every event, each given all that came before it. */
  EACH,
  /** Only the first. */
  FIRST,
  /** Only the last. */
  LAST
}
