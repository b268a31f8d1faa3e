package heed.sequence;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Bounds;
import heed.log.Counted;
import heed.log.Ids;
import heed.log.Interactions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The histories of many users in flat arrays: user u owns positions {@code offsets[u]} to {@code
 * offsets[u + 1]}. Immutable.
 */
public final class Sequences {

  private static final long MILLISECONDS = 1_000;

  private final Catalogue catalogue;
  private final List<String> users;
  private final int[] offsets;
  private final int[] items;
  private final long[] times;
  private final boolean hasTimes;

  private Sequences(
      Catalogue catalogue,
      List<String> users,
      int[] offsets,
      int[] items,
      long[] times,
      boolean hasTimes) {
    this.catalogue = catalogue;
    this.users = users;
    this.offsets = offsets;
    this.items = items;
    this.times = times;
    this.hasTimes = hasTimes;
  }

  /**
   * The log as one history a user, oldest event first.
   *
   * <p>Events of a user at the same moment have no known order. Keeping the order of the file would
   * make patterns out of however it was sorted, so a hash of seed, user and item decides.
   *
   * @param seed decides the order of events that are tied in time
   */
  public static Sequences of(Interactions log, long seed) {
    Objects.requireNonNull(log, "the log of the sequences is null");
    Ids users = log.users();
    int[] offsets = offsets(users.counts());
    int[] next = offsets.clone();
    int[] items = new int[log.size()];
    long[] times = new long[log.size()];
    long[] ties = new long[log.size()];
    for (int row = 0; row < log.size(); row++) {
      int user = users.code(row);
      int position = next[user]++;
      items[position] = log.items().code(row) + 1;
      times[position] = log.time(row);
      ties[position] = SeededHash.of(seed, users.distinct().get(user).hashCode(), items[position]);
    }
    for (int user = 0; user + 1 < offsets.length; user++) {
      EventSort.sort(offsets[user], offsets[user + 1], items, times, ties);
    }
    Arrays.setAll(times, i -> Math.floorDiv(times[i], MILLISECONDS));
    return new Sequences(catalogue(log), users.distinct(), offsets, items, times, log.hasTimes());
  }

  /** With the first categories that are known of the log's items as their kinds. */
  private static Catalogue catalogue(Interactions log) {
    Catalogue catalogue = Catalogue.of(log.items().distinct(), log.titles());
    Attributes attributes = log.itemAttributes();
    return attributes.declared().stream()
        .filter(Attribute.Categories.class::isInstance)
        .findFirst()
        .map(kind -> catalogue.withKinds(id -> attributes.categories(kind.column(), id)))
        .orElse(catalogue);
  }

  private static int[] offsets(int[] lengths) {
    int[] offsets = new int[lengths.length + 1];
    for (int user = 0; user < lengths.length; user++) {
      offsets[user + 1] = offsets[user] + lengths[user];
    }
    return offsets;
  }

