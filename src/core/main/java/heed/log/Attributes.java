package heed.log;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is known of items, or of users, beside their events: one row an id, its columns of a
 * declared kind.
 *
 * <p>An id without a row has no values: its numbers are NaN, its texts empty. Immutable.
 */
public final class Attributes {

  private final List<String> ids;
  private final Map<String, Integer> rows = new HashMap<>();
  private final Map<String, Attribute> declared = new LinkedHashMap<>();
  private final Map<String, double[]> numbers;
  private final Map<String, String[]> texts;

  /**
   * Attributes by column; the arrays are taken over.
   *
   * @param ids all different
   * @param declared the columns
   * @param numbers one per id, by column, for those declared as numbers; NaN where there is none
   * @param texts one per id, by column, for all others; empty where there is none
   */
  public Attributes(
      List<String> ids,
      List<Attribute> declared,
      Map<String, double[]> numbers,
      Map<String, String[]> texts) {
    this.ids = List.copyOf(ids);
    this.numbers = Map.copyOf(numbers);
    this.texts = Map.copyOf(texts);
    for (int row = 0; row < ids.size(); row++) {
      rows.put(ids.get(row), row);
    }
    declared.forEach(attribute -> this.declared.put(attribute.column(), attribute));
  }

  /** Nothing is known of anybody. */
  public static Attributes none() {
    return new Attributes(List.of(), List.of(), Map.of(), Map.of());
  }

  /**
   * Reads a file of one row an id.
   *
   * @param id the column of ids, as the log writes them
   * @param declared the columns to take, with what they hold
   * @throws IllegalArgumentException if a column is not there, an id is missing or stands twice, or
   *     a number is none; the message names the first rows
   */
  public static Attributes read(Path path, String id, Attribute... declared) {
    return read(path, ReadOptions.defaults(), id, declared);
  }

  /**
   * Reads a file of one row an id, whose form is told. Only the columns named are held.
   *
   * @throws IllegalArgumentException as {@link #read(Path, String, Attribute...)}
   */
  public static Attributes read(Path path, ReadOptions options, String id, Attribute... declared) {
    return format(path).attributes(path, options, id, List.of(declared), false);
  }

  /**
   * Reads a file of many rows an id, such as the tags that many people gave: texts and categories
   * are strung together in the order of the rows, and numbers and categories of one value have to
   * agree.
   *
   * @throws IllegalArgumentException as {@link #read(Path, String, Attribute...)}, and if two rows
   *     of an id disagree
   */
  public static Attributes readGathered(Path path, String id, Attribute... declared) {
    return format(path).attributes(path, ReadOptions.defaults(), id, List.of(declared), true);
  }

  private static LogFormat format(Path path) {
    Objects.requireNonNull(path, "the path of the attributes is null");
    LogFormat format = LogFormats.of(path);
    if (format.priority() == 0) { // Another format may know what a path means.
      InputFile.requireAttributes(path);
    }
    return format;
  }

  /**
   * These columns and some more, for every id of either side.
   *
   * @throws IllegalArgumentException if both have a column of one name
   */
  public Attributes and(Attributes more) {
    List<Attribute> both = new ArrayList<>(declared.values());
    for (Attribute attribute : more.declared.values()) {
      if (declared.containsKey(attribute.column())) {
        throw new IllegalArgumentException(
            "both sides have a column '" + attribute.column() + "'; rename one");
      }
      both.add(attribute);
    }
    Set<String> union = new LinkedHashSet<>(ids);
    union.addAll(more.ids);
    List<String> joined = List.copyOf(union);
    Map<String, double[]> joinedNumbers = new HashMap<>();
    Map<String, String[]> joinedTexts = new HashMap<>();
    for (Attributes side : List.of(this, more)) {
      side.numbers.forEach(
          (column, values) ->
              joinedNumbers.put(
                  column, joined.stream().mapToDouble(id -> side.number(column, id)).toArray()));
      side.texts.forEach(
          (column, values) ->
              joinedTexts.put(
                  column,
                  joined.stream().map(id -> side.field(column, id)).toArray(String[]::new)));
    }
    return new Attributes(joined, both, joinedNumbers, joinedTexts);
  }

