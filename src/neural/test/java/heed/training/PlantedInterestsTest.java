package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import heed.training.PlantedInterests.Found;
import org.junit.jupiter.api.Test;

/**
 * Do networks of several interests find those that are planted, and is it of use? One seed; three
 * are in {@code src/bench}.
 */
class PlantedInterestsTest {

  private static final long SEED = 3;

  @Test
  void comirec_sa_finds_the_planted_interests() {
    assertThat(PlantedInterests.of(PlantedInterests.comiRecSa(3), SEED).agreement())
        .isGreaterThan(.8);
  }

  @Test
  void comirec_dr_finds_the_planted_interests_and_recommends_more_of_them_than_one_would() {
    Found three = PlantedInterests.of(PlantedInterests.comiRecDr(3), SEED);
    Found one = PlantedInterests.of(PlantedInterests.comiRecDr(1), SEED);
    assertThat(three.agreement()).isGreaterThan(.8);
    assertThat(three.coverage()).isGreaterThan(one.coverage() + .05);
  }

  @Test
  void mind_finds_the_planted_interests() {
    assertThat(PlantedInterests.ofMany(PlantedInterests.mind(3), SEED).agreement())
        .isGreaterThan(.8);
  }

  @Test
  void mind_recommends_more_of_the_planted_interests_than_one_would() {
    Found three = PlantedInterests.of(PlantedInterests.mind(3), SEED);
    Found one = PlantedInterests.of(PlantedInterests.mind(1), SEED);
    assertThat(three.coverage()).isGreaterThan(one.coverage() + .05);
  }
}
