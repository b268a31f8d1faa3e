package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadListener;
import heed.log.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSettingsTest {

  @TempDir Path folder;

  @Test
  void each_option_of_the_command_line_is_one_of_the_library() {
    LogSettings settings =
        LogSettings.none()
            .with("columns", "time=when,pattern=MMM d, yyyy")
            .with("separator", "tab")
            .with("header", "no")
            .with("encoding", "ISO-8859-1")
            .with("quote", "none")
            .with("decimal", ",")
            .with("zone", "Europe/Berlin")
            .with("order-is-time", "yes")
            .with("bad-rows", "30%");
    ReadOptions options = settings.options();
    assertThat(settings.columns().timePattern()).contains("MMM d, yyyy");
    assertThat(options.separator()).contains("\t");
    assertThat(options.header()).contains(false);
    assertThat(options.charset()).contains(StandardCharsets.ISO_8859_1);
    assertThat(options.quote()).contains('\0');
    assertThat(options.decimal()).contains(',');
    assertThat(options.zone().orElseThrow()).hasToString("Europe/Berlin");
    assertThat(options.orderAsTime()).isTrue();
    assertThat(options.mostBadRows()).isEqualTo(.3);
  }

  @Test
  void what_cannot_be_is_told_with_the_name_of_the_option() {
    LogSettings none = LogSettings.none();
    assertThatThrownBy(() -> none.with("bad-rows", "many")).hasMessageStartingWith("--bad-rows is");
    assertThatThrownBy(() -> none.with("zone", "Moon")).hasMessageStartingWith("--zone is");
    assertThatThrownBy(() -> none.with("header", "x")).hasMessageStartingWith("--header is");
    assertThatThrownBy(() -> none.with("colour", "x")).hasMessageContaining("no option 'colour'");
  }

  @Test
  void settings_are_the_same_after_writing_and_reading() throws IOException {
    Path file = LogSettings.beside(folder.resolve("my-log.csv"));
    assertThat(file.getFileName()).hasToString("my-log.heed.json");
    LogSettings settings =
        LogSettings.none().with("bad-rows", "30%").with("columns", "user=a,item=b");
    settings.write(file);
    assertThat(LogSettings.read(file)).isEqualTo(settings);
    assertThat(LogSettings.none().with("bad-rows", "2%").over(settings).told())
        .containsEntry("bad-rows", "2%")
        .containsEntry("columns", "user=a,item=b");
    Files.writeString(file, "{\"columns\": ");
    assertThatThrownBy(() -> LogSettings.read(file)).hasMessageContaining(file.toString());
  }

  @Test
  void a_read_tells_which_columns_it_took() throws IOException {
    Path file = folder.resolve("log.csv");
    Files.writeString(
        file, "nr,who,what,date,time\n1,a,b,2020-01-31,10:00\n2,c,d,2020-01-31,11:30\n");
    Hearing hearing = new Hearing();
    Interactions log =
        Interactions.read(file, Columns.guessed(), ReadOptions.defaults().withListener(hearing));
    assertThat(hearing.line).isEqualTo("user=who,item=what,time=date+time");
    assertThat(Interactions.read(file, Columns.parse(hearing.line)).events().times())
        .isEqualTo(log.events().times());
    assertThat(Instant.ofEpochMilli(log.time(1))).isEqualTo(Instant.parse("2020-01-31T11:30:00Z"));
  }

  private static final class Hearing implements ReadListener {
    private String line = "";

    @Override
    public void on(long rows) {}

    @Override
    public void took(Columns columns, ReadOptions options) {
      line = columns.line();
    }
  }

  @Test
  void titles_and_categories_are_found_by_the_ids_they_belong_to() throws IOException {
    Path file = folder.resolve("items.csv");
    Files.writeString(
        file,
        """
        row,sku,name,tags,price
        1,17.0,Lamp,red|big,3.5
        2,18.0,Lamp oil,red,1
        3,19.0,Desk,big|old,9
        4,17.0,Lamp again,old,4
        """);
    Attributes items = KnownThings.read(file, List.of("17", "18", "20"));
    assertThat(items.ids()).containsExactly("17", "18", "19");
    assertThat(KnownThings.title(items)).contains("name");
    assertThat(items.text("name", "17")).isEqualTo("Lamp");
    assertThat(items.number("price", "18")).isEqualTo(1);
    assertThat(items.categories("tags", "17")).containsExactly("red", "big");
    assertThatThrownBy(() -> KnownThings.read(file, List.of("other")))
        .hasMessageContaining("no column holds ids of the log");
  }

  @Test
  void a_file_that_holds_no_settings_is_refused_by_its_name() throws IOException {
    Path file = folder.resolve("log.heed.json");
    for (String text :
        List.of(
            "{\"columns\": null}",
            "{\"zone\": 1e999}",
            "{\"zone\": \"UTC\", \"zone\": \"UTC\"}",
            "[".repeat(100_000),
            "{\"columns\": " + "[".repeat(100_000))) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> LogSettings.read(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
    }
    Files.write(file, new byte[] {'{', (byte) 0xC3, '}'});
    assertThatThrownBy(() -> LogSettings.read(file)).hasMessageContaining("is not UTF-8 text");
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> LogSettings.read(file)).hasMessageContaining("is a folder");
  }
}
