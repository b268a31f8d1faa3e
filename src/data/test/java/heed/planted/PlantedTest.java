package heed.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.StepTaken;
import heed.reading.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Users, items and times are those of the plan. */
class PlantedTest {

  private static final Planted PLAN = Planted.of(500, 600, 10_000).withNoise(.2);

  @Test
  void the_shapes_are_as_large_as_the_sets_they_are_named_for() {
    StepTaken.Size baskets = PlantedShape.baskets().generate(17).log().measure();
    assertThat(baskets.events()).isEqualTo(198_502);
    assertThat(baskets.users()).isEqualTo(22_363);
    assertThat(baskets.items()).isBetween(12_000, 12_101);
    StepTaken.Size films = PlantedShape.films().generate(17).log().measure();
    assertThat(films.events()).isEqualTo(990_000);
    assertThat(films.users()).isEqualTo(6_000);
    assertThat(films.items()).isEqualTo(3_400);
  }

  @Test
  void users_follow_their_interests_the_first_one_most() {
    PlantedTruth truth =
        Planted.of(500, 20_000, 10_000).withNoise(.2).withInterests(3).generate(4).truth();
    int[] followed = new int[3];
    int events = 0;
    for (int user = 1; user <= 500; user++) {
      PlantedLife life = truth.life("u" + user);
      assertThat(new HashSet<>(life.interests())).hasSize(1);
      for (int i = 0; i < life.items().size(); i++) {
        int topic = life.topics().get(i);
        events++;
        if (topic >= 0) {
          assertThat(truth.topic(life.items().get(i))).isEqualTo(topic);
          followed[life.interests().get(i).indexOf(topic)]++;
        }
      }
    }
    // 1, 1/2 and 1/3 of the rest beside the noise.
    assertThat((double) followed[0] / events).isCloseTo(.8 * 6 / 11, within(.02));
    assertThat((double) followed[1] / events).isCloseTo(.8 * 3 / 11, within(.02));
    assertThat((double) followed[2] / events).isCloseTo(.8 * 2 / 11, within(.02));
  }

  @Test
  void interests_drift_at_the_rate_asked_and_stay_different() {
    PlantedTruth truth = PLAN.withInterests(3).withDrift(.1).generate(5).truth();
    int changes = 0;
    int steps = 0;
    for (int user = 1; user <= 500; user++) {
      List<List<Integer>> interests = truth.life("u" + user).interests();
      for (int i = 1; i < interests.size(); i++) {
        steps++;
        changes += interests.get(i).equals(interests.get(i - 1)) ? 0 : 1;
        assertThat(interests.get(i)).doesNotHaveDuplicates();
      }
    }
    assertThat((double) changes / steps).isCloseTo(.1, within(.01));
  }

  @Test
  void events_users_and_shortest_histories_are_met_exactly_and_lengths_have_a_long_tail() {
    int[] lengths =
        Planted.of(2_000, 5_000, 18_000).withShortest(5).generate(6).log().users().counts();
    Arrays.sort(lengths);
    assertThat(lengths).hasSize(2_000);
    assertThat(Arrays.stream(lengths).sum()).isEqualTo(18_000);
    assertThat(lengths[0]).isEqualTo(5);
    assertThat(lengths[1_000]).isLessThan(9);
    assertThat(lengths[1_999]).isGreaterThan(50);
  }

  @Test
  void popularity_follows_zipfs_law() {
    PlantedLog planted = Planted.of(100, 4, 40_000).withZipf(1).withRepeats().generate(7);
    int[] counts = planted.log().items().counts();
    Arrays.sort(counts);
    // 1 + 1/2 + 1/3 + 1/4 = 25/12.
    for (int rank = 1; rank <= 4; rank++) {
      assertThat(counts[4 - rank] / 40_000.0).isCloseTo(12.0 / 25 / rank, within(.01));
    }
  }

