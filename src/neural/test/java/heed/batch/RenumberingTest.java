package heed.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenumberingTest {

  private static final int MASK = 100;
  private final Renumbering renumbering = new Renumbering(99);

  @Test
  void items_are_numbered_as_they_are_met_and_padding_and_mask_keep_their_numbers() {
    Renumbering.Met met =
        renumbering.of(
            batch(new int[] {70, 30, MASK, 30, 0, 0}, 70, 5), negatives(new int[] {5, 99, 30}));
    assertThat(met.items()).containsExactly(0, 70, 30, 5, 99);
    assertThat(met.batch().inputs()).containsExactly(1, 2, MASK, 2, 0, 0);
    assertThat(met.batch().targets()).containsExactly(1, 3);
    assertThat(met.negatives().items()).containsExactly(3, 4, 2);
    assertThat(met.negatives().among()).isEqualTo(99);
    assertThat(met.negatives().shared()).isTrue();
  }

  @Test
  void a_batch_remembers_nothing_of_the_one_before() {
    renumbering.of(batch(new int[] {70, 30}, 8), negatives(new int[] {1, 2, 3}));
    Renumbering.Met met = renumbering.of(batch(new int[] {30, 70}, 8), negatives(new int[] {3}));
    assertThat(met.items()).containsExactly(0, 30, 70, 8, 3);
    assertThat(met.batch().inputs()).containsExactly(1, 2);
  }

  private static PaddedBatch batch(int[] inputs, int... targets) {
    int[] positions = new int[targets.length];
    return new PaddedBatch(1, inputs.length, inputs, new long[inputs.length], positions, targets);
  }

  private static Negatives negatives(int[] items) {
    return new Negatives(items.length, 99, items, new float[items.length], new float[0]);
  }
}
