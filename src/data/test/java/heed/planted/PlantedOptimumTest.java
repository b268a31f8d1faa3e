package heed.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.log.Interactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is possible is counted, not simulated: the chances of a plan against its dice. */
class PlantedOptimumTest {

  private static final Duration DAY = Duration.ofDays(1);

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
}