  @Test
  void no_item_comes_twice_unless_asked_and_every_event_has_its_own_second() {
    Interactions log = PLAN.withInterests(2).withRule(Rule.local(2)).generate(8).log();
    for (List<Integer> rows : RuleTest.histories(log)) {
      assertThat(rows.stream().map(log.items()::get)).doesNotHaveDuplicates();
      for (int i = 1; i < rows.size(); i++) {
        assertThat(log.time(rows.get(i))).isGreaterThanOrEqualTo(log.time(rows.get(i - 1)) + 1_000);
      }
    }
    Interactions again = Planted.of(10, 20, 1_000).withRepeats().generate(8).log();
    assertThat(again.size()).isEqualTo(1_000);
  }

  @Test
  void the_same_seed_gives_the_same_log_and_another_another() {
    Planted plan = PLAN.withInterests(2).withDrift(.1).withRule(Rule.local(3)).withColdItems(.1);
    Table once = Tables.of(plan.generate(9).log());
    assertThat(text(Tables.of(plan.generate(9).log()))).isEqualTo(text(once));
    assertThat(text(Tables.of(plan.generate(10).log()))).isNotEqualTo(text(once));
  }

  private static String text(Table table) {
    return table.stream().map(Row::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void cold_items_appear_late_and_then_as_often_as_others() {
    PlantedLog planted =
        Planted.of(3_000, 400, 40_000).withInterests(2).withColdItems(.2).generate(11);
    Instant out = planted.truth().coldFrom().orElseThrow();
    int late = 0;
    int cold = 0;
    for (int row = 0; row < planted.log().size(); row++) {
      boolean isCold = planted.truth().cold(planted.log().items().get(row));
      if (Instant.ofEpochMilli(planted.log().time(row)).isBefore(out)) {
        assertThat(isCold).isFalse();
      } else {
        late++;
        cold += isCold ? 1 : 0;
      }
    }
    assertThat(late).isEqualTo(4_000);
    assertThat((double) cold / late).isBetween(.1, .4);
    assertThat(PLAN.generate(11).truth().coldFrom()).isEmpty();
  }

  @Test
  void words_tell_the_topic_and_titles_are_all_different() {
    PlantedLog planted = PLAN.generate(14);
    Map<String, Integer> topicOfTag = new TreeMap<>();
    for (Row row : planted.words()) {
      for (String tag : row.getString("tags").split("\\|", -1)) {
        int topic = planted.truth().topic(row.getString("item"));
        assertThat(topicOfTag.merge(tag, topic, (before, now) -> before)).isEqualTo(topic);
      }
    }
    assertThat(new HashSet<>(planted.titles().values())).hasSize(600);
    assertThat(planted.titles()).hasSize(600).containsKey("i600");
  }

  @Test
  void a_written_log_is_read_as_it_was(@TempDir Path folder) {
    PlantedLog planted = PLAN.generate(15);
    planted.writeCsv(folder.resolve("planted.csv"));
    Interactions read =
        Interactions.read(folder.resolve("planted.csv"), Columns.of("user", "item", "time"));
    assertThat(read.users()).isEqualTo(planted.log().users());
    assertThat(read.items()).isEqualTo(planted.log().items());
    assertThat(Tables.of(read).instantColumn("time").asList())
        .isEqualTo(Tables.of(planted.log()).instantColumn("time").asList());
  }

  @Test
  void a_plan_that_cannot_be_says_why_and_what_to_do() {
    assertThatThrownBy(() -> Planted.of(10, 100, 20).withShortest(5))
        .hasMessage("20 events are too few for 10 users of at least 5 events; ask for 50 or more");
    assertThatThrownBy(() -> Planted.of(10, 20, 1_000).generate(1))
        .hasMessageContaining("half of the 20 items")
        .hasMessageContaining("withRepeats()");
    assertThatThrownBy(() -> PLAN.withInterests(21)).hasMessageContaining("use withTopics");
    assertThatThrownBy(() -> PLAN.withNoise(1.5)).hasMessageContaining("found 1.5");
    assertThatThrownBy(() -> PLAN.generate(1).truth().life("u501"))
        .hasMessage("no 'u501' is planted; there are u1 to u500");
    assertThatThrownBy(() -> Rule.beginning(0, 150)).hasMessageContaining("found 0 and 150");
  }
}
