package heed.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TaskTest {

  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(10, 20).mapToObj(Integer::toString).toList(), Map.of());
  private static final int MASK = 11;

  @Test
  void next_items_are_predicted_from_every_event_but_the_last() {
    PaddedBatch batch =
        new Task.NextItem().learning(List.of(history(1, 2), history(3, 4, 5)), new Random(1));
    assertThat(batch.rows()).isEqualTo(2);
    assertThat(batch.length()).isEqualTo(2);
    assertThat(batch.inputs()).containsExactly(1, 0, 3, 4);
    assertThat(batch.times()).containsExactly(1001, 0, 1001, 1004);
    assertThat(batch.positions()).containsExactly(0, 2, 3);
    assertThat(batch.targets()).containsExactly(2, 4, 5);
  }

  @Test
  void next_items_are_asked_at_the_last_event() {
    PaddedBatch batch = new Task.NextItem().asking(List.of(history(1), history(2, 3), history()));
    assertThat(batch.inputs()).containsExactly(1, 0, 2, 3, 0, 0);
    assertThat(batch.times()).containsExactly(1001, 0, 1001, 1004, 0, 0);
    assertThat(batch.positions()).containsExactly(0, 3, 4);
    assertThat(batch.targets()).isEmpty();
  }

  @Test
  void of_the_last_items_only_so_many_are_targets_and_all_before_them_are_read() {
    Task task = new Task.LastItems(2);
    PaddedBatch batch = task.learning(List.of(history(3, 4, 5, 6), history(1, 2)), new Random(1));
    assertThat(batch.inputs()).containsExactly(3, 4, 5, 1, 0, 0);
    assertThat(batch.positions()).containsExactly(1, 2, 3);
    assertThat(batch.targets()).containsExactly(5, 6, 2);
    assertThat(task.targets(4)).isEqualTo(2);
    assertThat(task.targets(2)).isEqualTo(1);
  }

  @Test
  void masked_items_are_asked_with_a_mask_behind_the_last_event_at_its_time() {
    PaddedBatch batch =
        new Task.MaskedItems(0.2).asking(List.of(history(1), history(2, 3), history()));
    assertThat(batch.inputs()).containsExactly(1, MASK, 0, 2, 3, MASK, MASK, 0, 0);
    assertThat(batch.times()).containsExactly(1001, 1001, 0, 1001, 1004, 1004, 0, 0, 0);
    assertThat(batch.positions()).containsExactly(1, 5, 6);
  }

  @Test
  void every_position_that_is_asked_about_has_a_name() {
    for (History history : List.of(history(1, 2), history())) {
      for (Task task :
          List.of(new Task.NextItem(), new Task.LastItems(1), new Task.MaskedItems(0.2))) {
        int named = task.positionLabels(history).size();
        int filled =
            (int) Arrays.stream(task.asking(List.of(history)).inputs()).filter(i -> i > 0).count();
        assertThat(named).isEqualTo(filled);
      }
    }
    assertThat(new Task.NextItem().positionLabels(history(1, 2))).containsExactly("10", "11");
    assertThat(new Task.MaskedItems(0.2).positionLabels(history(1, 2)))
        .containsExactly("10", "11", "what comes next?");
  }

  @Test
  void a_target_is_what_stood_where_a_mask_now_stands() {
    History ten = history(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    Random random = new Random(1);
    int onlyLast = 0;
    int[] masks = new int[10];
    for (int draw = 0; draw < 1100; draw++) {
      PaddedBatch batch = new Task.MaskedItems(0.4).learning(List.of(ten), random);
      int[] unmasked = batch.inputs().clone();
      for (int i = 0; i < batch.targets().length; i++) {
        assertThat(unmasked[batch.positions()[i]]).isEqualTo(MASK);
        unmasked[batch.positions()[i]] = batch.targets()[i];
        masks[batch.positions()[i]]++;
      }
      assertThat(unmasked).containsExactly(ten.items());
      boolean last = Arrays.equals(batch.targets(), new int[] {10});
      onlyLast += last ? 1 : 0;
      assertThat(batch.targets()).hasSize(last ? 1 : 4);
    }
    assertThat(onlyLast).as("one in eleven").isBetween(70, 130);
    for (int event = 0; event < 9; event++) {
      assertThat(masks[event]).as("masks at event %d", event).isBetween(350, 450);
    }
  }

  @Test
  void a_short_window_has_one_mask_and_batches_can_count_on_it() {
    Task task = new Task.MaskedItems(0.2);
    PaddedBatch batch = task.learning(List.of(history(1, 2), history(3, 4, 5)), new Random(1));
    assertThat(batch.targets()).hasSize(task.targets(2) + task.targets(3)).hasSize(2);
    assertThat(task.targets(10)).isEqualTo(2);
    assertThat(new Task.NextItem().targets(10)).isEqualTo(9);
  }

  @Test
  void a_share_that_masks_nothing_or_everything_is_refused() {
    assertThatThrownBy(() -> new Task.MaskedItems(0)).hasMessageContaining("found 0.0");
    assertThatThrownBy(() -> new Task.MaskedItems(1)).hasMessageContaining("found 1.0");
  }

  /** The event at place i has the time 1001, 1004, 1009 ... */
  private static History history(int... items) {
    return History.of(
        TEN,
        items,
        IntStream.rangeClosed(1, items.length).mapToLong(i -> 1000L + (long) i * i).toArray());
  }
}
