package heed.recommend.rule;

import java.util.List;
import java.util.Set;

/**
 * What is true of some items: a category, a price band, a region. A value: two that are equal have
 * one set of items, which {@link Items} keeps. Write your own as a record.
 */
@FunctionalInterface
public interface Condition {

  /** Whether it is true of an item in 1..N. */
  boolean holds(Items items, int item);

  /** The item has one of these values in a column of categories, or of {@link Items#KINDS}. */
  static Condition category(String column, String... values) {
    return new InCategory(column, Set.of(values));
  }

  /** The number in a column lies between both, each included; false where it is not known. */
  static Condition between(String column, double low, double high) {
    return new Between(column, low, high);
  }

  /** The item has one of these ids; ids that the catalogue lacks are nobody's. */
  static Condition id(String... ids) {
    return new WithId(Set.of(ids));
  }

  /** All are true; of none, always. */
  static Condition all(Condition... conditions) {
    return new All(List.of(conditions));
  }

  /** At least one is true. */
  static Condition any(Condition... conditions) {
    return new Any(List.of(conditions));
  }

  /** It is not true. */
  static Condition not(Condition condition) {
    return new Not(condition);
  }

  /** See {@link #category}. */
  record InCategory(String column, Set<String> values) implements Condition {

    public InCategory {
      values = Set.copyOf(values);
    }

    @Override
    public boolean holds(Items items, int item) {
      for (String value : items.categories(column, item)) {
        if (values.contains(value)) {
          return true;
        }
      }
      return false;
    }
  }

  /** See {@link #between}. */
  record Between(String column, double low, double high) implements Condition {

    public Between {
      if (!(low <= high)) {
        throw new IllegalArgumentException(
            "a range of '" + column + "' goes from low to high, found " + low + " to " + high);
      }
    }

    @Override
    public boolean holds(Items items, int item) {
      double number = items.number(column, item);
      return number >= low && number <= high;
    }
  }

  /** See {@link #id}. */
  record WithId(Set<String> ids) implements Condition {

    public WithId {
      ids = Set.copyOf(ids);
    }

    @Override
    public boolean holds(Items items, int item) {
      return ids.contains(items.catalogue().id(item));
    }
  }

  /** See {@link #all}. */
  record All(List<Condition> conditions) implements Condition {

    public All {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Items items, int item) {
      return conditions.stream().allMatch(condition -> condition.holds(items, item));
    }
  }

  /** See {@link #any}. */
  record Any(List<Condition> conditions) implements Condition {

    public Any {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Items items, int item) {
      return conditions.stream().anyMatch(condition -> condition.holds(items, item));
    }
  }

  /** See {@link #not}. */
  record Not(Condition condition) implements Condition {

    @Override
    public boolean holds(Items items, int item) {
      return !condition.holds(items, item);
    }
  }
}
