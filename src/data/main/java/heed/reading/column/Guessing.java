package heed.reading.column;

import heed.log.ColumnRole;
import heed.reading.column.ColumnFacts.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One guess under way: the three that are needed together, then those that may be there. */
final class Guessing {

  /** Readings that are closer than this are about as likely. */
  private static final double CLOSE = 1;

  private static final double CLEAR = 4;

  /** A log of pairs has no more columns than this. */
  private static final int PAIR = 2;

  private static final int FEW_KINDS = 12;

  private final Sample sample;
  private final boolean named;
  private final Map<ColumnRole, List<Integer>> told;
  private final boolean orderTold;
  private final RoleScores scores;
  private final GuessMessages messages;
  private final Readings readings;
  private final Optional<List<Integer>> dateParts;
  private final Map<ColumnRole, List<Integer>> positions = new EnumMap<>(ColumnRole.class);
  private final Map<ColumnRole, String> why = new EnumMap<>(ColumnRole.class);

  Guessing(Sample sample, boolean named, Map<ColumnRole, List<Integer>> told, boolean orderIsTime) {
    this.sample = sample;
    this.named = named;
    this.told = told;
    this.orderTold = orderIsTime;
    this.scores = new RoleScores(sample, named);
    this.messages = new GuessMessages(sample, scores);
    Map<ColumnRole, Integer> first = new HashMap<>();
    told.forEach((role, columns) -> first.put(role, columns.get(0)));
    this.dateParts =
        named && !orderIsTime && !told.containsKey(ColumnRole.TIME)
            ? DateParts.of(sample, scores)
            : Optional.empty();
    dateParts.ifPresent(columns -> first.put(ColumnRole.TIME, columns.get(0)));
    this.readings = new Readings(sample, scores, first, named);
  }

