package heed.reading.column;

import heed.reading.time.TextTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether the first row of a file holds names.
 *
 * <p>It does if its cells are of another kind than those below it, or are names that people use. It
 * does not where a number or a time stands over numbers or times, or a text stands again below.
 */
public final class Header {

  private static final double MOST = .9;

  private Header() {}

  /**
   * Decides.
   *
   * @param records the first rows of a file, the one in question included
   * @param told names of columns that are known to be there
   */
  public static boolean isFirstOf(List<List<String>> records, Set<String> told) {
    List<String> first = records.get(0).stream().map(IdRule::stripped).toList();
    if (told.stream().anyMatch(name -> !name.matches("\\d+") && first.contains(name))
        || areNumbersOfColumns(first)) {
      return true;
    }
    List<List<String>> rest = records.subList(1, records.size());
    boolean known = first.stream().anyMatch(ColumnGuess::isKnown);
    if (rest.isEmpty()) {
      return known && first.stream().noneMatch(Header::isDatum);
    }
    boolean unlike = false;
    boolean like = false;
    for (int i = 0; i < first.size(); i++) {
      List<String> below = below(rest, i);
      if (below.isEmpty() || MissingMarkers.isMissing(first.get(i))) {
        continue;
      }
      boolean data = below.stream().filter(Header::isDatum).count() > MOST * below.size();
      if (data) {
        unlike |= !isDatum(first.get(i));
        like |= isDatum(first.get(i));
      }
    }
    if (like) {
      return false;
    }
    return unlike || known || areNames(first, rest);
  }

  /** What a table without names is given for a header: 0,1,2 and so on. */
  private static boolean areNumbersOfColumns(List<String> first) {
    return first.size() > 2
        && IntStream.range(0, first.size()).allMatch(i -> first.get(i).equals(String.valueOf(i)));
  }

  private static boolean isDatum(String text) {
    return ColumnFacts.isNumber(text) || TextTime.isAny(text);
  }

  private static List<String> below(List<List<String>> rest, int column) {
    List<String> below = new ArrayList<>();
    for (List<String> row : rest) {
      if (column < row.size() && !MissingMarkers.isMissing(row.get(column))) {
        below.add(IdRule.stripped(row.get(column)));
      }
    }
    return below;
  }

  /** Of texts alone: those of the first row stand nowhere below, and one looks different. */
  private static boolean areNames(List<String> first, List<List<String>> rest) {
    boolean unlike = false;
    for (int i = 0; i < first.size(); i++) {
      List<String> below = below(rest, i);
      if (below.contains(first.get(i))) {
        return false;
      }
      Set<String> shapes = new HashSet<>();
      below.forEach(text -> shapes.add(shape(text)));
      unlike |= !below.isEmpty() && !shapes.contains(shape(first.get(i)));
    }
    return unlike || rest.size() < Sample.FEWEST;
  }

  /** Letters as a, digits as 9, each once where it repeats: user_17 is a_9. */
  private static String shape(String text) {
    return text.replaceAll("\\p{L}+", "a").replaceAll("\\d+", "9");
  }
}
