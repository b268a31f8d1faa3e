package heed.explain;

import heed.evaluation.MutualInformation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Two ways of putting the same things into groups, held against each other: planted topics and the
 * interests that a network found, or favourite genres and the groups that k-means made.
 *
 * @param one what the first way is called, such as "planted topic"
 * @param other what the second way is called
 * @param rows the names of its groups of {@code one}
 * @param columns the names of the groups of {@code other}
 * @param table how many things are in both groups, and how far the two ways agree
 */
public record Confusion(
    String one, String other, List<String> rows, List<String> columns, Table table) {

  /**
   * Counts and agreement.
   *
   * @param counts counts[row][column] of things
   * @param agreement adjusted mutual information: 1 where both group alike, about 0 where they
   *     agree no more than by chance ({@link MutualInformation#adjusted})
   */
  public record Table(int[][] counts, double agreement) {

    public Table {
      counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    @Override
    public int[][] counts() {
      return Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%s, agreement %.2f", Arrays.deepToString(counts), agreement);
    }
  }

  public Confusion {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * Counts. Groups of the other way stand in the order of the groups that most of them are in, so
   * that agreement shows as a diagonal.
   *
   * @param ones a group in 0..rows-1 for each thing
   * @param others a group in 0..columns-1 for each thing
   * @throws IllegalArgumentException if there are no things, not as many, or groups without a name
   */
  public static Confusion of(
      String one, List<String> rows, int[] ones, String other, List<String> columns, int[] others) {
    requireGroups(ones, others, rows.size(), columns.size());
    int[][] counts = new int[rows.size()][columns.size()];
    for (int i = 0; i < ones.length; i++) {
      counts[ones[i]][others[i]]++;
    }
    int[] order =
        IntStream.range(0, columns.size())
            .boxed()
            .sorted(Comparator.comparingInt(column -> heaviest(counts, column)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[][] ordered =
        Arrays.stream(counts)
            .map(row -> IntStream.of(order).map(column -> row[column]).toArray())
            .toArray(int[][]::new);
    return new Confusion(
        one,
        other,
        rows,
        IntStream.of(order).mapToObj(columns::get).toList(),
        new Table(ordered, MutualInformation.adjusted(ones, others)));
  }

  private static void requireGroups(int[] ones, int[] others, int rows, int columns) {
    boolean fit =
        ones.length > 0
            && ones.length == others.length
            && Arrays.stream(ones).allMatch(group -> group >= 0 && group < rows)
            && Arrays.stream(others).allMatch(group -> group >= 0 && group < columns);
    if (!fit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "groups are numbers below %d and %d, a pair for each thing, found %d and %d of them,"
                  + " up to %d and %d",
              rows,
              columns,
              ones.length,
              others.length,
              Arrays.stream(ones).max().orElse(-1),
              Arrays.stream(others).max().orElse(-1)));
    }
  }

  private static int heaviest(int[][] counts, int column) {
    return IntStream.range(0, counts.length)
        .boxed()
        .max(Comparator.comparingInt(row -> counts[row][column]))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s and %s agree by %.2f (1 is alike, 0 is chance)",
        one,
        other,
        table.agreement());
  }
}
