package heed.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickLabels;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.features.FittedCodes;
import heed.features.fitting.Count;
import heed.log.Ids;
import heed.log.Interactions;
import heed.planted.PlantedClicks;
import heed.reading.Tables;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClicksTest {

  /** Ann clicks a and c and passes b; Ben clicks b. One row a minute. */
  private static final Interactions SIX =
      log(
          List.of("ann", "ann", "ben", "ann", "ben", "ann"),
          List.of("a", "b", "b", "c", "a", "b"),
          1,
          0,
          1,
          1,
          0,
          1);

  private static Interactions log(List<String> users, List<String> items, double... clicked) {
    long[] times = IntStream.range(0, clicked.length).mapToLong(i -> 60_000L * i).toArray();
    return Interactions.of("six", Ids.of(users), Ids.of(items), times).withValues(clicked);
  }

  @Test
  void a_history_holds_what_was_clicked_before_and_nothing_else() {
    ClickSplit.Parts parts = ClickSplit.byTime(.5, .2).of(SIX, ClickFeatures.none(), 1);
    assertThat(parts.train().history(0).titles()).isEmpty();
    assertThat(parts.train().history(1).titles()).containsExactly("a");
    assertThat(parts.train().history(2).titles()).isEmpty();
    assertThat(parts.validation().history(0).titles()).as("b was passed").containsExactly("a");
    assertThat(parts.test().history(1).titles()).containsExactly("a", "c");
  }

  @Test
  void clicks_of_the_same_second_do_not_see_each_other() {
    Interactions log =
        Interactions.of(
                "tied",
                Ids.of(List.of("ann", "ann", "ann", "ann")),
                Ids.of(List.of("a", "b", "c", "d")),
                new long[] {1_000, 5_000, 5_999, 9_000})
            .withValues(new double[] {1, 1, 1, 1});
    Clicks test = ClickSplit.byTime(.3, .3).of(log, ClickFeatures.none(), 1).test();
    assertThat(test.history(0).titles()).containsExactly("a");
    assertThat(test.history(1).titles()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void parts_follow_each_other_in_time_and_hold_every_row_once() {
    ClickSplit.Parts parts = TinyClicks.parts(20, 15, 300);
    assertThat(parts.train().size() + parts.validation().size() + parts.test().size())
        .isEqualTo(300);
    assertThat(latest(parts.train())).isLessThan(earliest(parts.validation()));
    assertThat(latest(parts.validation())).isLessThan(earliest(parts.test()));
  }

  private static long latest(Clicks part) {
    return IntStream.range(0, part.size()).mapToLong(part::time).max().orElseThrow();
  }

  private static long earliest(Clicks part) {
    return IntStream.range(0, part.size()).mapToLong(part::time).min().orElseThrow();
  }

  @Test
  void what_happens_later_changes_nothing_of_an_earlier_row() {
    Interactions log = TinyClicks.log(PlantedClicks.of(20, 15, 300).generate(1));
    ClickSplit split = ClickSplit.byTime(.6, .2);
    Clicks before = split.of(log, TinyClicks.FEATURES, 1).validation();
    double[] flipped = IntStream.range(0, log.size()).mapToDouble(log::value).toArray();
    long cut = earliest(split.of(log, TinyClicks.FEATURES, 1).test());
    for (int row = 0; row < flipped.length; row++) {
      flipped[row] = log.time(row) >= cut ? 1 - flipped[row] : flipped[row];
    }
    Clicks after = split.of(log.withValues(flipped), TinyClicks.FEATURES, 1).validation();
    assertThat(all(after)).isEqualTo(all(before));
  }

  /** Everything a predictor is told. */
  private static List<String> all(Clicks clicks) {
    return IntStream.range(0, clicks.size())
        .mapToObj(
            row ->
                Arrays.toString(clicks.userCodes(row))
                    + Arrays.toString(clicks.userNumbers(row))
                    + Arrays.toString(clicks.itemCodes(row))
                    + Arrays.toString(clicks.itemNumbers(row))
                    + clicks.history(row))
        .toList();
  }

  @Test
  void who_and_what_the_training_part_lacks_is_unknown_by_id_but_known_by_attribute() {
    Interactions log = TinyClicks.log(PlantedClicks.of(60, 80, 300).generate(1));
    ClickSplit.Parts parts = ClickSplit.byTime(.3, .2).of(log, TinyClicks.FEATURES, 1);
    Set<Integer> met = new HashSet<>();
    IntStream.range(0, parts.train().size()).map(parts.train()::item).forEach(met::add);
    int[] unmet =
        IntStream.range(0, parts.test().size())
            .filter(row -> !met.contains(parts.test().item(row)))
            .toArray();
    assertThat(unmet).isNotEmpty();
    for (int row = 0; row < parts.test().size(); row++) {
      boolean unknown = parts.test().itemCodes(row)[0] == FittedCodes.UNKNOWN;
      assertThat(unknown).isEqualTo(!met.contains(parts.test().item(row)));
    }
    int firstCategory = parts.test().schema().items().codes().get(0).size();
    assertThat(parts.test().itemCodes(unmet[0])[1])
        .isGreaterThan(firstCategory + FittedCodes.UNKNOWN);
  }

  @Test
  void codes_of_all_fields_are_rows_of_one_table() {
    Clicks train = TinyClicks.parts(20, 15, 300).train();
    assertThat(train.schema().users().names())
        .containsExactly("user", "segment", "thrift (z-score)", "events of user");
    assertThat(train.schema().items().names())
        .containsExactly("item", "category", "brand", "price (log)", "click events of item");
    assertThat(train.schema().events().names())
        .containsExactly("item", "category", "brand", "price (log)");
    for (int row = 0; row < train.size(); row++) {
      int[] codes = train.userCodes(row);
      assertThat(codes[0]).isBetween(1, train.schema().users().codes().get(0).size() - 1);
      assertThat(codes[1]).isBetween(23, train.schema().users().rows() - 1);
    }
  }

  @Test
  void padding_is_the_first_code_of_each_field_and_no_number() {
    Clicks train = TinyClicks.parts(20, 15, 300).train();
    int ids = train.schema().items().codes().get(0).size();
    assertThat(train.eventCodes(0)).containsExactly(0, ids);
    assertThat(train.eventNumbers(0)).containsOnly(0).hasSize(train.schema().events().columns());
  }

  @Test
  void counts_of_clicks_leave_passes_out() {
    ClickFeatures counting =
        ClickFeatures.none().withUserCounts(Count.ofUser(), Count.ofUser().ofType(Clicks.CLICK));
    Clicks test = ClickSplit.byTime(.5, .2).of(SIX, counting, 1).test();
    // Ann has three rows before her last, two of them clicked; in training 0 and 1 were all.
    assertThat(test.userNumbers(1)[0]).isEqualTo(1);
    assertThat(test.schema().users().names())
        .containsExactly("user", "events of user", "click events of user");
  }

  @Test
  void a_rating_from_a_threshold_on_is_a_click() {
    Interactions rated = log(List.of("a", "b", "c"), List.of("x", "y", "z"), 3.5, 4, 5);
    Interactions clicks = ClickLabels.atLeast(4).of(rated);
    assertThat(IntStream.range(0, 3).mapToDouble(clicks::value)).containsExactly(0.0, 1.0, 1.0);
    Interactions unrated = log(List.of("a"), List.of("x"), Double.NaN);
    assertThatThrownBy(() -> ClickLabels.atLeast(4).of(unrated))
        .hasMessageContaining("row 1 of six has no value");
  }

  @Test
  void sampled_negatives_were_there_already_and_are_never_taken() {
    Interactions log = PlantedClicks.of(30, 40, 400).generate(2).log();
    Interactions clicks = ClickLabels.sampledNegatives(2, 7).of(log);
    Set<String> taken = new HashSet<>();
    for (int row = 0; row < log.size(); row++) {
      taken.add(log.users().get(row) + log.items().get(row));
    }
    assertThat(clicks.size()).isBetween(1_100, 1_200);
    for (int row = 0; row < clicks.size(); row++) {
      String pair = clicks.users().get(row) + clicks.items().get(row);
      assertThat(taken.contains(pair)).isEqualTo(clicks.value(row) == 1);
      if (clicks.value(row) == 0) {
        String item = clicks.items().get(row);
        long time = clicks.time(row);
        assertThat(IntStream.range(0, log.size()))
            .anyMatch(event -> log.items().get(event).equals(item) && log.time(event) <= time);
      }
    }
    assertThat(Tables.of(ClickLabels.sampledNegatives(2, 7).of(log)).printAll())
        .isEqualTo(Tables.of(clicks).printAll());
  }

  @Test
  void a_value_that_is_neither_one_nor_nought_says_what_makes_clicks() {
    Interactions rated = log(List.of("a", "b", "c", "d"), List.of("x", "y", "z", "x"), 3, 4, 5, 1);
    assertThatThrownBy(() -> ClickSplit.byTime(.5, .25).of(rated, ClickFeatures.none(), 1))
        .hasMessageContaining("found 3.0 in row 1 of six")
        .hasMessageContaining("ClickLabels");
  }
}
