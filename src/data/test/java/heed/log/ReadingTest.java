package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingTest {

  private static final String CSV = "user,item,time\nann,a,964982703\nbob,b,964982704\n";

  @TempDir Path folder;

  @Test
  void separators_of_two_letters_and_files_without_a_header_are_found_out() throws IOException {
    Interactions log = read("1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n");
    assertThat(log.users()).containsExactly("1", "1", "2");
    assertThat(log.items()).containsExactly("1193", "661", "1193");
    assertThat(log.time(0)).isEqualTo(978300760000L);
    assertThat(log.reading()).contains("time = '4' (its contents are times)");
  }

  @Test
  void columns_without_a_name_are_called_by_their_position() throws IOException {
    Path file = file("x\tu\t3\t881250949\ny\tu\t4\t881250950\n");
    Interactions log = Interactions.read(file, Columns.parse("user=2,item=1,time=4,value=3"));
    assertThat(log.users()).containsExactly("u", "u");
    assertThat(log.value(1)).isEqualTo(4);
  }

  @Test
  void columns_may_be_named_whether_there_is_a_header_or_not() throws IOException {
    ReadOptions named = ReadOptions.defaults().withNames("who", "what", "when");
    Interactions bare =
        Interactions.read(
            file("x,u,881250949,5\ny,u,881250950,3\nz,u\n"),
            Columns.of("what", "who", "when").withValue("4"),
            named.withMostBadRows(.5));
    assertThat(bare.users()).containsExactly("u", "u");
    assertThat(bare.value(0)).isEqualTo(5);
    assertThat(bare.badRows()).containsExactly(new BadRow(3, "2 fields, but there are 4 columns"));
    Interactions headed =
        Interactions.read(file(CSV), Columns.of("who", "what", "when"), named.withHeader(true));
    assertThat(headed.withName("tiny"))
        .hasToString("tiny" + headed.toString().substring(headed.name().length()));
    assertThat(headed.users()).containsExactly("ann", "bob");
    assertThatThrownBy(() -> named.withNames("a", "a"))
        .hasMessageContaining("each column has a name of its own; found [a, a]");
  }

  @Test
  void what_is_not_named_is_guessed() throws IOException {
    Interactions log =
        Interactions.read(
            file(
                """
                timestamp,visitorid,who,event,itemid
                1433221332117,a,x,view,1
                1433221332118,b,x,addtocart,2
                """),
            Columns.parse("user=who"));
    assertThat(log.users().distinct()).containsExactly("x");
    assertThat(log.types().orElseThrow()).containsExactly("view", "addtocart");
    assertThat(log.time(0)).isEqualTo(1433221332117L);
    assertThat(log.reading()).contains("user = 'who' (as told)", "type = 'event' (by its name)");
  }

  @Test
  void a_session_is_the_user_only_where_there_is_none() throws IOException {
    assertThat(read("session,item,time\ns,a,964982703\n").users()).containsExactly("s");
    Interactions log = read("user,session,item,time\nu,s,a,964982703\n");
    assertThat(log.users()).containsExactly("u");
    assertThat(log.sessions().orElseThrow()).containsExactly("s");
  }

  @Test
  void a_pattern_tells_how_times_are_written() throws IOException {
    Path file = file("user,item,time\na,b,31/12/2020 23:59\n");
    Columns columns = Columns.guessed().withTime("time").withTimePattern("dd/MM/yyyy HH:mm");
    assertThat(Instant.ofEpochMilli(Interactions.read(file, columns).time(0)))
        .isEqualTo(Instant.parse("2020-12-31T23:59:00Z"));
    assertThatThrownBy(() -> Columns.guessed().withTimePattern("QQ"))
        .hasMessageContaining("holds 'QQ'");
  }

  @Test
  void how_times_are_written_is_decided_over_all_rows() throws IOException {
    // The first 1,500 could be read as seconds; only those below show milliseconds.
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 4_000; i++) {
      text.append("u,i,").append(i < 1_500 ? 90_000_000_000L : 1_500_000_000_000L).append('\n');
    }
    Interactions log = read(text.toString());
    assertThat(log.time(0)).isEqualTo(90_000_000_000L);
    assertThat(log.time(3_999)).isEqualTo(1_500_000_000_000L);
  }

  @Test
  void ids_stay_as_they_are_written_but_for_the_point_that_pandas_adds() throws IOException {
    assertThat(read("user,item,time\n01,1,964982703\n1,2.50,964982703\n").users())
        .containsExactly("01", "1");
    Interactions log = read("user,item,time\n7.0,1.0,964982703\n8.0,2.5,964982703\n");
    assertThat(log.users()).containsExactly("7", "8");
    assertThat(log.items()).containsExactly("1.0", "2.5");
  }

  @Test
  void bad_rows_of_every_kind_have_their_reason() throws IOException {
    ReadOptions any = ReadOptions.defaults().withMostBadRows(1);
    String text =
        """
        user,item,time,value
        ok,a,964982703,1
        ,a,964982703,1
        nan,a,964982703,1
        u,a,99999999999,1
        u,a,-1,1
        u,a,964982703,NaN
        u,a,964982703,many
        u,a
        u,"a
        b",soon,1
        u,"a"b,964982703,1

        u,a,,1\
        """;
    Interactions log = Interactions.read(file(text), Columns.guessed(), any);
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.badRows())
        .extracting(BadRow::toString)
        .containsExactly(
            "line 3: no user",
            "line 4: no user",
            "line 5: time '99999999999' lies in the future",
            "line 6: time '-1' lies before 1970",
            "line 7: value 'NaN' is not a number",
            "line 8: value 'many' is not a number",
            "line 9: 2 fields, but the header has 4",
            "line 10: time 'soon' is not seconds since 1970",
            "line 12: a quote is left open, or closed before the field ends",
            "line 14: no time");
  }

  private Interactions read(String text) throws IOException {
    return Interactions.read(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "log", ".csv"), text);
  }
}
