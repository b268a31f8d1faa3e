package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a memory is for. One seed, twenty steps back; more of both are in {@code src/bench}. */
class PlantedMemoryTest {

  @Test
  void a_memory_answers_what_only_the_beginning_tells_and_the_last_ten_events_do_not() {
    PlantedMemory planted = new PlantedMemory(20, 3_000, 6);
    double with = planted.rightAtOnce(planted.memory(), 1);
    double without = planted.rightAtOnce(planted.recent(), 1);
    assertThat(without).isLessThan(.56); // Knowing the topic alone: a half.
    assertThat(with).isGreaterThan(without + .2);
  }
}
