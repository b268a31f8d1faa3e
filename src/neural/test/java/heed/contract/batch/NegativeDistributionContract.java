package heed.contract.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.batch.NegativeDistribution;
import heed.sequence.Sequences;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every distribution of negatives must show: it draws as it says. */
public interface NegativeDistributionContract {

  /** The distribution that is held to this. */
  NegativeDistribution distribution();

  @Test
  default void items_are_drawn_as_often_as_their_chance_says() {
    Sequences log = TwoUsers.LOG;
    NegativeDistribution.Drawing drawing = distribution().over(log);
    int items = log.catalogue().size();
    int[] drawn = new int[items + 1];
    Random random = new Random(1);
    int draws = 100_000;
    for (int i = 0; i < draws; i++) {
      drawn[drawing.draw(TwoUsers.events(), random)]++;
    }
    assertThat(drawn[0]).as("padding").isZero();
    for (int item = 1; item <= items; item++) {
      // Five standard deviations of the share of 100,000 draws are below 0.008.
      assertThat(drawn[item] / (double) draws)
          .as("item %d", item)
          .isEqualTo(drawing.chance(item), within(0.008));
    }
    assertThat(IntStream.rangeClosed(1, items).mapToDouble(drawing::chance).sum())
        .isEqualTo(1, within(1e-12));
  }

  @Test
  default void the_same_seed_draws_the_same_items_also_from_a_second_drawing() {
    int[] first = drawn(distribution().over(TwoUsers.LOG), 7);
    assertThat(drawn(distribution().over(TwoUsers.LOG), 7)).containsExactly(first);
    assertThat(distribution().name()).isNotBlank();
  }

  private static int[] drawn(NegativeDistribution.Drawing drawing, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 50).map(i -> drawing.draw(TwoUsers.events(), random)).toArray();
  }
}
