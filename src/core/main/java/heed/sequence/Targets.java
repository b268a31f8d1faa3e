package heed.sequence;

/** Which events of a user in a period are asked about, and in how many questions. */
public enum Targets {
  /** Every event, each given all that came before it. */
  EACH("every event asked"),
  /** Only the first. */
  FIRST("each user's first event asked"),
  /** Only the last. */
  LAST("each user's last event asked"),
  /**
   * All at once: one question per user, given what came before the period, to which each item of
   * the period is a right answer.
   */
  TOGETHER("each user's events asked for at once");

  final String words;

  Targets(String words) {
    this.words = words;
  }
}
