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
 * The histories of many users, flat: the events of user u stand from one position to before another
 * of {@link StoredEvents}. Immutable; parts share the memory of the whole, be it on Java's heap or
 * in a mapped file.
 */
public final class Sequences {

  private final Catalogue catalogue;
  private final List<String> users;
  private final StoredEvents stored;
  private final int[] starts;
  private final int[] ends;
  private final boolean hasTimes;
  private final int events;

  private Sequences(
      Catalogue catalogue,
      List<String> users,
      StoredEvents stored,
      int[] starts,
      int[] ends,
      boolean hasTimes) {
    this.catalogue = catalogue;
    this.users = users;
    this.stored = stored;
    this.starts = starts;
    this.ends = ends;
    this.hasTimes = hasTimes;
    int count = 0;
    for (int user = 0; user < starts.length; user++) {
      count += ends[user] - starts[user];
    }
    this.events = count;
  }

  private Sequences(
      Catalogue catalogue,
      List<String> users,
      StoredEvents stored,
      int[] offsets,
      boolean hasTimes) {
    this(
        catalogue,
        users,
        stored,
        Arrays.copyOf(offsets, users.size()),
        Arrays.copyOfRange(offsets, 1, users.size() + 1),
        hasTimes);
  }

  /**
   * The log as one history a user, oldest event first.
   *
   * <p>Events of a user at the same moment have no known order. Keeping the order of the file would
   * make patterns out of however it was sorted, so a hash of seed, user and item decides. Where the
   * log tells types of events, such as view and purchase, each event keeps its own ({@link #type}).
   *
   * @param seed decides the order of events that are tied in time
   */
  public static Sequences of(Interactions log, long seed) {
    Objects.requireNonNull(log, "the log of the sequences is null");
    Ids users = log.users();
    int[] offsets = Offsets.of(users.counts());
    int[] next = offsets.clone();
    int[] items = new int[log.size()];
    long[] times = new long[log.size()];
    TypeCodes told = TypeCodes.of(log);
    int[] types = new int[told.codes().length];
    for (int row = 0; row < log.size(); row++) {
      int position = next[users.code(row)]++;
      items[position] = log.items().code(row) + 1;
      times[position] = log.time(row);
      if (types.length > 0) {
        types[position] = told.codes()[row];
      }
    }
    EventSort.sort(users.distinct(), offsets, items, times, types, seed);
    return new Sequences(
        catalogue(log),
        users.distinct(),
        new EventArrays(items, times, types, told.names()),
        offsets,
        log.hasTimes());
  }

  /**
   * The number by which events of a user at one moment are ordered, the smaller first: what {@link
   * #of(Interactions, long)} draws, for whoever sorts elsewhere.
   *
   * @param item its number in the catalogue
   */
  public static long tie(long seed, String user, int item) {
    return SeededHash.of(seed, user.hashCode(), item);
  }

