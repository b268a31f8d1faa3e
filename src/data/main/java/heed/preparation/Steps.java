package heed.preparation;

import heed.log.KCore;
import heed.log.Step;
import heed.log.WithoutUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The steps that prepare a log; {@link heed.log.Interactions#prepared} takes them in order. */
public final class Steps {

  private Steps() {}

  /** Leaves the largest part in which every user and every item has at least {@code k} events. */
  public static Step kCore(int k) {
    return new KCore(k, k);
  }

  /** Leaves users of at least {@code k} events, whatever their items have. */
  public static Step kCoreUsers(int k) {
    return new KCore(k, 1);
  }

  /** Leaves items of at least {@code k} events, whatever their users have. */
  public static Step kCoreItems(int k) {
    return new KCore(1, k);
  }

  /** Leaves rows that have this part. */
  public static Step dropMissing(Field part) {
    return new DropMissing(part);
  }

  /** Gives rows without a value this one. */
  public static Step impute(double value) {
    return new Impute(Impute.By.CONSTANT, value);
  }

  /** Gives rows without a value the median of those that have one. */
  public static Step imputeMedian() {
    return new Impute(Impute.By.MEDIAN, Double.NaN);
  }

  /** Gives rows without a value the mean of their user's; of all, where the user has none. */
  public static Step imputeMeanOfUser() {
    return new Impute(Impute.By.MEAN_OF_USER, Double.NaN);
  }

  /** Leaves the earliest of duplicates; at the same moment, the one that stands first. */
  public static Step keepFirst(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.FIRST);
  }

  /** Leaves the latest of duplicates; at the same moment, the one that stands last. */
  public static Step keepLast(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.LAST);
  }

  /** Leaves the latest of duplicates, with how many there were as its value. */
  public static Step countDuplicates(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.COUNT);
  }

  /** Leaves out users whose length or pace no person has, by the limits of {@link RemoveBots}. */
  public static RemoveBots withoutBots() {
    return RemoveBots.defaults();
  }

  /**
   * Moves values beyond two quantiles to them, such as 0.01 and 0.99.
   *
   * @param lower share of values below the first, in 0..1
   * @param upper share of values below the second, in lower..1
   */
  public static Step winsorize(double lower, double upper) {
    return Winsorize.unfitted(lower, upper);
  }

  /**
   * Implicit feedback from explicit: leaves rows whose value is at least this, and their value as
   * it is. Rows without a value go.
   */
  public static Step atLeast(double value) {
    return new AtLeast(value);
  }

  /**
   * Leaves out users who typically deal in more: those whose median value is above a limit, such as
   * resellers among the customers of a shop, whose value is a quantity.
   */
  public static Step usersWithMedianAtMost(double value) {
    return new MedianAtMost(value);
  }

  /**
   * Leaves items whose whole id matches a regular expression: {@code "\\d{5}.*"} keeps articles of
   * a shop, and neither its postage nor its test products.
   *
   * @throws IllegalArgumentException if it is no expression
   */
  public static Step itemsMatching(String expression) {
    return new ItemsMatching(expression);
  }

  /** Leaves rows of these types, such as {@code "purchase"}. */
  public static Step ofTypes(String... types) {
    return new OfTypes(List.of(types));
  }

  /** Leaves the events from a moment until before another. */
  public static Step period(Instant from, Instant to) {
    return new Between(from, to);
  }

  /** Leaves the events from the start of a day until before the start of another, in UTC. */
  public static Step period(LocalDate from, LocalDate to) {
    return new Between(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Leaves the events of the last days in UTC, of which the day of the last event is one. */
  public static Step lastDays(int days) {
    return new LastDays(days);
  }

  /** Parts each user's events into sessions wherever she pauses for longer than this. */
  public static Step sessions(Duration gap) {
    return new SessionsByGap(gap);
  }

  /**
   * Puts pseudonyms for the ids of users and of sessions, as {@link Pseudonyms} says; what is known
   * of the users follows.
   *
   * @param key secret, at least 16 bytes
   */
  public static Step pseudonymUsers(byte[] key) {
    return new Pseudonyms(Pseudonyms.Whose.USERS, key);
  }

  /**
   * Puts pseudonyms for the ids of items; their titles and attributes follow.
   *
   * @param key secret, at least 16 bytes
   */
  public static Step pseudonymItems(byte[] key) {
    return new Pseudonyms(Pseudonyms.Whose.ITEMS, key);
  }

  /**
   * Leaves out a user. To take her out of a prepared log, see {@link
   * heed.log.Preparation#withoutUser}.
   */
  public static Step withoutUser(String id) {
    return new WithoutUser(id);
  }
}
