package heed.decision;

import heed.log.Counted;
import heed.log.Interactions;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Why a log cannot say whether a network is worth it: there is too little in it to learn from, to
 * ask, or to choose between.
 *
 * @param found what the log has
 * @param expected what a comparison takes
 * @param remedy what to do
 */
record TooLittle(String found, String expected, String remedy) {

  /** One event to learn from, one to choose settings by and one for the test. */
  private static final int SHORTEST = 3;

  private static final int ENOUGH_FOR_A_VERDICT = 7;

  /** What a list has room for. */
  private static final int LIST = 10;

  private static final String LONGER =
      "Take a longer period, more kinds of events (views beside purchases), or an id that stays with"
          + " a person from visit to visit";

  /** What the page and the terminal say. */
  String sentence() {
    return found + ". " + expected + ".";
  }

  /** Too little even to ask with: no user has three events. */
  static Optional<TooLittle> toAsk(Interactions log) {
    Sequences sequences = Sequences.of(log, 1);
    int longest = longest(sequences);
    return longest >= SHORTEST
        ? Optional.empty()
        : Optional.of(
            new TooLittle(
                String.format(
                    Locale.ROOT,
                    "No user has more than %s: found %s of %s",
                    Counted.of(longest, "event"),
                    Counted.of(sequences.events(), "event"),
                    Counted.of(sequences.size(), "user")),
                "A network learns what follows what from users with two events and more, and a"
                    + " comparison needs one event to choose settings by and one for the test"
                    + " besides",
                LONGER));
  }

  /** Enough to ask, but too little for a network, or for a comparison that says anything. */
  static Optional<TooLittle> toCompare(Split.Parts split) {
    int items = split.catalogue().size();
    if (items == 1) {
      return Optional.of(
          new TooLittle(
              "The log has one item, so that every list shows it",
              "A recommender chooses between items, and takes two at least",
              "Check which column holds the items (--columns item=NAME)"));
    }
    int longest = longest(split.train());
    if (longest < 2) {
      return Optional.of(
          new TooLittle(
              String.format(
                  Locale.ROOT,
                  "What is asked for aside, no user has two events to learn from: found %s of %s",
                  Counted.of(split.train().events(), "event"),
                  Counted.of(split.train().activeUsers(), "user")),
              "A network, and neighbours as well, learn what goes with what from users with two"
                  + " events and more",
              LONGER));
    }
    int asked = Math.min(users(split.validation()), users(split.test()));
    return asked > 1
        ? Optional.empty()
        : Optional.of(
            new TooLittle(
                "One user can be asked, and no other has enough events",
                "What two recommenders differ by is told from chance by how it varies from user to"
                    + " user, and takes two at least, better hundreds",
                "Check which column holds the users (--columns user=NAME); if it is the right one, "
                    + LONGER.substring(0, 1).toLowerCase(Locale.ROOT)
                    + LONGER.substring(1)));
  }

  /**
   * What a reader has to know of figures about so few users or items; empty where there are more.
   * The p-value of seven users' differences, all of one sign, is just below 5% when three pairs are
   * looked at: 3 times 2 in 128.
   */
  static String remark(Split.Parts split) {
    String remark = "";
    if (users(split.test()) < ENOUGH_FOR_A_VERDICT) {
      remark +=
          String.format(
              Locale.ROOT,
              " So few users cannot show any difference, however large: a test needs %d at least.",
              ENOUGH_FOR_A_VERDICT);
    }
    int items = split.catalogue().size();
    if (items <= LIST) {
      remark +=
          String.format(
              Locale.ROOT,
              " A list of %d has room for all %d items of this log, so that only their order can"
                  + " differ.",
              LIST,
              items);
    }
    return remark;
  }

  /** How many users a holdout asks. */
  static int users(Holdout part) {
    return (int) Arrays.stream(part.users()).distinct().count();
  }

  private static int longest(Sequences sequences) {
    return IntStream.range(0, sequences.size()).map(sequences::length).max().orElse(0);
  }
}
