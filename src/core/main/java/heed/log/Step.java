package heed.log;

import heed.preparation.AtLeast;
import heed.preparation.Between;
import heed.preparation.BotLimits;
import heed.preparation.DropMissing;
import heed.preparation.DuplicateKey;
import heed.preparation.Duplicates;
import heed.preparation.Field;
import heed.preparation.Impute;
import heed.preparation.LastDays;
import heed.preparation.OfTypes;
import heed.preparation.Pseudonyms;
import heed.preparation.RemoveBots;
import heed.preparation.SessionsByGap;
import heed.preparation.Winsorize;
import heed.preparation.WithoutUser;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One step of preparing a log: a pure function from log to log.
 *
 * <p>Rows that stay keep their order. A step that takes a number from the log, such as a median,
 * takes it from the log it is given; {@link #fitted} holds it fast for other logs.
 */
public sealed interface Step
    permits AtLeast,
        Between,
        BotLimits,
        RemoveBots,
        KCore,
        DropMissing,
        Duplicates,
        Impute,
        LastDays,
        OfTypes,
        Pseudonyms,
        SessionsByGap,
        Winsorize,
        WithoutUser {

  /** What the step does, in words, with its settings. Never tells a key or the id of a user. */
  String name();

  /**
   * The log after the step; the log given stays as it is. It may be empty: {@link
   * Interactions#prepared} refuses that.
   *
   * @throws IllegalArgumentException if the log lacks what the step works on; the message says how
   *     to give it
   */
  Interactions of(Interactions log);

  /**
   * The step with the numbers it takes from this log fixed, and in its name; a step that takes none
   * is itself. Fit on the training part what is then applied to every part.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  default Step fitted(Interactions log) {
    return this;
  }

  /** Leaves the largest part in which every user and every item has at least {@code k} events. */
  static Step core(int k) {
    return new KCore(k, k);
  }

  /** Leaves users of at least {@code k} events, whatever their items have. */
  static Step coreUsers(int k) {
    return new KCore(k, 1);
  }

  /** Leaves items of at least {@code k} events, whatever their users have. */
  static Step coreItems(int k) {
    return new KCore(1, k);
  }

  /** Leaves rows that have this part. */
  static Step dropMissing(Field part) {
    return new DropMissing(part);
  }

  /** Gives rows without a value this one. */
  static Step impute(double value) {
    return new Impute(Impute.By.CONSTANT, value);
  }

  /** Gives rows without a value the median of those that have one. */
  static Step imputeMedian() {
    return new Impute(Impute.By.MEDIAN, Double.NaN);
  }

  /** Gives rows without a value the mean of their user's; of all, where the user has none. */
  static Step imputeMeanOfUser() {
    return new Impute(Impute.By.MEAN_OF_USER, Double.NaN);
  }

  /** Leaves the earliest of duplicates; at the same moment, the one that stands first. */
  static Step keepFirst(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.FIRST);
  }

  /** Leaves the latest of duplicates; at the same moment, the one that stands last. */
  static Step keepLast(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.LAST);
  }

  /** Leaves the latest of duplicates, with how many there were as its value. */
  static Step countDuplicates(DuplicateKey same) {
    return new Duplicates(same, Duplicates.Keep.COUNT);
  }

  /** Leaves out users whose length or pace no person has, by the limits of {@link RemoveBots}. */
  static RemoveBots withoutBots() {
    return RemoveBots.defaults();
  }

  /**
   * Moves values beyond two quantiles to them, such as 0.01 and 0.99.
   *
   * @param lower share of values below the first, in 0..1
   * @param upper share of values below the second, in lower..1
   */
  static Step winsorize(double lower, double upper) {
    return Winsorize.unfitted(lower, upper);
  }

  /**
   * Implicit feedback from explicit: leaves rows whose value is at least this, and their value as
   * it is. Rows without a value go.
   */
  static Step atLeast(double value) {
    return new AtLeast(value);
  }

  /** Leaves rows of these types, such as {@code "purchase"}. */
  static Step ofTypes(String... types) {
    return new OfTypes(List.of(types));
  }

  /** Leaves the events from a moment until before another. */
  static Step period(Instant from, Instant to) {
    return new Between(from, to);
  }

  /** Leaves the events from the start of a day until before the start of another, in UTC. */
  static Step period(LocalDate from, LocalDate to) {
    return new Between(
        from.atStartOfDay(ZoneOffset.UTC).toInstant(), to.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Leaves the events of the last days in UTC, of which the day of the last event is one. */
  static Step lastDays(int days) {
    return new LastDays(days);
  }

  /** Parts each user's events into sessions wherever she pauses for longer than this. */
  static Step sessions(Duration gap) {
    return new SessionsByGap(gap);
  }

  /**
   * Puts pseudonyms for the ids of users and of sessions, as {@link Pseudonyms} says; what is known
   * of the users follows.
   *
   * @param key secret, at least 16 bytes
   */
  static Step pseudonymUsers(byte[] key) {
    return new Pseudonyms(Pseudonyms.Whose.USERS, key);
  }

  /**
   * Puts pseudonyms for the ids of items; their titles and attributes follow.
   *
   * @param key secret, at least 16 bytes
   */
  static Step pseudonymItems(byte[] key) {
    return new Pseudonyms(Pseudonyms.Whose.ITEMS, key);
  }

  /** Leaves out a user. To take her out of a prepared log, see {@link Preparation#withoutUser}. */
  static Step withoutUser(String id) {
    return new WithoutUser(id);
  }
}
