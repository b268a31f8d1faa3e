package heed.interactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Reads the events of a known set from its original file, leaving bad rows out. */
final class KnownReader {

  private static final double MOST_BAD_ROWS = 0.01;
  private static final int ROWS_SHOWN = 10;

  private final KnownFile file;
  private final KnownTime time;

  private final Ids.Coder users = new Ids.Coder();
  private final Ids.Coder items = new Ids.Coder();
  private final Ids.Coder types = new Ids.Coder();
  private final LongStream.Builder times = LongStream.builder();
  private final DoubleStream.Builder values = DoubleStream.builder();
  private final List<BadRow> badRows = new ArrayList<>();
  private int rows;

  KnownReader(KnownFile file, KnownTime time) {
    this.file = file;
    this.time = time;
  }

  /**
   * Reads every line.
   *
   * @param name what the log is called
   * @throws IllegalArgumentException if the file is another one, or more than one row in a hundred
   *     is bad
   */
  Interactions read(String name, Path folder) {
    eachLine(file, folder, this::take);
    if (badRows.size() > MOST_BAD_ROWS * rows || rows == 0) {
      throw tooManyBadRows(folder);
    }
    boolean typed = file.fields().size() > 4;
    Events events =
        new Events(
            users.ids(),
            items.ids(),
            times.build().toArray(),
            values.build().toArray(),
            typed ? Optional.of(types.ids()) : Optional.empty(),
            Optional.empty());
    List<String> reading = List.of(name + " from " + file.name() + ", fields " + file.fields());
    return Interactions.of(new Interactions.Origin(name, reading, badRows), events);
  }

  /**
   * Reads what items are, the first line of each; a line without an id is passed over.
   *
   * @return the wanted fields of each item, the id first
   */
  static List<String[]> items(KnownFile file, Path folder) {
    Map<String, String[]> items = new LinkedHashMap<>();
    eachLine(
        file,
        folder,
        (line, number) -> {
          String[] fields = file.format().fields(line, file.fields());
          if (!fields[0].isEmpty()) {
            items.putIfAbsent(fields[0], fields);
          }
        });
    return List.copyOf(items.values());
  }

  private interface LineTaker {
    void take(String line, long number);
  }

  private static void eachLine(KnownFile file, Path folder, LineTaker taker) {
    long number = 0;
    try (BufferedReader reader = file.open(folder)) {
      String header = file.format().header();
      if (!header.isEmpty()) {
        String first = reader.readLine();
        number++;
        if (!header.equals(first)) {
          throw new IllegalArgumentException(
              String.format(
                  "%s begins with '%s', but that of the known set begins with '%s'; is it another"
                      + " edition?",
                  folder.resolve(file.name()), first, header));
        }
      }
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        taker.take(line, number);
      }
    } catch (CharacterCodingException otherwise) {
      throw new IllegalArgumentException(
          String.format(
              "%s, after line %,d: not %s text",
              folder.resolve(file.name()), number, file.encoding()),
          otherwise);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + folder.resolve(file.name()), failed);
    }
  }

  /** Takes the row, or leaves it and notes what is wrong with it. */
  private void take(String line, long number) {
    rows++;
    try {
      String[] fields = file.format().fields(line, file.fields());
      if (fields[0].isEmpty() || fields[1].isEmpty()) {
        throw new IllegalArgumentException("no " + file.fields().get(fields[0].isEmpty() ? 0 : 1));
      }
      long moment = time.read(fields[2]);
      double value = fields[3].isEmpty() ? Double.NaN : Double.parseDouble(fields[3]);
      users.add(fields[0]);
      items.add(fields[1]);
      times.add(moment);
      values.add(value);
      if (fields.length > 4) {
        types.add(fields[4]);
      }
    } catch (IllegalArgumentException wrong) {
      badRows.add(new BadRow(number, wrong.getMessage()));
    }
  }

  private IllegalArgumentException tooManyBadRows(Path folder) {
    String shown =
        badRows.stream().limit(ROWS_SHOWN).map(bad -> "\n  " + bad).collect(Collectors.joining());
    return new IllegalArgumentException(
        String.format(
            "%s: %,d of %,d rows cannot be read, more than the %.0f%% that may be left out:%s%n"
                + "Is the file the one published, unchanged?",
            folder.resolve(file.name()), badRows.size(), rows, 100 * MOST_BAD_ROWS, shown));
  }
}