  /**
   * Sequences of these histories.
   *
   * @param users a name for each history
   * @param histories of an equal catalogue
   */
  public static Sequences of(Catalogue catalogue, List<String> users, List<History> histories) {
    Objects.requireNonNull(catalogue, "the catalogue of the sequences is null");
    Objects.requireNonNull(users, "the users of the sequences are null");
    Objects.requireNonNull(histories, "the histories of the sequences are null");
    if (users.size() != histories.size()) {
      throw new IllegalArgumentException(
          "sequences need one user a history, found "
              + users.size()
              + " users and "
              + histories.size()
              + " histories");
    }
    catalogue.requireSame(histories, () -> "the catalogue of the sequences");
    int[] offsets = offsets(histories.stream().mapToInt(History::length).toArray());
    int[] items = new int[offsets[histories.size()]];
    long[] times = new long[items.length];
    for (int user = 0; user < histories.size(); user++) {
      History history = histories.get(user);
      for (int i = 0; i < history.length(); i++) {
        items[offsets[user] + i] = history.item(i);
        times[offsets[user] + i] = history.time(i);
      }
    }
    return new Sequences(catalogue, List.copyOf(users), offsets, items, times, true);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** How many users there are, with those who have no event in this part. */
  public int size() {
    return users.size();
  }

  /** How many users have an event. */
  public int activeUsers() {
    int active = 0;
    for (int user = 0; user < size(); user++) {
      active += length(user) > 0 ? 1 : 0;
    }
    return active;
  }

  /** The ids of the items that have an event in this part, in ascending order. */
  public List<String> itemIds() {
    boolean[] seen = new boolean[catalogue.size() + 1];
    for (int item : items) {
      seen[item] = true;
    }
    return IntStream.range(0, seen.length)
        .filter(item -> seen[item])
        .mapToObj(catalogue::id)
        .toList();
  }

  /** How many events there are. */
  public int events() {
    return items.length;
  }

  /** The id of user {@code user} in 0..size-1. */
  public String user(int user) {
    return users.get(checked(user));
  }

  /** How many events a user has. */
  public int length(int user) {
    return offsets[checked(user) + 1] - offsets[user];
  }

  private int checked(int user) {
    return Bounds.require("user", user, "the sequences", users.size());
  }

  /** The item of a user at a position, 0 the oldest. */
  public int item(int user, int position) {
    return items[place(user, position)];
  }

  /** The time of a user's event, in seconds since 1970. */
  public long time(int user, int position) {
    return times[place(user, position)];
  }

  private int place(int user, int position) {
    return offsets[user] + Bounds.require("event", position, "the user's history", length(user));
  }

  /**
   * Whether events have times; else the order of the log's rows stands for them, and two times say
   * which event came first, but neither when nor how much later.
   */
  public boolean hasTimes() {
    return hasTimes;
  }

  /**
   * Refuses a log without times, for a split of your own that needs them.
   *
   * @param what needs them, as the error names it
   * @throws IllegalArgumentException if the order of rows stands for the time
   */
  public void requireTimes(String what) {
    if (!hasTimes) {
      throw new IllegalArgumentException(
          what
              + ": this needs the times of events, and the log has none: the order of its rows stands"
              + " for them. Choose a split by order, such as Split.leaveOneOut(),"
              + " Split.nextEvents(k) or Split.byUser, or read the log with the column of its"
              + " times: Columns.withTime, or --columns time=NAME");
    }
  }

  /**
   * The whole history of a user.
   *
   * @throws IndexOutOfBoundsException if there is no such user
   */
  public History history(int user) {
    return history(user, 0, length(user));
  }

  /**
   * The events of a user from position {@code from} to before {@code to}; shares this memory.
   *
   * @throws IndexOutOfBoundsException if these are no positions of the user's, in this order
   */
  public History history(int user, int from, int to) {
    Objects.checkFromToIndex(from, to, length(user));
    return new History(catalogue, items, times, offsets[user] + from, to - from);
  }

  /**
   * The same users, each with the events from one position to before another.
   *
   * @param from first position kept, one per user
   * @param to first position no longer kept, one per user
   * @throws IllegalArgumentException if there is not one of each per user
   * @throws IndexOutOfBoundsException if these are no positions of a user's, in this order
   */
  public Sequences slice(int[] from, int[] to) {
    if (from.length != size() || to.length != size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a slice needs a first and an end position per user, found %,d and %,d for %,d users",
              from.length,
              to.length,
              size()));
    }
    for (int user = 0; user < size(); user++) {
      Objects.checkFromToIndex(from[user], to[user], length(user));
    }
    int[] lengths = new int[size()];
    Arrays.setAll(lengths, user -> to[user] - from[user]);
    int[] kept = offsets(lengths);
    int[] keptItems = new int[kept[size()]];
    long[] keptTimes = new long[kept[size()]];
    for (int user = 0; user < size(); user++) {
      int start = offsets[user] + from[user];
      System.arraycopy(items, start, keptItems, kept[user], lengths[user]);
      System.arraycopy(times, start, keptTimes, kept[user], lengths[user]);
    }
    return new Sequences(catalogue, users, kept, keptItems, keptTimes, hasTimes);
  }

  /** The time of the last event of all, in seconds since 1970; the least long without events. */
  public long lastTime() {
    return Arrays.stream(times).max().orElse(Long.MIN_VALUE);
  }

  /**
   * The time of the first event of all, in seconds since 1970; the greatest long without events.
   */
  public long firstTime() {
    return Arrays.stream(times).min().orElse(Long.MAX_VALUE);
  }

  /** A copy of all times, in seconds since 1970. */
  long[] times() {
    return times.clone();
  }

  /** The histories of all users, in order; they share this memory. */
  public List<History> histories() {
    List<History> histories = new ArrayList<>(size());
    for (int user = 0; user < size(); user++) {
      histories.add(history(user));
    }
    return histories;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s of %s over %s",
        Counted.of(activeUsers(), "sequence"),
        Counted.of(events(), "event"),
        Counted.of(catalogue.size(), "item"));
  }
}
