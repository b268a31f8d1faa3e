package heed.interactions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Turns the rows of a file into a log, leaving bad rows out. */
final class LogReader {

  /** A log with a larger share of bad rows is not read. */
  static final double MOST_BAD_ROWS = 0.01;

  private static final int ROWS_SHOWN = 10;

  /** How many rows decide how the times are written. */
  private static final int ROWS_TO_LEARN_FROM = 1_000;

  private final LogFile file;
  private final int user;
  private final int item;
  private final int time;
  private final int value;
  private final Times times;

  private final List<String> users = new ArrayList<>();
  private final List<String> items = new ArrayList<>();
  private final LongStream.Builder instants = LongStream.builder();
  private final DoubleStream.Builder values = DoubleStream.builder();
  private final List<BadRow> badRows = new ArrayList<>();

  LogReader(LogFile file, Columns columns) {
    this.file = file;
    this.user = position(columns.user());
    this.item = position(columns.item());
    this.time = position(columns.time());
    this.value = columns.value().map(this::position).orElse(-1);
    this.times =
        Times.of(
            file.rows().stream()
                .limit(ROWS_TO_LEARN_FROM)
                .filter(row -> time < row.length && row[time] != null)
                .map(row -> row[time])
                .toList());
  }

  /**
   * Reads every row.
   *
   * @param reading which column was taken for what, and why
   * @throws IllegalArgumentException naming the first bad rows, if more than {@link #MOST_BAD_ROWS}
   *     of all are bad
   */
  Interactions read(List<String> reading) {
    for (int i = 0; i < file.rows().size(); i++) {
      String reason = take(file.rows().get(i));
      if (!reason.isEmpty()) {
        badRows.add(new BadRow(file.lines()[i], reason));
      }
    }
    if (badRows.size() > MOST_BAD_ROWS * file.rows().size()) {
      throw tooManyBadRows();
    }
    return Interactions.of(
        new Interactions.Origin(file.path().getFileName().toString(), reading, badRows),
        new Events(
            Ids.of(users),
            Ids.of(items),
            instants.build().toArray(),
            values.build().toArray(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Takes the row and returns nothing, or leaves it and returns what is wrong with it. */
  private String take(String[] row) {
    if (row.length != file.header().size()) {
      return row.length + " fields, but the header has " + file.header().size();
    }
    for (int column : new int[] {user, item, time}) {
      if (row[column] == null) {
        return "no " + file.header().get(column);
      }
    }
    if (!times.reads(row[time])) {
      return file.header().get(time) + " '" + shown(row[time]) + "' is not " + times.meaning;
    }
    Instant instant = times.parse(row[time]);
    if (instant.isBefore(Instant.EPOCH)) {
      return file.header().get(time) + " '" + shown(row[time]) + "' lies before 1970";
    }
    double number = Double.NaN;
    if (value >= 0 && row[value] != null) {
      try {
        number = Double.parseDouble(row[value]);
      } catch (NumberFormatException notANumber) {
        return file.header().get(value) + " '" + shown(row[value]) + "' is not a number";
      }
    }
    users.add(row[user]);
    items.add(row[item]);
    instants.add(instant.toEpochMilli());
    values.add(number);
    return "";
  }

  private int position(String name) {
    int position = file.header().indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException(
          "no column '" + name + "' in " + file.path() + "; it has " + file.header());
    }
    return position;
  }

  private IllegalArgumentException tooManyBadRows() {
    String shown =
        badRows.stream().limit(ROWS_SHOWN).map(bad -> "\n  " + bad).collect(Collectors.joining());
    return new IllegalArgumentException(
        String.format(
            "%s: %,d of %,d rows cannot be read, more than the %.0f%% that may be left out:%s%s%n"
                + "Mend these lines, or name other columns: Columns.of(\"user\", \"item\","
                + " \"time\"), or --columns user=NAME,item=NAME,time=NAME",
            file.path(),
            badRows.size(),
            file.rows().size(),
            100 * MOST_BAD_ROWS,
            shown,
            badRows.size() > ROWS_SHOWN ? "\n  ..." : ""));
  }

  private static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
