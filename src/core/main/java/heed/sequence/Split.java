package heed.sequence;

import heed.log.Counted;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A way to part sequences into what is learnt from, selected on, and tested with.
 *
 * <p>Which to choose: a cut in time ({@link #byTime}) asks what a system in use is asked, and leaks
 * nothing; {@link #leaveOneOut} is what most papers report, and lets a model learn from what others
 * did after the moment it is asked about; {@link #byUser} asks about people who were never seen;
 * {@link #slidingWindows} asks whether an answer holds from period to period. Meng et al. 2020
 * ("Exploring Data Splitting Strategies for the Evaluation of Recommendation Models") and Gusak et
 * al. 2025 ("Time to Split") show that the choice reorders models.
 *
 * <p>These ask for one item at a time. Where several items are right at once, choose {@link
 * #nextBasket()} (what a customer puts into her next basket), {@link #nextSession}, {@link
 * #nextPeriod} (what she takes within the next day) or {@link #nextEvents}.
 *
 * <p>A split of your own implements this interface: it cuts the training part out with {@link
 * Sequences#slice}, collects the questions with {@link Holdout.Builder}, and hands both to {@link
 * Parts#of}, which measures the leaks. Every evaluation, report and picture then takes it like
 * ours.
 */
public interface Split {

  /** What is held back, in words with its settings. */
  String name();

  /**
   * Parts some sequences. The users of all parts keep their numbers.
   *
   * @throws IllegalArgumentException if a part would be empty, or the split needs times and the log
   *     has none ({@link Sequences#hasTimes})
   */
  Parts of(Sequences sequences);

  /** The last event of each user is the test, the one before it the validation. */
  static Split leaveOneOut() {
    return new LeaveOneOut();
  }

  /**
   * One cut in time for all users: the earliest share of events is learnt from, the next is the
   * validation, the rest the test, and every event of a period is asked about, given all that came
   * before it.
   *
   * @param train share of all events that is learnt from, above 0
   * @param validation share of all events that is validated on, above 0; the two below 1
   */
  static Split byTime(double train, double validation) {
    return new TimeShares(train, validation, Targets.EACH);
  }

  /**
   * Leave-one-out under a cut in time: as {@link #byTime}, but of each user and period only the
   * last event is asked about.
   */
  static Split leaveOneOutByTime(double train, double validation) {
    return new TimeShares(train, validation, Targets.LAST);
  }

  /**
   * Whole users are held back, and asked for their last event given all before it.
   *
   * @param validation share of users to validate on, above 0
   * @param test share of users to test on, above 0; the two below 1
   * @param seed decides which users
   */
  static Split byUser(double validation, double test, long seed) {
    return new UserHoldout(validation, test, seed);
  }

  /**
   * Next basket: of each user with at least three baskets the last is the test, the one before it
   * the validation. A basket is what a user took at the same second; all its items are right
   * answers to one question.
   */
  static Split nextBasket() {
    return new NextBasket(Duration.ZERO);
  }

  /**
   * Next session: as {@link #nextBasket}, but events belong to one session as long as no pause
   * between them is longer than {@code pause}.
   *
   * @param pause at least a second, such as half an hour
   */
  static Split nextSession(Duration pause) {
    if (pause.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "a pause between sessions is a second or longer, found "
              + pause
              + "; choose such as Duration.ofMinutes(30), or Split.nextBasket() for events at the"
              + " same second");
    }
    return new NextBasket(pause);
  }

  /**
   * Next period, such as the next day: one cut in time for all users. The test is the last {@code
   * period} of the log, the validation the one before it. Each user with events in a period is
   * asked about once, as it begins, and all that she takes within it are right answers.
   *
   * @param period at least a second; two of them have to leave something to learn from
   */
  static Split nextPeriod(Duration period) {
    return new NextPeriod(period);
  }

  /**
   * Next k events: of each user with more than {@code 2 k} events the last k are the test, the k
   * before them the validation, each asked for at once. With k = 1 these are the questions of
   * {@link #leaveOneOut}.
   *
   * @param k at least 1
   */
  static Split nextEvents(int k) {
    return new NextEvents(k);
  }

  /**
   * Periods that follow one another, each with a training, a validation and a test part; the last
   * one ends with the last event.
   *
   * @param count how many, at least 1
   * @param train how long each learns
   * @param test how long each is tested, and validated before that; the next window starts so much
   *     later
   */
  static List<Split> slidingWindows(Sequences sequences, int count, Duration train, Duration test) {
    return TimeWindow.sliding(sequences, count, train, test);
  }

  /**
   * The parts of a split. User numbers are those of the sequences that were parted; a user who is
   * not in the training part has an empty history there.
   *
   * @param split what was held back, in words
   * @param train what models are fitted on
   * @param validation what epochs and settings are chosen on
   * @param test what is reported; opened once, at the end
   * @param leaks what this split does not keep apart, measured
   */
  record Parts(String split, Sequences train, Holdout validation, Holdout test, Leaks leaks) {

    /** Throws {@link IllegalArgumentException} if the parts are of different catalogues. */
    public Parts {
      requireSameCatalogue(train, validation, "the validation part");
      requireSameCatalogue(train, test, "the test part");
    }

    private static void requireSameCatalogue(Sequences train, Holdout part, String name) {
      if (part.size() > 0) {
        train.catalogue().requireSame(part.catalogue(), "the training part", name);
      }
    }

    /**
     * Parts with their leaks, which are measured here.
     *
     * @param remedy what the caller of the split can do where a part is empty, for the error
     * @throws IllegalArgumentException if a part is empty
     */
    public static Parts of(
        Split split, Sequences train, Holdout validation, Holdout test, String remedy) {
      if (train.events() == 0 || validation.size() == 0 || test.size() == 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: a part would be empty: %,d events to learn from, %,d questions to validate and"
                    + " %,d to test; %s",
                split.name(),
                train.events(),
                validation.size(),
                test.size(),
                remedy));
      }
      return new Parts(split.name(), train, validation, test, Leaks.of(train, test));
    }

    public Catalogue catalogue() {
      return train.catalogue();
    }

    /** The questions of the test by what the training part knows of them. */
    public ColdStart coldStart() {
      return ColdStart.of(train, test);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: train %s of %s; validate on %s, test on %s; %s",
          split,
          Counted.of(train.events(), "event"),
          Counted.of(train.activeUsers(), "user"),
          asked(validation, ""),
          asked(test, " next items"),
          leaks);
    }

    private static String asked(Holdout part, String items) {
      return part.hasOneTargetEach()
          ? String.format(Locale.ROOT, "%,d%s", part.size(), items)
          : part.toString();
    }
  }
}
