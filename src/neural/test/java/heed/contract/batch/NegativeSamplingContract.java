package heed.contract.batch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.sequence.Sequences;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every sampler of negatives must show: as many items of the catalogue as it says. */
public interface NegativeSamplingContract {

  /** The sampling that is held to this; over a catalogue of seven items. */
  NegativeSampling sampling();

  @Test
  default void as_many_are_drawn_as_is_said_and_all_are_items() {
    Sequences log = TwoUsers.LOG;
    PaddedBatch batch = batch();
    Negatives drawn = sampling().over(log).draw(batch, new Random(1));
    int targets = batch.targets().length;
    assertThat((long) drawn.items().length).isEqualTo(sampling().drawn(targets));
    for (int item : drawn.items()) {
      assertThat(item).isBetween(1, log.catalogue().size());
    }
    if (drawn.count() > 0) {
      assertThat(drawn.among()).isEqualTo(log.catalogue().size());
      assertThat(drawn.items()).hasSize(drawn.shared() ? drawn.count() : targets * drawn.count());
      assertThat(drawn.targetLogChances()).as("a chance a target").hasSize(targets);
    }
    for (float logChance : drawn.logChances()) {
      assertThat(logChance).as("the logarithm of a chance").isFinite().isLessThanOrEqualTo(0);
    }
  }

  @Test
  default void the_same_seed_draws_the_same_negatives() {
    int[] first = sampling().over(TwoUsers.LOG).draw(batch(), new Random(7)).items();
    assertThat(sampling().over(TwoUsers.LOG).draw(batch(), new Random(7)).items())
        .containsExactly(first);
  }

  @Test
  default void drawing_leaves_the_batch_as_it_was() {
    PaddedBatch batch = batch();
    int[] inputs = batch.inputs().clone();
    int[] positions = batch.positions().clone();
    int[] targets = batch.targets().clone();
    NegativeSampling.Sampler sampler = sampling().over(TwoUsers.LOG);
    Negatives drawn = sampler.draw(batch, new Random(1));
    int[] items = drawn.items().clone();
    sampler.draw(batch, new Random(2));
    assertThat(batch.inputs()).containsExactly(inputs);
    assertThat(batch.positions()).containsExactly(positions);
    assertThat(batch.targets()).containsExactly(targets);
    assertThat(drawn.items()).as("a draw is not overwritten by the next").containsExactly(items);
  }

  private static PaddedBatch batch() {
    return new Task.NextItem().learning(TwoUsers.LOG.histories(), new Random(1));
  }
}
