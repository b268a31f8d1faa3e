package heed.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Logs written row by row: user, item, seconds since 1970, value, type and session. */
public final class TinyLog {

  private static final String NONE = "-";

  private TinyLog() {}

  /** Fields stand apart by blanks; the last ones may be left out, and {@code -} is none. */
  public static Interactions of(String... rows) {
    List<String[]> fields = Arrays.stream(rows).map(row -> row.split(" ", -1)).toList();
    int width = fields.stream().mapToInt(row -> row.length).max().orElse(0);
    return Interactions.of(
        new Origin("tiny", List.of(), List.of(new BadRow(3, "time 'ann' is none"))),
        new EventColumns(
            Ids.of(column(fields, 0)),
            Ids.of(column(fields, 1)),
            fields.stream()
                .mapToLong(row -> Math.round(1_000 * Double.parseDouble(row[2])))
                .toArray(),
            column(fields, 3).stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                .toArray(),
            width > 4 ? Optional.of(Ids.of(column(fields, 4))) : Optional.empty(),
            width > 5 ? Optional.of(Ids.of(column(fields, 5))) : Optional.empty()));
  }

  private static List<String> column(List<String[]> rows, int column) {
    return rows.stream()
        .map(row -> column < row.length && !row[column].equals(NONE) ? row[column] : "")
        .toList();
  }

  /** The rows of a log as {@link #of} takes them, each with all fields. */
  public static List<String> rows(Interactions log) {
    return IntStream.range(0, log.size())
        .mapToObj(
            row ->
                String.join(
                    " ",
                    log.users().get(row),
                    log.items().get(row),
                    Double.toString(log.time(row) / 1e3),
                    Double.isNaN(log.value(row)) ? NONE : Double.toString(log.value(row)),
                    log.types().map(ids -> ids.get(row)).filter(id -> !id.isEmpty()).orElse(NONE),
                    log.sessions()
                        .map(ids -> ids.get(row))
                        .filter(id -> !id.isEmpty())
                        .orElse(NONE)))
        .toList();
  }

  /**
   * Users a to t, items 0 to 29, some values, types and sessions missing, and every tenth row a
   * duplicate of the one before.
   */
  public static Interactions random(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] rows = new String[size];
    for (int row = 0; row < size; row++) {
      int user = Math.min(random.nextInt(20), random.nextInt(20));
      int item = Math.min(random.nextInt(30), random.nextInt(30));
      String value = random.nextInt(5) == 0 ? NONE : Double.toString(random.nextInt(1, 11) / 2.0);
      String type = random.nextInt(9) == 0 ? NONE : random.nextBoolean() ? "view" : "buy";
      String session = random.nextInt(9) == 0 ? NONE : "s" + item % 7;
      String what = (char) ('a' + user) + " " + item + " " + 100 * random.nextInt(3_000);
      rows[row] = row % 10 == 9 ? rows[row - 1] : String.join(" ", what, value, type, session);
    }
    return of(rows);
  }

  /** The same rows in another order. */
  static Interactions shuffled(Interactions log, long seed) {
    List<String> rows = new ArrayList<>(rows(log));
    Collections.shuffle(rows, new Random(seed));
    return of(rows.toArray(String[]::new)).withTitles(log.titles());
  }
}
