package heed.sequence;

/** Which events of a user in a period are asked about. */
public enum Targets {
  /** Every event, each given all that came before it. */
  EACH("every event asked"),
  /** Only the first. */
  FIRST("each user's first event asked"),
  /** Only the last. */
  LAST("each user's last event asked");

  final String words;

  Targets(String words) {
    this.words = words;
  }
}
