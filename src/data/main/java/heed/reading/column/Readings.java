package heed.reading.column;

import heed.log.ColumnRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * All assignments of columns to user, item and time, scored together: a column is a good item
 * beside one user and a bad one beside another.
 */
final class Readings {

  /** More columns than this are looked at by their own scores alone. */
  private static final int MOST_CANDIDATES = 8;

  private static final double FINER = 1.2;

  private static final double FOLLOWS_FROM_THE_OTHER = 6;

  /**
   * One assignment.
   *
   * @param time the column of times; empty where the order of rows stands for them
   */
  record Reading(int user, int item, OptionalInt time, double score) {}

  private final Sample sample;
  private final RoleScores scores;
  private final Map<ColumnRole, Integer> told;
  private final boolean named;

  Readings(Sample sample, RoleScores scores, Map<ColumnRole, Integer> told, boolean named) {
    this.sample = sample;
    this.scores = scores;
    this.told = told;
    this.named = named;
  }

  /**
   * The readings there are, best first.
   *
   * @param timed whether one of the columns is the time
   */
  List<Reading> all(boolean timed) {
    List<Integer> users = candidates(ColumnRole.USER);
    List<Integer> items = candidates(ColumnRole.ITEM);
    List<OptionalInt> times =
        timed
            ? candidates(ColumnRole.TIME).stream().map(OptionalInt::of).toList()
            : List.of(OptionalInt.empty());
    List<Reading> readings = new ArrayList<>();
    for (int user : users) {
      for (int item : items) {
        double pair = user == item ? 0 : pair(user, item);
        for (OptionalInt time : times) {
          int at = time.orElse(-1);
          if (user != item && user != at && item != at) {
            readings.add(new Reading(user, item, time, pair + along(user, item, time)));
          }
        }
      }
    }
    readings.sort(Comparator.comparingDouble(Reading::score).reversed());
    return readings;
  }

  /** The best columns for a role, or the one that was told. */
  List<Integer> candidates(ColumnRole role) {
    if (told.containsKey(role)) {
      return List.of(told.get(role));
    }
    return IntStream.range(0, sample.width())
        .boxed()
        .filter(column -> !told.containsValue(column))
        .filter(column -> isCandidate(role, column))
        .sorted(Comparator.comparingDouble((Integer column) -> -scores.of(role, column)))
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private boolean isCandidate(ColumnRole role, int column) {
    return scores.of(role, column) > RoleScores.LEAST
        || scores.name(role, column) > ColumnName.SURE - 2;
  }

  /** The columns' own scores, and what user and item say of each other. */
  private double pair(int user, int item) {
    double score = scores.of(ColumnRole.USER, user) + scores.of(ColumnRole.ITEM, item);
    score -= sample.determines(user, item) ? FOLLOWS_FROM_THE_OTHER : 0;
    score -= sample.determines(item, user) ? FOLLOWS_FROM_THE_OTHER : 0;
    for (int other = 0; other < sample.width(); other++) {
      // Of a track and its artist, the track is the item; of a customer and her household, she is
      // the user.
      score -= isSharper(other, item, ColumnRole.ITEM, user) ? 2.5 : 0;
      score -= isSharper(other, user, ColumnRole.USER, item) ? 2.5 : 0;
    }
    return score + convention(user, item);
  }

  private boolean isSharper(int other, int column, ColumnRole role, int partner) {
    return other != column
        && other != partner
        && scores.isIdLike(other)
        && scores.of(role, other) >= scores.of(role, column) - 1
        && sample.determines(other, column)
        && !sample.determines(column, other);
  }

  /** Where names say nothing, the user stands first and the item next. */
  private double convention(int user, int item) {
    if (scores.name(ColumnRole.USER, user) >= ColumnName.WEAK
        || scores.name(ColumnRole.ITEM, item) >= ColumnName.WEAK) {
      return user < item ? .1 : 0;
    }
    List<Integer> ids =
        IntStream.range(0, sample.width()).boxed().filter(scores::isIdLike).limit(3).toList();
    boolean first = ids.size() > 1 && ids.get(0) == user && ids.get(1) == item;
    if (first) {
      return !named || ids.size() == 2 ? 3 : 1;
    }
    return user < item ? .5 : 0;
  }

  private double along(int user, int item, OptionalInt when) {
    if (when.isEmpty()) {
      return 0;
    }
    int time = when.getAsInt();
    double score = scores.of(ColumnRole.TIME, time);
    score -= sample.determines(item, time) ? FOLLOWS_FROM_THE_OTHER : 0;
    score -= sample.determines(user, time) ? FOLLOWS_FROM_THE_OTHER : 0;
    return score + order(user, item, time) + (isBeside(user, item, time) ? 1 : 0);
  }

  /** An event tells its time inside, where user and item are; a letter around it another. */
  private boolean isBeside(int user, int item, int time) {
    String place = place(time);
    return !place.isEmpty() && (place.equals(place(user)) || place.equals(place(item)));
  }

  private String place(int column) {
    String name = sample.header().get(column);
    return named && name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }

  /** Files are sorted by user and time, or by item and anything; that is said as loud as places. */
  private double order(int user, int item, int time) {
    if (!sample.isTelling()) {
      return 0;
    }
    double users = sample.inOrder(user, time);
    double items = sample.inOrder(item, time);
    return (users >= .95 ? 2.5 : users <= .75 ? -1 : 0) + (items <= .75 ? 1 : 0);
  }

  /** The best reading that means something else than the first. */
  Optional<Reading> rival(List<Reading> readings) {
    Reading best = readings.get(0);
    return readings.stream().skip(1).filter(other -> !meansTheSame(best, other)).findFirst();
  }

  private boolean meansTheSame(Reading one, Reading other) {
    boolean listAndNext =
        one.time().isEmpty() && scores.isList(one.item()) != scores.isList(other.item());
    return sample.areOne(one.user(), other.user())
        && (listAndNext || sample.areOne(one.item(), other.item()))
        && one.time().isPresent() == other.time().isPresent()
        && (one.time().isEmpty() || areOneTime(one.time().getAsInt(), other.time().getAsInt()));
  }

  /**
   * Of several columns that tell the same moments, the one that tells them best: to the second
   * rather than the day, and rather a count since 1970 than a clock of nobody knows where.
   */
  Reading finest(Reading best, List<Reading> readings) {
    if (told.containsKey(ColumnRole.TIME) || best.time().isEmpty()) {
      return best;
    }
    return readings.stream()
        .filter(other -> other.user() == best.user() && other.item() == best.item())
        .filter(other -> isFiner(other.time().orElseThrow(), best.time().getAsInt()))
        .findFirst()
        .orElse(best);
  }

  private boolean isFiner(int other, int time) {
    if (other == time || scores.name(ColumnRole.TIME, other) < ColumnName.WEAK) {
      return false;
    }
    ColumnFacts facts = sample.column(time);
    ColumnFacts others = sample.column(other);
    boolean finer =
        others.distinct() > FINER * facts.distinct()
            || (others.distinct() >= facts.distinct()
                && others.needsNoZone()
                && !facts.needsNoZone());
    return finer
        && sample.areOneOrder(time, other)
        && scores.of(ColumnRole.TIME, other) > ColumnName.SURE;
  }

  private boolean areOneTime(int one, int other) {
    return sample.areOne(one, other) || sample.areOneOrder(one, other);
  }
}