  /** The same rows under other ids. */
  Attributes renamed(UnaryOperator<String> name) {
    return new Attributes(ids.stream().map(name).toList(), declared(), numbers, texts);
  }

  /** The rows of all ids but one. */
  Attributes without(String id) {
    int[] kept = IntStream.range(0, ids.size()).filter(row -> !ids.get(row).equals(id)).toArray();
    Map<String, double[]> keptNumbers = new HashMap<>();
    numbers.forEach(
        (column, all) ->
            keptNumbers.put(column, IntStream.of(kept).mapToDouble(row -> all[row]).toArray()));
    Map<String, String[]> keptTexts = new HashMap<>();
    texts.forEach(
        (column, all) ->
            keptTexts.put(
                column, IntStream.of(kept).mapToObj(row -> all[row]).toArray(String[]::new)));
    return new Attributes(
        IntStream.of(kept).mapToObj(ids::get).toList(), declared(), keptNumbers, keptTexts);
  }

  /** How many ids have a row. */
  public int size() {
    return ids.size();
  }

  /** The ids that have a row, in the order of the rows. */
  public List<String> ids() {
    return ids;
  }

  /** The columns, in the order they were declared. */
  public List<Attribute> declared() {
    return List.copyOf(declared.values());
  }

  /** Whether there is a column of this name. */
  public boolean has(String column) {
    return declared.containsKey(column);
  }

  /**
   * A number of an id; NaN where there is none.
   *
   * @throws IllegalArgumentException if the column is not there or holds no numbers
   */
  public double number(String column, String id) {
    demand(column, "a number", Attribute.Numeric.class);
    Integer row = rows.get(id);
    return row == null ? Double.NaN : numbers.get(column)[row];
  }

  /**
   * The categories of an id, each once, in the order they are written; at most one in a column of
   * one category, and none where nothing is known.
   *
   * @throws IllegalArgumentException if the column is not there or holds no categories
   */
  public List<String> categories(String column, String id) {
    Attribute attribute =
        demand(column, "categories", Attribute.Category.class, Attribute.Categories.class);
    String field = field(column, id);
    if (!(attribute instanceof Attribute.Categories several)) {
      return field.isEmpty() ? List.of() : List.of(field);
    }
    return Arrays.stream(field.split(Pattern.quote(several.separator()), -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty() && !several.missing().contains(name))
        .distinct()
        .toList();
  }

  /**
   * The text of an id; empty where there is none.
   *
   * @throws IllegalArgumentException if the column is not there or holds no text
   */
  public String text(String column, String id) {
    demand(column, "a text", Attribute.Text.class);
    return field(column, id);
  }

  /** What is written in a column that holds no numbers; empty where there is nothing. */
  public String written(String column, String id) {
    demand(
        column,
        "a text",
        Attribute.Text.class,
        Attribute.Category.class,
        Attribute.Categories.class);
    return field(column, id);
  }

  private String field(String column, String id) {
    Integer row = rows.get(id);
    return row == null ? "" : texts.get(column)[row];
  }

  private Attribute demand(String column, String wanted, Class<?>... kinds) {
    Attribute attribute = declared.get(column);
    if (attribute == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "no column '%s'; %s",
              column,
              declared.isEmpty()
                  ? "nothing is known of anybody here: add Attributes to the log first"
                  : "there is " + String.join(", ", declared.keySet())));
    }
    if (Arrays.stream(kinds).noneMatch(kind -> kind.isInstance(attribute))) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column '%s' is declared as %s, and %s is asked for",
              column,
              attribute.kind(),
              wanted));
    }
    return attribute;
  }

  /** Holds these ids against the rows: who of either side is without the other. */
  public AttributeMatch match(Iterable<String> others) {
    Set<String> wanted = new LinkedHashSet<>();
    others.forEach(wanted::add);
    return new AttributeMatch(
        size(),
        wanted.size(),
        ids.stream().filter(id -> !wanted.contains(id)).toList(),
        wanted.stream().filter(id -> !rows.containsKey(id)).toList());
  }

  @Override
  public String toString() {
    return Counted.of(size(), "row")
        + ": "
        + declared.values().stream()
            .map(attribute -> attribute.column() + " (" + attribute.kind() + ")")
            .collect(Collectors.joining(", "));
  }
}
