package heed.sequence;

import heed.log.Bounds;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one user did, oldest first: the input of every recommender. Immutable; parts of a history
 * share its memory.
 *
 * <p>A history need not come from the training data; {@link Catalogue#history} makes one from typed
 * names.
 */
public final class History {

  /** The time of an event that is simply the latest, as in a typed history. */
  public static final long NOW = Long.MAX_VALUE;

  private final Catalogue catalogue;
  private final StoredEvents events;
  private final int from;
  private final int length;

  /** A view of {@code length} events from {@code from} on; their memory is shared. */
  History(Catalogue catalogue, StoredEvents events, int from, int length) {
    this.catalogue = catalogue;
    this.events = events;
    this.from = from;
    this.length = length;
  }

  /**
   * A history with times.
   *
   * @param items item numbers in 1..N, oldest first
   * @param times seconds since 1970, one per item
   * @throws IllegalArgumentException if an item is not in the catalogue or the lengths differ
   */
  public static History of(Catalogue catalogue, int[] items, long[] times) {
    Objects.requireNonNull(catalogue, "the catalogue of a history is null");
    if (items.length != times.length) {
      throw new IllegalArgumentException(
          "a history needs one time an item, found "
              + items.length
              + " items and "
              + times.length
              + " times");
    }
    catalogue.requireItems(items);
    return new History(catalogue, new EventArrays(items.clone(), times.clone()), 0, items.length);
  }

  /** A history whose events are all {@link #NOW}. */
  public static History untimed(Catalogue catalogue, int... items) {
    long[] times = new long[items.length];
    Arrays.fill(times, NOW);
    return of(catalogue, items, times);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public int length() {
    return length;
  }

  /** The item at a position, 0 the oldest. */
  public int item(int position) {
    return events.item(from + Bounds.require("event", position, "the history", length));
  }

  /** The time of the event at a position, in seconds since 1970, or {@link #NOW}. */
  public long time(int position) {
    return events.time(from + Bounds.require("event", position, "the history", length));
  }

  /** The type of the event at a position, such as purchase, or "" where it is not told. */
  public String type(int position) {
    return name(events, from + Bounds.require("event", position, "the history", length));
  }

  static String name(StoredEvents events, int position) {
    int type = events.type(position);
    return type < 0 ? "" : events.types().get(type);
  }

  /** The types of events that are told apart where this history comes from; none unless told. */
  public List<String> types() {
    return events.types();
  }

  /**
   * The same events of these types.
   *
   * @param types such as view or purchase, one per event; "" where it is not told
   * @throws IllegalArgumentException if there is not one per event
   */
  public History withTypes(List<String> types) {
    if (types.size() != length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a history needs one type an event, \"\" where it is not known; found %,d types for"
                  + " %,d events",
              types.size(),
              length));
    }
    TypeCodes told = TypeCodes.of(types);
    long[] times = IntStream.range(0, length).mapToLong(this::time).toArray();
    StoredEvents typed = new EventArrays(items(), times, told.codes(), told.names());
    return new History(catalogue, typed, 0, length);
  }

  /** A copy of the item numbers, oldest first. */
  public int[] items() {
    return events.items(from, length);
  }

  /**
   * The most recent {@code count} events, or all if there are fewer.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public History last(int count) {
    int kept = Math.min(counted(count), length);
    return new History(catalogue, events, from + length - kept, kept);
  }

  /**
   * The events without the last {@code count}.
   *
   * @throws IllegalArgumentException if the count is negative
   */
  public History withoutLast(int count) {
    return new History(catalogue, events, from, Math.max(0, length - counted(count)));
  }

  private static int counted(int count) {
    if (count < 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "found %,d last events of a history, expected 0 or more", count));
    }
    return count;
  }

  /** Titles, oldest first. */
  public List<String> titles() {
    return IntStream.of(items()).mapToObj(catalogue::title).toList();
  }

  /** Whether the other holds the same items of the same types and times, of an equal catalogue. */
  @Override
  public boolean equals(Object other) {
    return other instanceof History that
        && catalogue.equals(that.catalogue)
        && Arrays.equals(items(), that.items())
        && hasTimesAndTypesOf(that);
  }

  private boolean hasTimesAndTypesOf(History that) {
    for (int i = 0; i < length; i++) {
      if (events.time(from + i) != that.events.time(that.from + i)
          || !name(events, from + i).equals(name(that.events, that.from + i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(items());
  }

  @Override
  public String toString() {
    return titles().stream().collect(Collectors.joining(" > "));
  }
}