  /**
   * The histories of some users from their events in any order, as {@link #of(Interactions, long)}
   * makes them: what a log too large for memory is made of, some users at a time.
   *
   * @param users ids in ascending order
   * @param offsets where the events of each user begin, and behind the last where they end
   * @param items numbers of the catalogue; the array is taken over and sorted
   * @param milliseconds the time of each event since 1970; the array is taken over and sorted
   * @param codes the place of each event's type among the types, or -1 where it is not told; the
   *     array is taken over and sorted; empty without types
   * @param types of events that are told apart, in ascending order; may be empty
   * @param seed decides the order of events that are tied in time
   */
  public static Sequences sorted(
      Catalogue catalogue,
      List<String> users,
      int[] offsets,
      int[] items,
      long[] milliseconds,
      int[] codes,
      List<String> types,
      long seed) {
    if (milliseconds.length != items.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an event has an item and a time, found %,d items and %,d times",
              items.length,
              milliseconds.length));
    }
    Offsets.require(offsets, users.size(), items.length);
    catalogue.requireItems(items);
    int[] sorted = types.isEmpty() ? new int[0] : codes;
    EventSort.sort(users, offsets, items, milliseconds, sorted, seed);
    return new Sequences(
        catalogue,
        List.copyOf(users),
        new EventArrays(items, milliseconds, sorted, types),
        offsets,
        true);
  }

  /**
   * Histories of events that are stored already, each user's in the order of their time. The events
   * themselves are not looked at.
   *
   * @param users ids in ascending order; not copied
   * @param offsets where the events of each user begin, and behind the last where they end
   * @param hasTimes see {@link #hasTimes()}
   * @throws IllegalArgumentException if the offsets are none of so many users and events
   */
  public static Sequences of(
      Catalogue catalogue,
      List<String> users,
      int[] offsets,
      StoredEvents events,
      boolean hasTimes) {
    Offsets.require(offsets, users.size(), events.size());
    return new Sequences(catalogue, users, events, offsets, hasTimes);
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
    int[] offsets = Offsets.of(histories.stream().mapToInt(History::length).toArray());
    int[] items = new int[offsets[histories.size()]];
    long[] times = new long[items.length];
    List<String> types = new ArrayList<>();
    for (int user = 0; user < histories.size(); user++) {
      History history = histories.get(user);
      for (int i = 0; i < history.length(); i++) {
        items[offsets[user] + i] = history.item(i);
        times[offsets[user] + i] = history.time(i);
        types.add(history.type(i));
      }
    }
    TypeCodes told = TypeCodes.of(types);
    StoredEvents events = new EventArrays(items, times, told.codes(), told.names());
    return new Sequences(catalogue, List.copyOf(users), events, offsets, true);
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
    positions().forEach(position -> seen[stored.item(position)] = true);
    return IntStream.range(0, seen.length)
        .filter(item -> seen[item])
        .mapToObj(catalogue::id)
        .toList();
  }

  /** How many events there are. */
  public int events() {
    return events;
  }

  /** The id of user {@code user} in 0..size-1. */
  public String user(int user) {
    return users.get(checked(user));
  }

  /** How many events a user has. */
  public int length(int user) {
    return ends[checked(user)] - starts[user];
  }

  private int checked(int user) {
    return Bounds.require("user", user, "the sequences", users.size());
  }

  /** The item of a user at a position, 0 the oldest. */
  public int item(int user, int position) {
    return stored.item(place(user, position));
  }

  /** The time of a user's event, in seconds since 1970. */
  public long time(int user, int position) {
    return stored.time(place(user, position));
  }

  /** The type of a user's event, such as purchase, or "" where it is not told. */
  public String type(int user, int position) {
    return History.name(stored, place(user, position));
  }

  /**
   * The types of events that the log tells apart, such as view and purchase, in ascending order;
   * none where it tells none.
   */
  public List<String> types() {
    return stored.types();
  }

  private int place(int user, int position) {
    return starts[user] + Bounds.require("event", position, "the user's history", length(user));
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
    return new History(catalogue, stored, starts[user] + from, to - from);
  }

  /**
   * The same users, each with the events from one position to before another; shares this memory.
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
    int[] keptStarts = new int[size()];
    int[] keptEnds = new int[size()];
    Arrays.setAll(keptStarts, user -> starts[user] + from[user]);
    Arrays.setAll(keptEnds, user -> starts[user] + to[user]);
    return new Sequences(catalogue, users, stored, keptStarts, keptEnds, hasTimes);
  }

  /** The time of the last event of all, in seconds since 1970; the least long without events. */
  public long lastTime() {
    return positions().mapToLong(stored::time).max().orElse(Long.MIN_VALUE);
  }

  /**
   * The time of the first event of all, in seconds since 1970; the greatest long without events.
   */
  public long firstTime() {
    return positions().mapToLong(stored::time).min().orElse(Long.MAX_VALUE);
  }

  /** All times, in seconds since 1970. */
  long[] times() {
    return positions().mapToLong(stored::time).toArray();
  }

  /** Where the events of this part stand, user after user. */
  private IntStream positions() {
    return IntStream.range(0, size()).flatMap(user -> IntStream.range(starts[user], ends[user]));
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
