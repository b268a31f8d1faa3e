package heed.sequence;

import java.time.Duration;
import java.util.List;

/**
 * A way to part sequences into what is learnt from, selected on, and tested with.
 *
 * <p>Which to choose: a cut in time ({@link #byTime}) asks what a system in use is asked, and leaks
 * nothing; {@link #leaveOneOut} is what most papers report, and lets a model learn from what others
 * did after the moment it is asked about; {@link #byUser} asks about people who were never seen;
 * {@link #slidingWindows} asks whether an answer holds from period to period. Meng et al. 2020
 * ("Exploring Data Splitting Strategies for the Evaluation of Recommendation Models") and Gusak et
 * al. 2025 ("Time to Split") show that the choice reorders models.
 */
public sealed interface Split permits LeaveOneOut, TimeShares, TimeWindow, UserHoldout {

  /** What is held back, in words with its settings. */
  String name();

  /**
   * Parts some sequences.
   *
   * @throws IllegalArgumentException if a part would be empty
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

    /** Parts with their leaks, if none is empty. */
    static Parts of(Split split, Sequences train, Holdout validation, Holdout test, String remedy) {
      if (train.events() == 0 || validation.size() == 0 || test.size() == 0) {
        throw new IllegalArgumentException(
            String.format(
                "%s: a part would be empty: %,d events to learn from, %,d questions to validate and"
                    + " %,d to test; %s",
                split.name(), train.events(), validation.size(), test.size(), remedy));
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
          "%s: train %,d events of %,d users; validate on %,d, test on %,d next items; %s",
          split, train.events(), train.activeUsers(), validation.size(), test.size(), leaks);
    }
  }
}
