package heed.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.reading.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class PlantedClicksTest {

  private static final PlantedClickLog CLICKS = PlantedClicks.of(2_000, 500, 60_000).generate(1);

  @Test
  void rows_are_clicked_as_often_as_their_chance_says() {
    for (double from = 0; from < 1; from += .2) {
      double low = from;
      int[] rows =
          IntStream.range(0, CLICKS.log().size())
              .filter(row -> CLICKS.chance(row) >= low && CLICKS.chance(row) < low + .2)
              .toArray();
      double clicked = IntStream.of(rows).mapToDouble(CLICKS.log()::value).average().orElseThrow();
      double expected = IntStream.of(rows).mapToDouble(CLICKS::chance).average().orElseThrow();
      assertThat(clicked).isCloseTo(expected, within(4 * Math.sqrt(.25 / rows.length)));
    }
  }

  @Test
  void segment_and_category_tell_nothing_alone_and_much_together() {
    Map<String, String> segments = column(CLICKS.users(), "user", "segment");
    Map<String, String> categories = column(CLICKS.items(), "item", "category");
    Map<String, double[]> rates = new HashMap<>();
    for (int row = 0; row < CLICKS.log().size(); row++) {
      String segment = segments.get(CLICKS.log().users().get(row));
      String category = categories.get(CLICKS.log().items().get(row));
      for (String kind : new String[] {segment, segment + category}) {
        double[] rate = rates.computeIfAbsent(kind, added -> new double[2]);
        rate[0] += CLICKS.log().value(row);
        rate[1]++;
      }
    }
    assertThat(rate(rates, "s0")).isCloseTo(rate(rates, "s1"), within(.06));
    assertThat(rate(rates, "s0c0") - rate(rates, "s0c1")).isGreaterThan(.3);
    assertThat(rate(rates, "s1c1") - rate(rates, "s1c0")).isGreaterThan(.3);
  }

  private static double rate(Map<String, double[]> rates, String kind) {
    return rates.get(kind)[0] / rates.get(kind)[1];
  }

  private static Map<String, String> column(Table table, String key, String value) {
    Map<String, String> column = new HashMap<>();
    for (Row row : table) {
      column.put(row.getString(key), row.getString(value));
    }
    return column;
  }

  @Test
  void a_predictor_that_says_the_chances_reaches_the_optimum() {
    PlantedClickLog.Optimum optimum = CLICKS.optimum();
    double loss = 0;
    double clicks = 0;
    for (int row = 0; row < CLICKS.log().size(); row++) {
      boolean clicked = CLICKS.log().value(row) == 1;
      loss -= Math.log(clicked ? CLICKS.chance(row) : 1 - CLICKS.chance(row));
      clicks += clicked ? 1 : 0;
    }
    assertThat(loss / CLICKS.log().size()).isCloseTo(optimum.logLoss(), within(.01));
    assertThat(clicks / CLICKS.log().size()).isCloseTo(optimum.rate(), within(.01));
    assertThat(auc(CLICKS, 4_000)).isCloseTo(optimum.auc(), within(.03));
  }

  /** The share of pairs of the first rows that are ranked rightly, counted one by one. */
  private static double auc(PlantedClickLog clicks, int rows) {
    double won = 0;
    double pairs = 0;
    for (int a = 0; a < rows; a++) {
      for (int b = 0; b < rows; b++) {
        if (clicks.log().value(a) == 1 && clicks.log().value(b) == 0) {
          pairs++;
          won += (1 + Math.signum(clicks.chance(a) - clicks.chance(b))) / 2;
        }
      }
    }
    return won / pairs;
  }

  @Test
  void without_strength_only_the_brand_is_left() {
    PlantedClickLog.Optimum weak =
        PlantedClicks.of(200, 50, 2_000).withStrength(0).generate(2).optimum();
    assertThat(weak.auc()).isBetween(.5, .65);
  }

  @Test
  void under_an_order_the_category_after_that_of_the_latest_click_is_clicked_more() {
    PlantedClickLog clicks =
        PlantedClicks.of(500, 50, 30_000).withStrength(0).withBias(0).withOrder(1).generate(5);
    Map<String, String> categories = column(clicks.items(), "item", "category");
    Map<String, Integer> latest = new HashMap<>();
    double[] wished = new double[2];
    double[] others = new double[2];
    for (int row = 0; row < clicks.log().size(); row++) {
      String user = clicks.log().users().get(row);
      int category = Integer.parseInt(categories.get(clicks.log().items().get(row)).substring(1));
      if (latest.containsKey(user)) {
        double[] rate = (latest.get(user) + 1) % 4 == category ? wished : others;
        rate[0] += clicks.log().value(row);
        rate[1]++;
      }
      if (clicks.log().value(row) == 1) {
        latest.put(user, category);
      }
    }
    // Log-odds of 1 and -1; what brands add evens out.
    assertThat(wished[0] / wished[1]).isCloseTo(.73, within(.03));
    assertThat(others[0] / others[1]).isCloseTo(.27, within(.03));
  }

  @Test
  void the_same_seed_gives_the_same_clicks() {
    PlantedClicks plan = PlantedClicks.of(50, 20, 500);
    assertThat(Tables.of(plan.generate(3).log()).printAll())
        .isEqualTo(Tables.of(plan.generate(3).log()).printAll())
        .isNotEqualTo(Tables.of(plan.generate(4).log()).printAll());
  }

  @Test
  void an_odd_number_of_kinds_says_which_will_do() {
    assertThatThrownBy(() -> PlantedClicks.of(10, 10, 100).withKinds(3))
        .hasMessageContaining("found 3, choose 2, 4, 6");
  }
}
