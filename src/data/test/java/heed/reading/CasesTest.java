package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadListener;
import heed.log.ReadOptions;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * Small files in the formats that people have, each with what a careful person reads in it: a row
 * of {@code expected.csv} is a test. Most files are made from {@code made.txt}, see {@link
 * MadeLogs}; others are stored beside it. {@code -Dheed.cases=FOLDER} names another folder of such
 * files.
 */
class CasesTest {

  @TempDir Path temporary;

  @TestFactory
  Stream<DynamicTest> files_are_read_as_a_careful_person_reads_them()
      throws IOException, URISyntaxException {
    String told = System.getProperty("heed.cases", "");
    List<Path> folders =
        told.isEmpty() ? List.of(folder("cases"), folder("more")) : List.of(Path.of(told));
    return folders.stream().flatMap(this::tests);
  }

  private Stream<DynamicTest> tests(Path folder) {
    MadeLogs made = new MadeLogs(folder.resolve("made.txt"));
    return rows(folder.resolve("expected.csv")).stream()
        .map(
            row ->
                dynamicTest(
                    row.name(),
                    () -> {
                      Path file = made.write(row.file, temporary).orElse(folder.resolve(row.file));
                      row.check(file);
                      row.checkSettings(file);
                    }));
  }

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(CasesTest.class.getResource(name + "/expected.csv").toURI()).getParent();
  }

  private static List<Expected> rows(Path file) {
    Table table =
        Table.read()
            .usingOptions(
                CsvReadOptions.builder(file.toFile())
                    .columnTypesPartial(
                        name -> java.util.Optional.of(tech.tablesaw.api.ColumnType.STRING)));
    return table.stream().map(Expected::of).toList();
  }

  /** One row: the file, how it is read, and what must come of it; empty where anything may. */
  private record Expected(
      String file,
      String options,
      String outcome,
      String users,
      String items,
      String events,
      String first,
      String last) {

    static Expected of(Row row) {
      return new Expected(
          row.getString("file"),
          row.getString("options"),
          row.getString("outcome"),
          row.getString("users"),
          row.getString("items"),
          row.getString("events"),
          row.getString("first"),
          row.getString("last"));
    }

    String name() {
      return options.isEmpty() ? file : file + " with " + options;
    }

    void check(Path file) {
      Interactions log;
      try {
        log = Interactions.read(file, columns(), readOptions());
      } catch (IllegalArgumentException refused) {
        assertThat(outcome).as(refused.getMessage()).containsAnyOf("refused", "asked");
        assertThat(refused.getMessage()).isNotBlank();
        return;
      }
      assertThat(outcome).as(log.toString()).contains("read");
      compare(users, log.users().distinct().size(), log);
      compare(items, log.items().distinct().size(), log);
      compare(events, log.size(), log);
      if (!first.isEmpty()) {
        long[] times = log.events().times();
        assertThat(day(java.util.Arrays.stream(times).min().orElseThrow()))
            .as(log.toString())
            .isEqualTo(LocalDate.parse(first));
        assertThat(day(java.util.Arrays.stream(times).max().orElseThrow()))
            .as(log.toString())
            .isBetween(LocalDate.parse(last).minusDays(1), LocalDate.parse(last).plusDays(1));
      }
    }

    private static void compare(String expected, int found, Interactions log) {
      if (!expected.isEmpty()) {
        assertThat(String.valueOf(found)).as(log.toString()).isEqualTo(expected);
      }
    }

    private static LocalDate day(long time) {
      return LocalDate.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC);
    }

    /** What the command line is told, and what the first run keeps for the next. */
    void checkSettings(Path file) {
      Columns[] taken = {Columns.guessed()};
      LogSettings told =
          options.contains("=")
              ? LogSettings.none().with("columns", options)
              : options.isEmpty()
                  ? LogSettings.none()
                  : LogSettings.none().with("bad-rows", options.replaceAll("[^0-9.%]", ""));
      Interactions log;
      try {
        log = Interactions.read(file, told.columns(), told.options().withListener(hears(taken)));
      } catch (IllegalArgumentException refused) {
        assertThat(outcome).as(refused.getMessage()).containsAnyOf("refused", "asked");
        return;
      }
      compare(users, log.users().distinct().size(), log);
      compare(items, log.items().distinct().size(), log);
      compare(events, log.size(), log);
      LogSettings kept = told.with("columns", taken[0].line());
      Interactions again = Interactions.read(file, kept.columns(), kept.options());
      assertThat(again.users()).isEqualTo(log.users());
      assertThat(again.items()).isEqualTo(log.items());
      assertThat(again.events().times()).isEqualTo(log.events().times());
    }

    private static ReadListener hears(Columns[] taken) {
      return new ReadListener() {
        @Override
        public void on(long rows) {}

        @Override
        public void took(Columns columns, ReadOptions options) {
          taken[0] = columns;
        }
      };
    }

    private Columns columns() {
      return options.contains("=") ? Columns.parse(options) : Columns.guessed();
    }

    private ReadOptions readOptions() {
      return options.toLowerCase(Locale.ROOT).startsWith("bad rows")
          ? ReadOptions.defaults()
              .withMostBadRows(Double.parseDouble(options.replaceAll("[^0-9.]", "")) / 100)
          : ReadOptions.defaults();
    }
  }
}
