package heed.features.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Ids;
import heed.log.Interactions;
import heed.reading.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class PastCountsTest {

  private static final long START = 1_000_000_000L;

  private static final Attributes SHOP =
      Tables.attributes(
          Table.create(
              StringColumn.create("id", "x", "y", "z", "cold"),
              StringColumn.create("brand", "acme", "acme", "", "acme"),
              StringColumn.create("tags", "p|q", "q", "", "p")),
          "id",
          Attribute.category("brand"),
          Attribute.categories("tags", "|"));

  private static final Count[] ALL = {
    Count.ofUser(),
    Count.ofItem(),
    Count.ofUserAndItem(),
    Count.ofCategory("brand"),
    Count.ofUserAndCategory("tags"),
    Count.ofItem().within(Duration.ofSeconds(20)),
    Count.ofCategory("tags").fading(Duration.ofSeconds(10))
  };

  @TempDir Path folder;

  @Test
  void an_event_sees_what_was_strictly_before_it() throws IOException {
    // In the order of the file; the two events at 20 are tied.
    Interactions log = log("a,x,0", "b,x,10", "a,y,20", "b,x,20", "a,x,40");
    assertThat(column(log, Count.ofUser())).containsExactly(0, 0, 1, 1, 2);
    assertThat(column(log, Count.ofItem())).containsExactly(0, 1, 0, 2, 3);
    assertThat(column(log, Count.ofUserAndItem())).containsExactly(0, 0, 0, 1, 1);
    assertThat(column(log, Count.ofCategory("brand"))).containsExactly(0, 1, 2, 2, 4);
    // tags: x has p and q, y has q; the mean over the item's own tags.
    assertThat(column(log, Count.ofCategory("tags"))).containsExactly(0, 1, 2, 2, 3.5);
    assertThat(column(log, Count.ofUserAndCategory("tags"))).containsExactly(0, 0, 1, 1, 1.5);
  }

  @Test
  void a_window_holds_its_first_moment_and_forgets_what_lies_before() throws IOException {
    Interactions log = log("a,x,0", "a,x,10", "a,x,30", "a,x,31");
    assertThat(column(log, Count.ofItem().within(Duration.ofSeconds(20))))
        .containsExactly(0, 1, 1, 1);
  }

  @Test
  void a_fading_count_halves_with_every_half_life() throws IOException {
    Interactions log = log("a,x,0", "a,x,10", "a,x,30");
    double[] column = column(log, Count.ofUser().fading(Duration.ofSeconds(10)));
    // 1 after 10 is 1/2; then 1.5 after 20 more is 3/8.
    assertThat(column).containsExactly(new double[] {0, 0.5, 0.375}, within(1e-15));
  }

  @Test
  void a_changed_future_leaves_every_past_row_equal_to_the_bit() throws IOException {
    List<String> rows = randomRows(300, 7);
    Interactions log = log(rows.toArray(String[]::new));
    double[][] before = PastCounts.of(log, ALL).atEvents().columns();
    for (int cut : new int[] {10, 100, 250}) {
      // Row i is at second i / 3: what lies at the cut's time or later is replaced.
      List<String> changed = new ArrayList<>(rows.subList(0, cut));
      long last = cut / 3;
      for (int i = 0; i < 50; i++) {
        changed.add("new" + i % 3 + "," + "xyz".charAt(i % 3) + "," + (last + i));
      }
      double[][] after =
          PastCounts.of(log(changed.toArray(String[]::new)), ALL).atEvents().columns();
      for (int column = 0; column < ALL.length; column++) {
        assertThat(Arrays.copyOf(after[column], cut))
            .as("%s up to row %s", ALL[column].name(), cut)
            .isEqualTo(Arrays.copyOf(before[column], cut));
      }
    }
  }

  @Test
  void the_order_of_the_file_and_so_of_ties_changes_nothing() throws IOException {
    List<String> rows = randomRows(300, 11);
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));
    double[][] straight = PastCounts.of(log(rows.toArray(String[]::new)), ALL).atEvents().columns();
    double[][] shuffled =
        PastCounts.of(log(order.stream().map(rows::get).toArray(String[]::new)), ALL)
            .atEvents()
            .columns();
    for (int column = 0; column < ALL.length; column++) {
      for (int i = 0; i < order.size(); i++) {
        assertThat(shuffled[column][i])
            .as("%s", ALL[column].name())
            .isEqualTo(straight[column][order.get(i)]);
      }
    }
  }

  @Test
  void counts_are_those_of_counting_by_hand() throws IOException {
    List<String> rows = randomRows(200, 5);
    Interactions log = log(rows.toArray(String[]::new));
    double[] windowed = column(log, Count.ofItem().within(Duration.ofSeconds(9)));
    double[] pairs = column(log, Count.ofUserAndItem());
    for (int row = 0; row < log.size(); row++) {
      int recent = 0;
      int same = 0;
      for (int other = 0; other < log.size(); other++) {
        boolean before = log.time(other) < log.time(row);
        boolean item = log.items().get(other).equals(log.items().get(row));
        recent += before && item && log.time(other) >= log.time(row) - 9_000 ? 1 : 0;
        same += before && item && log.users().get(other).equals(log.users().get(row)) ? 1 : 0;
      }
      assertThat(windowed[row]).isEqualTo(recent);
      assertThat(pairs[row]).isEqualTo(same);
    }
  }

  @Test
  void pairs_that_never_happened_are_counted_for_too() throws IOException {
    Interactions log = log("a,x,0", "b,x,10", "a,y,20");
    Moments asked =
        new Moments(
            Ids.of(List.of("b", "stranger", "a")),
            Ids.of(List.of("y", "cold", "nowhere")),
            new long[] {(START + 20) * 1_000, (START + 30) * 1_000, (START + 30) * 1_000});
    CountTable counts =
        PastCounts.of(log, Count.ofUser(), Count.ofItem(), Count.ofCategory("brand")).at(asked);
    assertThat(counts.columns()).isDeepEqualTo(new double[][] {{1, 0, 2}, {0, 0, 0}, {2, 3, 0}});
    assertThat(counts.names())
        .containsExactly("events of user", "events of item", "events of brand");
  }

  @Test
  void scaling_is_learnt_from_the_training_rows_alone_and_saved() throws IOException {
    CountTable counts = new CountTable(List.of("n"), new double[][] {{0, 2, 4, 1_000}});
    ScaledCounts scaled = counts.fit(Scaler.MIN_MAX, 0, 1, 2);
    assertThat(scaled.of(counts)).isDeepEqualTo(new float[][] {{0}, {0.5f}, {1}, {250}});
    Path file = folder.resolve("counts.json");
    scaled.save(file);
    assertThat(ScaledCounts.load(file)).isEqualTo(scaled);
    assertThatThrownBy(() -> scaled.of(new CountTable(List.of("m"), new double[1][1])))
        .hasMessageContaining("learnt for [n], found [m]");
  }

  @Test
  void what_cannot_be_counted_is_said() throws IOException {
    Interactions log = log("a,x,0");
    assertThatThrownBy(() -> PastCounts.of(log)).hasMessageContaining("no counts");
    assertThatThrownBy(() -> PastCounts.of(log, Count.ofItem().ofType("purchase")))
        .hasMessageContaining("no event of type 'purchase'");
    assertThatThrownBy(() -> PastCounts.of(log, Count.ofCategory("colour")).atEvents())
        .hasMessageContaining("no column 'colour'");
    assertThatThrownBy(() -> Count.ofItem().within(Duration.ZERO))
        .hasMessageContaining("a millisecond or longer");
  }

  private static double[] column(Interactions log, Count count) {
    return PastCounts.of(log, count).atEvents().columns()[0];
  }

  /** Three rows share each second. */
  private static List<String> randomRows(int size, long seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add("u" + random.nextInt(5) + "," + "xyz".charAt(random.nextInt(3)) + "," + i / 3);
    }
    return rows;
  }

  private Interactions log(String... rows) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (String row : rows) {
      int comma = row.lastIndexOf(',') + 1;
      text.append(row, 0, comma).append(START + Long.parseLong(row.substring(comma))).append('\n');
    }
    return Interactions.read(
            Files.writeString(Files.createTempFile(folder, "log", ".csv"), text.toString()))
        .withItemAttributes(SHOP);
  }
}
