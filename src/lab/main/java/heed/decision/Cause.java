package heed.decision;

/**
 * A reason for which a network does not come ahead of what counts.
 *
 * @param kind which
 * @param evidence what was found, with its numbers
 * @param remedy what to do about it
 */
record Cause(Kind kind, String evidence, String remedy) {

  /** The nine that are looked for, those of the log before those of the training. */
  enum Kind {
    FUTURE("Popularity knew the future"),
    FEW_EVENTS("Too few events to learn from"),
    GIANT_USER("One user is many"),
    BASKETS("No order within a basket"),
    CONCENTRATED("Everybody takes the same"),
    NEW_ITEMS("The catalogue has changed"),
    TOO_SHORT("Too few epochs"),
    LEARNING_RATE("The learning rate does not fit"),
    OVERFITTED("Learnt by heart");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /** What the page and the advice say. */
  String sentence() {
    return kind.title() + ": " + evidence + ". " + remedy + ".";
  }
}
