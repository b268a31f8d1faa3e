package heed.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.interactions.Columns;
import heed.interactions.Interactions;
import heed.interactions.StepTaken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class PlantedTest {

  private static final Planted PLAN = Planted.of(500, 600, 10_000).withNoise(.2);
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void the_item_three_back_decides_as_often_as_noise_leaves_it() {
    PlantedLog planted = PLAN.withRule(Rule.back(3)).generate(1);
    int could = 0;
    int did = 0;
    for (List<Integer> rows : histories(planted.log())) {
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        String item = planted.log().items().get(rows.get(i));
        if (i >= 3) {
          String named = planted.truth().follower(planted.log().items().get(rows.get(i - 3)));
          could += seen.contains(named) ? 0 : 1;
          did += named.equals(item) ? 1 : 0;
        }
        seen.add(item);
      }
    }
    // Popularity names the follower by chance once in some hundred events of noise.
    assertThat((double) did / could).isCloseTo(.8, within(.02));
  }

  @Test
  void a_cause_is_followed_by_its_follower_and_lies_where_the_rule_looks() {
    for (Rule rule :
        List.of(
            Rule.back(1),
            Rule.back(15),
            Rule.local(4),
            Rule.ago(DAY, DAY.multipliedBy(7)),
            Rule.sameSession(),
            Rule.previousSession(),
            Rule.samePlace(),
            Rule.beginning(30, 2))) {
      PlantedLog planted = PLAN.withRule(rule).generate(2);
      int caused = 0;
      for (List<Integer> rows : histories(planted.log())) {
        PlantedLife life = planted.truth().life(planted.log().users().get(rows.get(0)));
        for (int i = 0; i < rows.size(); i++) {
          int cause = life.causes().get(i);
          assertThat(life.items().get(i)).isEqualTo(planted.log().items().get(rows.get(i)));
          if (cause >= 0) {
            caused++;
            assertThat(life.items().get(i))
                .isEqualTo(planted.truth().follower(life.items().get(cause)));
            assertThat(allowed(planted, rows, i)).as(rule.name()).contains(cause);
          }
        }
      }
      assertThat(caused).as(rule.name()).isGreaterThan(1_500);
    }
  }

  /** The positions that may decide an event, found in the log without the rule's own code. */
  private static Set<Integer> allowed(PlantedLog planted, List<Integer> rows, int position) {
    Rule rule = planted.truth().plan().rule();
    Interactions log = planted.log();
    int[] topics =
        rows.stream().mapToInt(row -> planted.truth().topic(log.items().get(row))).toArray();
    List<String> sessions =
        rows.stream().map(row -> log.sessions().orElseThrow().get(row)).toList();
    List<String> distinct = sessions.stream().distinct().toList();
    int current = distinct.indexOf(sessions.get(position));
    Set<Integer> allowed = new HashSet<>();
    for (int i = 0; i < position; i++) {
      int back = position - i;
      Duration age = Duration.ofMillis(log.time(rows.get(position - 1)) - log.time(rows.get(i)));
      int sessionsBack = current - distinct.indexOf(sessions.get(i));
      boolean decides =
          (rule instanceof Rule.Back steps && back == steps.steps())
              || (rule instanceof Rule.Local local && back <= local.few())
              || (rule instanceof Rule.Session session && sessionsBack == session.before())
              || (rule instanceof Rule.SamePlace
                  && sessionsBack == 1
                  && i - sessions.indexOf(sessions.get(i))
                      == position - sessions.indexOf(sessions.get(position)))
              || (rule instanceof Rule.Beginning beginning
                  && i < beginning.few()
                  && back >= beginning.least()
                  && topics[i] == topics[position - 1])
              || (rule instanceof Rule.Ago ago
                  && age.compareTo(ago.least()) >= 0
                  && age.compareTo(ago.most()) <= 0);
      if (decides) {
        allowed.add(i);
      }
    }
    return allowed;
  }

  @Test
  void under_a_rule_of_time_the_cause_lies_at_many_distances() {
    PlantedTruth truth = PLAN.withRule(Rule.ago(DAY, DAY.multipliedBy(7))).generate(3).truth();
    Set<Integer> back = new HashSet<>();
    for (int user = 1; user <= 500; user++) {
      List<Integer> causes = truth.life("u" + user).causes();
      for (int i = 0; i < causes.size(); i++) {
        back.add(causes.get(i) < 0 ? 0 : i - causes.get(i));
      }
    }
    assertThat(back).contains(2, 3, 4, 5, 6, 7, 8).doesNotContain(1);
  }

  @Test
  void under_a_rule_of_time_the_latest_item_whose_follower_can_still_come_decides() {
    PlantedLog planted = PLAN.withRule(Rule.ago(DAY, DAY.multipliedBy(7))).withNoise(0).generate(3);
    int decided = 0;
    for (List<Integer> rows : histories(planted.log())) {
      PlantedLife life = planted.truth().life(planted.log().users().get(rows.get(0)));
      for (int i = 1; i < rows.size(); i++) {
        Set<String> met = new HashSet<>(life.items().subList(0, i));
        Set<Integer> able = allowed(planted, rows, i);
        able.removeIf(at -> met.contains(planted.truth().follower(life.items().get(at))));
        int latest = able.stream().max(Integer::compare).orElse(-1);
        assertThat(life.causes().get(i)).isEqualTo(latest);
        decided += latest >= 0 ? 1 : 0;
      }
    }
    assertThat(decided).isGreaterThan(1_000);
  }

  @Test
  void a_cause_may_lie_150_steps_back() {
    PlantedTruth truth =
        Planted.of(40, 4_000, 12_000)
            .withZipf(0)
            .withShortest(200)
            .withRule(Rule.back(150))
            .withNoise(.1)
            .generate(16)
            .truth();
    int could = 0;
    int did = 0;
    for (int user = 1; user <= 40; user++) {
      PlantedLife life = truth.life("u" + user);
      for (int i = 150; i < life.items().size(); i++) {
        could++;
        did += life.causes().get(i) == i - 150 ? 1 : 0;
      }
    }
    // Some followers were met already, so the share lies below the .9 that noise leaves.
    assertThat((double) did / could).isBetween(.75, .9);
    assertThat(truth.optimum(1).hitRate()).isGreaterThan(.7);
  }

  @Test
  void what_was_said_at_the_beginning_decides_late_and_nothing_in_between_tells_it() {
    PlantedTruth truth =
        Planted.of(300, 64, 300 * 153)
            .withTopics(8)
            .withZipf(0)
            .withShortest(153)
            .withRepeats()
            .withRule(Rule.beginning(8, 145))
            .generate(18)
            .truth();
    int decided = 0;
    for (int user = 1; user <= 300; user++) {
      PlantedLife life = truth.life("u" + user);
      assertThat(life.items()).hasSize(153);
      for (int i = 0; i < 153; i++) {
        int cause = life.causes().get(i);
        decided += cause >= 0 ? 1 : 0;
        assertThat(cause).isLessThan(8);
        assertThat(cause < 0 || i - cause >= 145).isTrue();
      }
    }
    // Eight in nine of the last eight events could be decided; of eight first items a topic has
    // one in two cases of three.
    assertThat(decided).isBetween(600, 1_600);
  }

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
    for (List<Integer> rows : histories(log)) {
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
    Table once = plan.generate(9).log().table();
    assertThat(text(plan.generate(9).log().table())).isEqualTo(text(once));
    assertThat(text(plan.generate(10).log().table())).isNotEqualTo(text(once));
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
  void the_optimum_of_a_plan_small_enough_is_the_one_found_by_hand() {
    // The follower has .8 and a tenth of the noise; every other item a tenth of the noise.
    Planted plan =
        Planted.of(50, 10, 500).withZipf(0).withRepeats().withRule(Rule.back(1)).withNoise(.2);
    PlantedOptimum two = plan.generate(12).truth().optimum(2);
    assertThat(two.hitRate()).isCloseTo(.84, within(1e-9));
    assertThat(two.ndcg()).isCloseTo(.82 + .02 * Math.log(2) / Math.log(3), within(1e-9));
    assertThat(two.users()).isEqualTo(50);
    assertThat(plan.generate(12).truth().optimum(10).hitRate()).isCloseTo(1, within(1e-9));
    assertThat(plan.withNoise(0).generate(12).truth().optimum(1).hitRate())
        .isCloseTo(1, within(1e-9));
  }

  @Test
  void chances_of_all_items_add_up_to_one() {
    for (PlantedLog planted : manyPlans(300)) {
      PlantedWorld world = planted.truth().world();
      PlantedWalk walk = new PlantedWalk(world);
      for (int user = 0; user < world.users(); user += 7) {
        walk.begin(user);
        for (int i = 0; i < world.length(user); i++) {
          PlantedOdds odds = new PlantedOdds(world, walk);
          double sum = IntStream.range(0, world.items().size()).mapToDouble(odds::of).sum();
          assertThat(sum).as("%s, event %d", planted, i).isCloseTo(1, within(1e-9));
          walk.step();
        }
      }
    }
  }

  @Test
  void the_best_items_are_those_a_sort_of_all_chances_puts_first() {
    for (PlantedLog planted : manyPlans(60)) {
      PlantedWorld world = planted.truth().world();
      PlantedWalk walk = new PlantedWalk(world);
      for (int user = 0; user < world.users(); user++) {
        walk.beginBeforeLast(user);
        PlantedOdds odds = new PlantedOdds(world, walk);
        List<Double> all = new ArrayList<>();
        IntStream.range(0, world.items().size()).forEach(item -> all.add(odds.of(item)));
        all.sort(Collections.reverseOrder());
        assertThat(odds.bestChances(12)).isEqualTo(all.subList(0, 12));
      }
    }
  }

  @Test
  void an_oracle_hits_as_often_as_the_optimum_says() {
    for (PlantedLog planted : manyPlans(15_000)) {
      PlantedOptimum optimum = planted.truth().optimum(5);
      Interactions log = planted.log();
      int[] lengths = log.users().counts();
      Map<String, String> last = new TreeMap<>();
      for (int row = 0; row < log.size(); row++) {
        last.put(log.users().get(row), log.items().get(row));
      }
      assertThat(lengths).hasSize(last.size());
      double hits = 0;
      double gain = 0;
      for (Map.Entry<String, String> target : last.entrySet()) {
        int place = planted.truth().best(target.getKey(), 5).indexOf(target.getValue());
        hits += place < 0 ? 0 : 1;
        gain += place < 0 ? 0 : Math.log(2) / Math.log(place + 2);
      }
      double fourErrors = 4 * Math.sqrt(.25 / last.size());
      assertThat(hits / last.size())
          .as("hit rate of %s", planted)
          .isCloseTo(optimum.hitRate(), within(fourErrors));
      assertThat(gain / last.size())
          .as("NDCG of %s", planted)
          .isCloseTo(optimum.ndcg(), within(fourErrors));
    }
  }

  /** Plans in which everything that changes the chances occurs, alone and together. */
  private static List<PlantedLog> manyPlans(int users) {
    Planted plan = Planted.of(users, 90, 8 * users).withTopics(6).withNoise(.3);
    return List.of(
        plan.generate(13),
        plan.withInterests(2).withDrift(.2).generate(13),
        plan.withRule(Rule.local(3)).withSessions(2).generate(13),
        plan.withRule(Rule.sameSession()).withInterests(1).generate(13),
        plan.withRule(Rule.samePlace()).withSessions(3).withDrift(.1).generate(13),
        plan.withRule(Rule.previousSession()).withInterests(3).withColdItems(.3).generate(13),
        plan.withRule(Rule.ago(DAY, DAY.multipliedBy(7))).withRepeats().generate(13),
        plan.withRule(Rule.beginning(4, 2)).withRepeats().generate(13));
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
    assertThat(read.table().instantColumn("time").asList())
        .isEqualTo(planted.log().table().instantColumn("time").asList());
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

  /** The rows of each user in the order of time. */
  private static List<List<Integer>> histories(Interactions log) {
    List<List<Integer>> histories = new ArrayList<>();
    log.users().distinct().forEach(user -> histories.add(new ArrayList<>()));
    for (int row = 0; row < log.size(); row++) {
      histories.get(log.users().code(row)).add(row);
    }
    return histories;
  }
}
