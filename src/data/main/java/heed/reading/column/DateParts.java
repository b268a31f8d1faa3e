package heed.reading.column;

import heed.log.ColumnRole;
import heed.reading.column.ColumnFacts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A time whose year, month, day and so on stand in columns of their own. */
final class DateParts {

  /** A part's name, and the least and the most that it may be. */
  private record Part(String name, int least, int most) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("year", 1990, 2100),
          new Part("month", 1, 12),
          new Part("day", 1, 31),
          new Part("hour", 0, 24),
          new Part("minute", 0, 59),
          new Part("second", 0, 60));

  private static final int DATE = 3;

  private DateParts() {}

  /** The columns in order, year first; empty where there is no date, or a whole time beside it. */
  static Optional<List<Integer>> of(Sample sample, RoleScores scores) {
    boolean whole =
        IntStream.range(0, sample.width())
            .anyMatch(
                column ->
                    sample.column(column).share(Kind.TIME) > .5
                        && scores.of(ColumnRole.TIME, column) > ColumnName.WEAK);
    List<Integer> columns = new ArrayList<>();
    for (Part part : PARTS) {
      OptionalInt column =
          IntStream.range(0, sample.width()).filter(i -> is(part, sample, i)).findFirst();
      if (column.isEmpty()) {
        break;
      }
      columns.add(column.getAsInt());
    }
    return whole || columns.size() < DATE ? Optional.empty() : Optional.of(columns);
  }

  private static boolean is(Part part, Sample sample, int column) {
    List<String> words = ColumnName.of(sample.header().get(column)).words();
    return !words.isEmpty()
        && words.get(words.size() - 1).equals(part.name())
        && sample.column(column).texts().stream()
            .allMatch(
                text ->
                    text.matches("\\d{1,4}")
                        && Integer.parseInt(text) >= part.least()
                        && Integer.parseInt(text) <= part.most());
  }
}
