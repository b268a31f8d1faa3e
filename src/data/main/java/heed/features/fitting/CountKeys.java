package heed.features.fitting;

import heed.log.Attributes;
import heed.log.Ids;
import heed.log.Interactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Under which numbers an event of a log, and a moment that is asked about, are counted: equal for
 * an equal user, item or category, whichever side it is on.
 */
final class CountKeys {

  /** What a count that does not ask for the item holds for each item. */
  private static final int[] ANY = {0};

  private final Ids users;
  private final Ids items;
  private final Moments moments;
  private final Attributes attributes;
  private final int[] userNumbers;

  private final boolean byUser;
  private final int[][] ofItem;
  private final int[][] ofAskedItem;

  CountKeys(Count.Of of, Interactions log, Moments moments) {
    this.users = log.users();
    this.items = log.items();
    this.moments = moments;
    this.attributes = log.itemAttributes();
    this.userNumbers = numbers(users.distinct(), moments.users().distinct());
    int[] itemNumbers = numbers(items.distinct(), moments.items().distinct());
    this.byUser = !(of instanceof Count.Item || of instanceof Count.Category);
    Map<String, Integer> names = new HashMap<>();
    this.ofItem =
        parts(of, items.distinct(), IntStream.range(0, items.distinct().size()).toArray(), names);
    this.ofAskedItem = parts(of, moments.items().distinct(), itemNumbers, names);
  }

  /** The numbers of some ids: their places among the known, and beyond these for new ones. */
  private static int[] numbers(List<String> known, List<String> ids) {
    Map<String, Integer> places = new HashMap<>();
    known.forEach(id -> places.put(id, places.size()));
    return ids.stream()
        .mapToInt(id -> places.computeIfAbsent(id, added -> places.size()))
        .toArray();
  }

  /** What of each item is counted: itself, its categories, or nothing of its own. */
  private int[][] parts(Count.Of of, List<String> ids, int[] numbers, Map<String, Integer> names) {
    int[][] parts = new int[ids.size()][];
    for (int i = 0; i < parts.length; i++) {
      if (of instanceof Count.User) {
        parts[i] = ANY;
      } else if (of instanceof Count.Item || of instanceof Count.UserAndItem) {
        parts[i] = new int[] {numbers[i]};
      } else {
        parts[i] = named(attributes.categories(column(of), ids.get(i)), names);
      }
    }
    return parts;
  }

  private static String column(Count.Of of) {
    return of instanceof Count.Category category
        ? category.attribute()
        : ((Count.UserAndCategory) of).attribute();
  }

  private static int[] named(List<String> categories, Map<String, Integer> names) {
    return categories.stream()
        .mapToInt(name -> names.computeIfAbsent(name, added -> names.size()))
        .toArray();
  }

  /** The keys of an event of the log. */
  long[] ofEvent(int row) {
    return keys(users.code(row), ofItem[items.code(row)]);
  }

  /** The keys of a moment. */
  long[] ofMoment(int row) {
    return keys(userNumbers[moments.users().code(row)], ofAskedItem[moments.items().code(row)]);
  }

  private long[] keys(int user, int[] parts) {
    long[] keys = new long[parts.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = byUser ? ((long) user << Integer.SIZE) | parts[i] : parts[i];
    }
    return keys;
  }
}