  ColumnGuess guess() {
    told.forEach((role, columns) -> take(role, columns, "as told"));
    for (ColumnRole role : List.of(ColumnRole.USER, ColumnRole.ITEM)) {
      if (readings.candidates(role).isEmpty()) {
        throw messages.missing(role);
      }
    }
    boolean timed = isTimed();
    List<Readings.Reading> all = readings.all(timed);
    if (all.isEmpty()) {
      throw messages.missing(ColumnRole.ITEM);
    }
    Readings.Reading best = all.get(0);
    Optional<Readings.Reading> rival = readings.rival(all);
    if (rival.isPresent() && best.score() - rival.get().score() < CLOSE) {
      throw messages.close(best, rival.get());
    }
    refuseOneOfEach(best);
    Readings.Reading finest = readings.finest(best, all);
    take(finest);
    named(ColumnRole.VALUE);
    named(ColumnRole.TYPE);
    named(ColumnRole.SESSION);
    unnamed();
    List<String> reasons = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      if (positions.containsKey(role)) {
        reasons.add(role + " = '" + name(positions.get(role)) + "' (" + why.get(role) + ")");
      }
    }
    if (named && !positions.containsKey(ColumnRole.VALUE)) {
      messages.noValue(left().boxed().toList()).ifPresent(reasons::add);
    }
    if (!finest.equals(best)) {
      reasons.add(messages.sameMoments(best, finest));
    }
    if (!timed) {
      reasons.add(
          "no column is the time: the order of rows stands for it"
              + (orderTold ? ", as told" : "; splits by time mean nothing then"));
    }
    rival
        .filter(other -> best.score() - other.score() < CLEAR)
        .ifPresent(
            other ->
                reasons.add(
                    "fairly sure of the columns; the next best guess is " + messages.shown(other)));
    return new ColumnGuess(positions, reasons);
  }

  private boolean isTimed() {
    if (told.containsKey(ColumnRole.TIME) || dateParts.isPresent()) {
      return true;
    }
    if (orderTold) {
      return false;
    }
    if (!readings.candidates(ColumnRole.TIME).isEmpty()) {
      return true;
    }
    boolean listed = IntStream.range(0, sample.width()).anyMatch(scores::isList);
    if ((sample.width() == PAIR && sample.isTelling()) || listed) {
      return false;
    }
    throw messages.missing(ColumnRole.TIME);
  }

  /** Of artist, album and track none is the user: each track has one album. */
  private void refuseOneOfEach(Readings.Reading best) {
    boolean guessed =
        !told.containsKey(ColumnRole.USER)
            && (scores.name(ColumnRole.USER, best.user()) < ColumnName.WEAK
                || scores.mayBeOfItem(best.user()))
            && scores.name(ColumnRole.SESSION, best.user()) < ColumnName.WEAK;
    if (guessed
        && (sample.determines(best.user(), best.item())
            || sample.determines(best.item(), best.user()))) {
      throw messages.missing(ColumnRole.USER);
    }
  }

  private void take(Readings.Reading best) {
    take(ColumnRole.USER, List.of(best.user()), reason(ColumnRole.USER, best.user()));
    take(ColumnRole.ITEM, items(best), reason(ColumnRole.ITEM, best.item()));
    if (best.time().isPresent()) {
      List<Integer> when = when(best.time().getAsInt());
      take(
          ColumnRole.TIME,
          when,
          when.size() > 2
              ? "year, month and day joined"
              : when.size() > 1
                  ? "date and time of day joined"
                  : reason(ColumnRole.TIME, best.time().getAsInt()));
    }
  }

  private void take(ColumnRole role, List<Integer> columns, String reason) {
    positions.putIfAbsent(role, columns);
    why.putIfAbsent(role, reason);
  }

  private String reason(ColumnRole role, int column) {
    if (role == ColumnRole.USER && scores.name(ColumnRole.SESSION, column) >= ColumnName.SURE) {
      return "the session, since no user is named";
    }
    if (scores.name(role, column) >= ColumnName.WEAK) {
      return "by its name";
    }
    return role == ColumnRole.TIME ? "its contents are times" : "by its place and contents";
  }

  /** A list of items is followed by the item after them, where there is one, and no time. */
  private List<Integer> items(Readings.Reading best) {
    if (best.time().isPresent()) {
      return List.of(best.item());
    }
    boolean isList = scores.isList(best.item());
    OptionalInt other =
        left()
            .filter(column -> column != best.user() && column != best.item())
            .filter(column -> scores.isList(column) != isList)
            .filter(column -> scores.name(ColumnRole.ITEM, column) >= ColumnName.WEAK)
            .findFirst();
    if (other.isEmpty()) {
      return List.of(best.item());
    }
    return isList ? List.of(best.item(), other.getAsInt()) : List.of(other.getAsInt(), best.item());
  }

  /** A date is joined with the time of day beside it. */
  private List<Integer> when(int time) {
    if (dateParts.isPresent()) {
      return dateParts.get();
    }
    OptionalInt clock =
        scores.isDateOnly(time) ? left().filter(scores::isClock).findFirst() : OptionalInt.empty();
    return clock.isEmpty() ? List.of(time) : List.of(time, clock.getAsInt());
  }

  private IntStream left() {
    return IntStream.range(0, sample.width())
        .filter(column -> positions.values().stream().noneMatch(taken -> taken.contains(column)));
  }

  private void named(ColumnRole role) {
    if (positions.containsKey(role)) {
      return;
    }
    left()
        .filter(column -> scores.name(role, column) >= ColumnName.WEAK)
        .filter(column -> role != ColumnRole.VALUE || isValue(column))
        .boxed()
        .min(Comparator.comparingInt(this::rankOfValue))
        .ifPresent(column -> take(role, List.of(column), "by its name"));
  }

  private boolean isValue(int column) {
    ColumnFacts facts = sample.column(column);
    return facts.filled() == 0 || facts.share(Kind.NUMBER) > .5;
  }

  /** What somebody thought of an item says more than what it cost. */
  private int rankOfValue(int column) {
    return sample
            .header()
            .get(column)
            .toLowerCase(java.util.Locale.ROOT)
            .matches(".*(price|amount).*")
        ? 1
        : 0;
  }

  /** Without names, a column of stars or of a few words is told by its contents. */
  private void unnamed() {
    if (named) {
      return;
    }
    if (!positions.containsKey(ColumnRole.VALUE)) {
      left()
          .filter(column -> sample.column(column).share(Kind.UP_TO_TEN) > .99)
          .filter(column -> sample.column(column).distinct() > 1)
          .findFirst()
          .ifPresent(column -> take(ColumnRole.VALUE, List.of(column), "small numbers"));
    }
    if (!positions.containsKey(ColumnRole.TYPE) && sample.isTelling()) {
      left()
          .filter(this::isType)
          .findFirst()
          .ifPresent(column -> take(ColumnRole.TYPE, List.of(column), "a few words that repeat"));
    }
  }

  private boolean isType(int column) {
    ColumnFacts facts = sample.column(column);
    return facts.filled() == facts.rows()
        && facts.distinct() <= FEW_KINDS
        && facts.texts().stream().allMatch(text -> text.matches("\\p{L}[\\p{L}_ -]{1,30}"))
        && (facts.distinct() == 1
            || (!sample.determines(positions.get(ColumnRole.ITEM).get(0), column)
                && !sample.determines(positions.get(ColumnRole.USER).get(0), column)));
  }

  private String name(List<Integer> columns) {
    return columns.stream().map(sample.header()::get).collect(Collectors.joining("+"));
  }
}
