package heed.log;

import java.util.Set;

/** A property of items or users, and what its column in a table holds. */
public sealed interface Attribute {

  /** The name of the column. */
  String column();

  /** Texts that stand for no value, beside the empty one: "NA", "(no genres listed)". */
  Set<String> missing();

  /** The same attribute with these texts read as no value. */
  Attribute withMissing(String... marks);

  /** What the column holds, in words. */
  String kind();

  /** A number: a price, a year. */
  static Attribute number(String column) {
    return new Numeric(column, Set.of());
  }

  /** One of several names: a brand, a country. */
  static Attribute category(String column) {
    return new Category(column, Set.of());
  }

  /**
   * Any number of names in one field: genres.
   *
   * @param separator what stands between them, taken as it is: {@code "|"}
   */
  static Attribute categories(String column, String separator) {
    return new Categories(column, separator, Set.of());
  }

  /** Words: a title, a description, free tags. */
  static Attribute text(String column) {
    return new Text(column, Set.of());
  }

  /** See {@link #number}. */
  record Numeric(String column, Set<String> missing) implements Attribute {

    public Numeric {
      missing = Set.copyOf(missing);
    }

    @Override
    public Numeric withMissing(String... marks) {
      return new Numeric(column, Set.of(marks));
    }

    @Override
    public String kind() {
      return "number";
    }
  }

  /** See {@link #category}. */
  record Category(String column, Set<String> missing) implements Attribute {

    public Category {
      missing = Set.copyOf(missing);
    }

    @Override
    public Category withMissing(String... marks) {
      return new Category(column, Set.of(marks));
    }

    @Override
    public String kind() {
      return "category";
    }
  }

  /** See {@link #categories}. */
  record Categories(String column, String separator, Set<String> missing) implements Attribute {

    public Categories {
      missing = Set.copyOf(missing);
      if (separator.isEmpty()) {
        throw new IllegalArgumentException(
            "the categories of '" + column + "' need a separator such as \"|\", found none");
      }
    }

    @Override
    public Categories withMissing(String... marks) {
      return new Categories(column, separator, Set.of(marks));
    }

    @Override
    public String kind() {
      return "categories between '" + separator + "'";
    }
  }

  /** See {@link #text}. */
  record Text(String column, Set<String> missing) implements Attribute {

    public Text {
      missing = Set.copyOf(missing);
    }

    @Override
    public Text withMissing(String... marks) {
      return new Text(column, Set.of(marks));
    }

    @Override
    public String kind() {
      return "text";
    }
  }
}
