package heed.recommend.rule;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.sequence.Catalogue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What rules know of the items of a catalogue: ids, kinds and attributes. Made once for a model;
 * the sets and groups that rules ask for are kept, so that a rule that comes with every request
 * costs its sets once. Safe to share between threads.
 */
public final class Items {

  /** The column of {@link Catalogue#kinds}, which every catalogue has. */
  public static final String KINDS = "kinds";

  /** Sets that are kept; requests of strangers must not fill the memory. */
  private static final int MOST_SETS = 256;

  private final Catalogue catalogue;
  private final Attributes attributes;
  private final Map<String, Groups> groups = new ConcurrentHashMap<>();
  private final Map<Condition, ItemSet> sets =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Condition, ItemSet> eldest) {
              return size() > MOST_SETS;
            }
          });

  private Items(Catalogue catalogue, Attributes attributes) {
    this.catalogue = catalogue;
    this.attributes = attributes;
  }

  /** Of which only the catalogue is known. */
  public static Items of(Catalogue catalogue) {
    return of(catalogue, Attributes.none());
  }

  /**
   * Of which more is known.
   *
   * @param attributes by item id; items without a row have no values
   * @throws IllegalArgumentException if a column is called {@value #KINDS}
   */
  public static Items of(Catalogue catalogue, Attributes attributes) {
    if (attributes.has(KINDS)) {
      throw new IllegalArgumentException(
          "the column '" + KINDS + "' is the catalogue's own; rename that of the attributes");
    }
    return new Items(catalogue, attributes);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** The columns that rules may name: kinds, and the attributes'. */
  public List<String> columns() {
    return Stream.concat(Stream.of(KINDS), attributes.declared().stream().map(Attribute::column))
        .toList();
  }

  /**
   * The values of an item in a column of categories; none where nothing is known.
   *
   * @throws IllegalArgumentException if there is no such column, or it holds no categories
   */
  public List<String> categories(String column, int item) {
    if (column.equals(KINDS)) {
      return catalogue.kinds(item);
    }
    requireColumn(column);
    return attributes.categories(column, catalogue.id(item));
  }

  /**
   * The number of an item in a column; NaN where nothing is known.
   *
   * @throws IllegalArgumentException if there is no such column, or it holds no numbers
   */
  public double number(String column, int item) {
    requireColumn(column);
    return attributes.number(column, catalogue.id(item));
  }

  /**
   * Those of some ids that the catalogue does not hold, in alphabetical order: those of items that
   * are no longer sold, and those that were mistyped. Rules that leave items out pass them over,
   * since a shop's list of what is blocked outlives the items on it; look here whether they are
   * those you expect.
   */
  public List<String> unknown(Collection<String> ids) {
    return ids.stream().filter(id -> catalogue.number(id) == 0).distinct().sorted().toList();
  }

  private void requireColumn(String column) {
    if (!column.equals(KINDS) && !attributes.has(column)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "rules know no column '%s' of these items; there is %s",
              column,
              String.join(", ", columns())));
    }
  }

  /** The groups of a column of categories, made when first asked for. */
  public Groups groups(String column) {
    requireColumn(column);
    return groups.computeIfAbsent(
        column, name -> Groups.of(catalogue.size(), item -> categories(name, item)));
  }

  /** The items for which a condition holds, found when first asked for. */
  public ItemSet where(Condition condition) {
    ItemSet known = sets.get(condition);
    if (known == null) {
      known = ItemSet.of(catalogue.size(), item -> condition.holds(this, item));
      sets.put(condition, known);
    }
    return known;
  }
}
