package heed.reading.source;

import static heed.reading.source.MadeWorkbook.number;
import static heed.reading.source.MadeWorkbook.row;
import static heed.reading.source.MadeWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets of Excel workbooks are logs like any other table. */
class WorkbookTest {

  @TempDir Path folder;

  @Test
  void a_sheet_is_read_with_its_moments_as_such_and_its_numbers_as_ids() throws IOException {
    Interactions log = Interactions.read(book(sheet(2, "43739.5")));
    assertThat(log.size()).isEqualTo(30);
    assertThat(log.users().distinct()).contains("13085");
    assertThat(EventTimes.first(log)).isEqualTo("2019-10-01T12:00:00Z");
    assertThat(log.events().values()[0]).isEqualTo(2.5);
    assertThat(log.reading()).contains("sheet 'Sales' of a workbook");
  }

  @Test
  void cells_of_no_known_kind_and_numbers_that_are_none_are_a_damage_told_in_words()
      throws IOException {
    for (String cell :
        new String[] {
          "<c r=\"A1\" t=\"inli eStr\"><is><t>user</t></is></c>",
          "<c r=\"A1\" t=\"n\"><v>4,5,6</v></c>",
          "<c r=\"A1\" t=\"s\"><v>99</v></c>",
          "<c r=\"A1\" s=\"99\"><v>4</v></c>",
          "<c r=\"1A\" t=\"n\"><v>4</v></c>",
          "<c t=\"n\"><v>4</v></c>"
        }) {
      Path book =
          new MadeWorkbook()
              .sheet("log", row(1, cell, text("B1", "item")) + sheet(2, "43739.5"))
              .write(folder.resolve("damaged.xlsx"));
      try {
        Interactions.read(book);
      } catch (IllegalArgumentException refused) {
        assertThat(refused).as(cell).hasMessageContaining("damaged.xlsx");
      }
    }
  }

  @Test
  void days_count_from_1904_where_the_workbook_says_so() throws IOException {
    MadeWorkbook made = new MadeWorkbook().since1904().sheet("Sales", sheet(1, "42277"));
    Interactions log = Interactions.read(made.write(folder.resolve("mac.xlsx")));
    assertThat(EventTimes.first(log)).isEqualTo("2019-10-01T00:00:00Z");
  }

  @Test
  void a_date_and_a_time_of_day_in_two_columns_are_joined() throws IOException {
    StringBuilder rows =
        new StringBuilder(
            row(
                1,
                text("A1", "customer"),
                text("B1", "sku"),
                text("C1", "date"),
                text("D1", "time")));
    for (int r = 2; r < 32; r++) {
      rows.append(
          row(
              r,
              number("A" + r, String.valueOf(r % 5), 0),
              text("B" + r, "sku" + r % 7),
              number("C" + r, String.valueOf(43739 + r % 4), 1),
              number("D" + r, "0.25", 3)));
    }
    assertThat(EventTimes.first(Interactions.read(book(rows.toString()))))
        .isEqualTo("2019-10-01T06:00:00Z");
  }

  @Test
  void a_bad_row_is_named_by_its_row_in_the_sheet() throws IOException {
    String bad =
        row(40, text("A40", "1"), text("B40", "sku1"), text("C40", "soon"), text("D40", "1"));
    Path book = book(sheet(2, "43739.5") + bad);
    assertThatThrownBy(() -> Interactions.read(book)).hasMessageContaining("line 40");
  }

  @Test
  void of_several_sheets_that_may_be_the_log_one_has_to_be_named() throws IOException {
    Path book =
        new MadeWorkbook()
            .sheet("Notes", row(1, text("A1", "made in March")))
            .sheet("Sales", sheet(2, "43739.5"))
            .sheet("More", sheet(2, "43839.5"))
            .write(folder.resolve("two.xlsx"));
    assertThatThrownBy(() -> Interactions.read(book))
        .hasMessageContaining("2 sheets that may be the log; name one: two.xlsx!SHEET")
        .hasMessageContaining("[Sales, More]");
    assertThat(EventTimes.first(Interactions.read(Path.of(book + "!More"))))
        .startsWith("2020-01-09");
    assertThatThrownBy(() -> Interactions.read(Path.of(book + "!Other")))
        .hasMessageContaining("has no sheet 'Other'; it has [Notes, Sales, More]");
  }

  @Test
  void a_damaged_workbook_is_told_to_be_such() throws IOException {
    byte[] bytes = Files.readAllBytes(book(sheet(2, "43739.5")));
    Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> Interactions.read(cut)).hasMessageContaining("damaged or cut off");
    Path broken =
        new MadeWorkbook()
            .sheet("Sales", sheet(2, "43739.5") + "<row r=")
            .write(folder.resolve("broken.xlsx"));
    assertThatThrownBy(() -> Interactions.read(broken)).hasMessageContaining("save it anew");
  }

  @Test
  void without_the_library_it_is_told_which_one_reads_workbooks_and_what_bzip2_packed()
      throws Exception {
    Path packed = Files.writeString(folder.resolve("log.csv.bz2"), "BZh91AY&SYxxxx");
    try (URLClassLoader without =
        new URLClassLoader(others(), ClassLoader.getPlatformClassLoader())) {
      // Registers itself, for this loader's classes.
      Class.forName("org.duckdb.DuckDBDriver", true, without);
      Path plain = Files.writeString(folder.resolve("log.csv"), "user,item,time\n1,2,2021-03-21\n");
      assertThat(said(without, plain)).isEqualTo("read");
      assertThat(said(without, book(sheet(2, "43739.5"))))
          .contains("put org.dhatim:fastexcel-reader on the class path")
          .contains("Save As, CSV");
      assertThat(said(without, packed))
          .contains("put org.apache.commons:commons-compress on the class path")
          .contains("bunzip2 log.csv.bz2");
    }
  }

  private static String said(ClassLoader loader, Path file) throws ReflectiveOperationException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      loader.loadClass("heed.log.Interactions").getMethod("read", Path.class).invoke(null, file);
      return "read";
    } catch (InvocationTargetException refused) {
      return refused.getCause().getMessage();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static URL[] others() throws MalformedURLException {
    String[] jars =
        System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1);
    return Arrays.stream(jars)
        .filter(jar -> !jar.matches(".*(fastexcel|commons-compress).*"))
        .map(jar -> url(Path.of(jar)))
        .toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Path book(String rows) throws IOException {
    return new MadeWorkbook().sheet("Sales", rows).write(folder.resolve("book.xlsx"));
  }

  /** A title, an empty row, a header and thirty rows, all at one time but the last. */
  private static String sheet(int style, String time) {
    StringBuilder rows = new StringBuilder(row(1, text("A1", "Sales of October")));
    rows.append(
        row(
            3,
            text("A3", "customer"),
            text("B3", "sku"),
            text("C3", "sold at"),
            text("D3", "amount")));
    for (int r = 4; r < 34; r++) {
      rows.append(
          row(
              r,
              number("A" + r, String.valueOf(13085 + r % 5) + (r % 2 == 0 ? "" : ".0"), 0),
              text("B" + r, "sku" + r % 7),
              number("C" + r, time, style),
              number("D" + r, "2.5", 4)));
    }
    return rows.toString();
  }
}
