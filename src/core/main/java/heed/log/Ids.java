package heed.log;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * A column of ids: each row's id as a number into the distinct ids in ascending order.
 *
 * <p>The numbers, called codes, run from 0 without a gap, and depend on nothing but the set of ids.
 * A row costs four bytes. Immutable.
 */
public final class Ids extends AbstractList<String> implements RandomAccess {

  private final int[] codes;
  private final List<String> distinct;

  private Ids(int[] codes, List<String> distinct) {
    this.codes = codes;
    this.distinct = distinct;
  }

  /** The ids of these rows. */
  public static Ids of(Iterable<String> rows) {
    Coder coder = new Coder();
    rows.forEach(coder::add);
    return coder.ids();
  }

  /**
   * The ids of rows that are numbered already, in any order and perhaps with numbers that no row
   * has.
   *
   * @param codes the number of each row, in 0..names - 1
   * @param names the id of each number, all different
   * @throws IndexOutOfBoundsException if a number has no name
   */
  public static Ids of(int[] codes, List<String> names) {
    boolean[] used = new boolean[names.size()];
    for (int code : codes) {
      used[code] = true;
    }
    int[] ascending = ascending(names, used);
    int[] renumbered = new int[used.length];
    List<String> distinct = new ArrayList<>(ascending.length);
    for (int i = 0; i < ascending.length; i++) {
      renumbered[ascending[i]] = i;
      distinct.add(names.get(ascending[i]));
    }
    int[] dense = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      dense[row] = renumbered[codes[row]];
    }
    return new Ids(dense, Collections.unmodifiableList(distinct));
  }

  /** The numbers that are used, by the order of their names; most lists are in order already. */
  private static int[] ascending(List<String> names, boolean[] used) {
    int[] numbers = IntStream.range(0, used.length).filter(code -> used[code]).toArray();
    for (int i = 1; i < numbers.length; i++) {
      if (names.get(numbers[i - 1]).compareTo(names.get(numbers[i])) > 0) {
        return Arrays.stream(numbers)
            .boxed()
            .sorted(Comparator.comparing(names::get))
            .mapToInt(Integer::intValue)
            .toArray();
      }
    }
    return numbers;
  }

  /** The id of a row. */
  @Override
  public String get(int row) {
    return distinct.get(codes[row]);
  }

  /** How many rows there are. */
  @Override
  public int size() {
    return codes.length;
  }

  /** The number of a row's id, in 0..distinct - 1. */
  public int code(int row) {
    return codes[row];
  }

  /** The distinct ids in ascending order: the id of code c stands at c. */
  public List<String> distinct() {
    return distinct;
  }

  /** How many rows each distinct id has, by code. */
  public int[] counts() {
    int[] counts = new int[distinct.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return counts;
  }

  /** The ids of some rows, numbered anew where ids are lost. */
  Ids rows(int[] rows) {
    int[] kept = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      kept[i] = codes[rows[i]];
    }
    return of(kept, distinct);
  }

  /**
   * The same rows under other ids, numbered anew.
   *
   * @param names the id that comes for each distinct one, by code, all different
   */
  public Ids renamed(List<String> names) {
    return of(codes, names);
  }

  /** Numbers ids as they come. */
  static final class Coder {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private int[] codes = new int[16];
    private int size;

    void add(String id) {
      if (size == codes.length) {
        codes = Arrays.copyOf(codes, 2 * size);
      }
      codes[size++] =
          numbers.computeIfAbsent(
              id,
              added -> {
                names.add(added);
                return names.size() - 1;
              });
    }

    Ids ids() {
      return Ids.of(Arrays.copyOf(codes, size), names);
    }
  }
}
