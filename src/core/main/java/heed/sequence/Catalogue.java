package heed.sequence;

import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.FileKind;
import heed.file.RecordCodec;
import heed.file.Sha256;
import heed.log.Counted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The items a model knows, numbered 1 to N, with their ids and titles. Number 0 is padding.
 *
 * <p>Items are numbered in the order of their ids as text, so the numbering depends on nothing but
 * the set of ids. Two catalogues are equal if they hold the same ids; titles and kinds do not
 * matter, since they do not change what a number means. {@link #requireSame} is the one check that
 * every meeting of two catalogues goes through. Immutable. It travels with a model: {@link #save}
 * and {@link #load}.
 */
public final class Catalogue {

  private final List<String> ids;
  private final List<String> titles;

  /** Of each item; empty where none are known of any. */
  private final List<List<String>> kinds;

  /** Computed when first asked for; a race computes the same text twice and does no harm. */
  private String fingerprint = "";

  private Catalogue(List<String> ids, List<String> titles, List<List<String>> kinds) {
    this.ids = List.copyOf(ids);
    this.titles = List.copyOf(titles);
    this.kinds = kinds.stream().map(List::copyOf).toList();
  }

  /**
   * A catalogue of these ids.
   *
   * @param ids item ids in any order, repeats allowed
   * @param titles title by id; an item without one is called by its id
   */
  public static Catalogue of(Iterable<String> ids, Map<String, String> titles) {
    Objects.requireNonNull(ids, "the ids of a catalogue are null");
    Objects.requireNonNull(titles, "the titles are null; give Map.of() where there are none");
    List<String> distinct = new ArrayList<>(new TreeSet<>(listOf(ids)));
    return new Catalogue(
        distinct, distinct.stream().map(id -> titles.getOrDefault(id, id)).toList(), List.of());
  }

  /**
   * The same items with their kinds, such as the genres of films, which are shown beside titles.
   *
   * @param kinds of an item by its id; none where nothing is known
   */
  public Catalogue withKinds(Function<String, List<String>> kinds) {
    return new Catalogue(ids, titles, ids.stream().map(kinds).toList());
  }

  /** What is in a saved catalogue. */
  private record Saved(List<String> ids, List<String> titles, List<List<String>> kinds) {}

  private static final FileKind KIND =
      new FileKind("catalogue", 1, "take an undamaged copy, or save the catalogue again");

  private static final String PART = "catalogue";

  /** Writes ids, titles and kinds to a file, whole or not at all. */
  public void save(Path file) throws IOException {
    ContainerWriter container = Container.of(KIND);
    into(container, PART);
    container.write(file);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws heed.file.UnreadableFileException if the file holds no catalogue, or is damaged
   */
  public static Catalogue load(Path file) throws IOException {
    return from(Container.read(file, KIND), PART);
  }

  /** Adds ids, titles and kinds to a file of which the catalogue is a part. */
  public void into(ContainerWriter container, String part) {
    container.value(part, new Saved(ids, titles, kinds), RecordCodec.plain());
  }

  /** Reads what {@link #into} added. */
  public static Catalogue from(Container container, String part) {
    Saved saved = container.value(part, Saved.class, RecordCodec.plain());
    int items = saved.ids.size();
    if (!List.copyOf(new TreeSet<>(saved.ids)).equals(saved.ids)) {
      throw container.refused("ids out of order", "each once, ascending");
    }
    if (saved.titles.size() != items || !(saved.kinds.isEmpty() || saved.kinds.size() == items)) {
      throw container.refused(
          String.format(
              Locale.ROOT,
              "%,d ids with %,d titles and kinds of %,d",
              items,
              saved.titles.size(),
              saved.kinds.size()),
          "a title of each, and kinds of all or of none");
    }
    return new Catalogue(saved.ids, saved.titles, saved.kinds);
  }

  /**
   * A digest of the ids: SHA-256 in hexadecimal, computed once. Equal catalogues have the same one
   * in every JVM, so a file can say which catalogue it belongs to.
   */
  public String fingerprint() {
    if (fingerprint.isEmpty()) {
      fingerprint = digest(ids);
    }
    return fingerprint;
  }

  private static String digest(List<String> ids) {
    MessageDigest digest = Sha256.fresh();
    for (String id : ids) {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      // With their lengths, so that "ab", "c" and "a", "bc" differ.
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Whether the other is a catalogue of the same ids; fast also for a million of them. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Catalogue that
            && size() == that.size()
            && fingerprint().equals(that.fingerprint()));
  }

  @Override
  public int hashCode() {
    return fingerprint().hashCode();
  }

  /**
   * Refuses another catalogue, in whose numbers other items stand.
   *
   * @param other the catalogue that is to hold the same ids
   * @param who knows this catalogue, for the error: "popularity, ever"
   * @param whose the other one is, for the error: "the history"
   * @throws IllegalArgumentException if the ids differ; the message counts what differs and names
   *     the first ids on either side
   */
  public void requireSame(Catalogue other, String who, String whose) {
    if (!equals(other)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s knows another catalogue (%s) than %s (%s): %s; use the parts of one"
                  + " split, or make histories with the catalogue of the one who is asked",
              who,
              Counted.of(size(), "item"),
              whose,
              Counted.of(other.size(), "item"),
              CatalogueDifference.of(ids, other.ids)));
    }
  }

  /**
   * Refuses histories of another catalogue. What every recommender asks before it scores.
   *
   * @param who knows this catalogue, for the error; asked only then
   * @throws IllegalArgumentException if there are none, one is null, or one is of other items
   */
  public void requireSame(List<History> histories, Supplier<String> who) {
    if (histories == null) {
      throw new IllegalArgumentException(
          who.get() + " was given no histories, found null; give a list, which may be empty");
    }
    for (int i = 0; i < histories.size(); i++) {
      History history = histories.get(i);
      if (history == null) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s was given no history at index %d of %d, found null; a user without events has"
                    + " an empty one, History.untimed(catalogue)",
                who.get(),
                i,
                histories.size()));
      }
      if (!equals(history.catalogue())) { // So that the name is made for an error only.
        requireSame(history.catalogue(), who.get(), "the history");
      }
    }
  }

  private static List<String> listOf(Iterable<String> ids) {
    List<String> list = new ArrayList<>();
    ids.forEach(list::add);
    return list;
  }

  /**
   * Refuses numbers that are no items.
   *
   * @throws IllegalArgumentException if one is not in 1..N
   */
  public void requireItems(int... items) {
    for (int item : items) {
      place(item);
    }
  }

  /** Where item {@code item} in 1..N stands. */
  private int place(int item) {
    if (item < 1 || item > size()) {
      throw new IllegalArgumentException(
          "item " + item + " is not in the catalogue, whose items are 1 to " + size());
    }
    return item - 1;
  }

  /** How many items there are: N. */
  public int size() {
    return ids.size();
  }

  /**
   * The id of item {@code item} in 1..N.
   *
   * @throws IllegalArgumentException if there is none of this number
   */
  public String id(int item) {
    return ids.get(place(item));
  }

  /**
   * The title of item {@code item} in 1..N.
   *
   * @throws IllegalArgumentException if there is none of this number
   */
  public String title(int item) {
    return titles.get(place(item));
  }

  /**
   * The kinds of item {@code item} in 1..N; none where nothing is known.
   *
   * @throws IllegalArgumentException if there is none of this number
   */
  public List<String> kinds(int item) {
    int place = place(item);
    return kinds.isEmpty() ? List.of() : kinds.get(place);
  }

  /**
   * The number of an id, 1..N.
   *
   * @throws IllegalArgumentException if the id is not in the catalogue
   */
  public int item(String id) {
    int item = number(id);
    if (item == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no item with the id '%s' among the %,d of this catalogue; was it cut off by the"
                  + " k-core?",
              id,
              size()));
    }
    return item;
  }

  /**
   * The number of an id, 1..N; 0 if it is none of this catalogue. Ids stand in order, so no map of
   * them is needed.
   */
  public int number(String id) {
    Objects.requireNonNull(id, "the id of an item is null");
    return Math.max(0, 1 + Collections.binarySearch(ids, id));
  }

  /**
   * A history typed in by hand, oldest first. Each entry is an id or a title; case, a year in
   * parentheses and the place of an article do not matter ("The Matrix" finds "Matrix, The
   * (1999)").
   *
   * @throws IllegalArgumentException if an entry matches no item or several; the message lists what
   *     comes near
   */
  public History history(String... names) {
    if (names == null) {
      throw new IllegalArgumentException(
          "a history is typed as ids or titles of items, found null; for no events, type nothing");
    }
    TitleSearch search = new TitleSearch(this);
    return History.untimed(this, Arrays.stream(names).mapToInt(search::item).toArray());
  }
}
