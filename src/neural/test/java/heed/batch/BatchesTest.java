package heed.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

  private static final Task NEXT = new Task.NextItem();
  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(10, 20).mapToObj(Integer::toString).toList(), Map.of());

  @Test
  void every_step_of_every_history_is_a_target_exactly_once() {
    Sequences sequences =
        sequences(new int[] {1, 2, 3, 4, 5, 6, 7}, new int[] {8, 9}, new int[] {10});
    List<String> steps = new ArrayList<>();
    for (PaddedBatch batch : new Batches(sequences, NEXT, 3, 2).epoch(new Random(1))) {
      assertThat(batch.length()).isLessThanOrEqualTo(3);
      for (int i = 0; i < batch.targets().length; i++) {
        steps.add(batch.inputs()[batch.positions()[i]] + ">" + batch.targets()[i]);
      }
    }
    assertThat(steps).containsExactlyInAnyOrder("1>2", "2>3", "3>4", "4>5", "5>6", "6>7", "8>9");
  }

  @Test
  void batches_hold_about_equally_many_targets_of_like_length() {
    int[][] histories = new int[60][];
    for (int i = 0; i < histories.length; i++) {
      histories[i] = IntStream.range(0, 2 + i % 8).map(j -> 1 + j % 10).toArray();
    }
    List<PaddedBatch> batches =
        new Batches(sequences(histories), NEXT, 20, 40).epoch(new Random(1));
    for (PaddedBatch batch : batches.subList(0, batches.size())) {
      assertThat(batch.targets().length).isLessThan(40 + 9);
      assertThat(batch.targets().length).isGreaterThan(batch.inputs().length / 2);
    }
  }

  @Test
  void a_part_tells_its_targets_before_it_is_made() {
    Sequences sequences = sequences(new int[] {1, 2, 3, 4, 5, 6, 7}, new int[] {8, 9, 1});
    for (Task task : List.of(NEXT, new Task.LastItems(2), new Task.MaskedItems(0.4))) {
      for (Batches.Part part : new Batches(sequences, task, 3, 2).parts(new Random(1))) {
        assertThat(part.targets()).as("%s", task).isEqualTo(part.batch().targets().length);
      }
    }
  }

  @Test
  void the_order_is_drawn_by_the_seed() {
    Sequences sequences =
        sequences(new int[] {1, 2}, new int[] {3, 4}, new int[] {5, 6}, new int[] {7, 8});
    Batches batches = new Batches(sequences, NEXT, 5, 1);
    assertThat(order(batches, 1)).isEqualTo(order(batches, 1)).isNotEqualTo(order(batches, 4));
  }

  @Test
  void a_log_without_a_second_event_teaches_nothing() {
    Sequences single = sequences(new int[] {1});
    assertThatThrownBy(() -> new Batches(single, NEXT, 5, 1))
        .hasMessageContaining("nothing to learn from");
  }

  @Test
  void the_device_says_why_it_was_chosen() {
    assertThat(ComputeDevice.select(0, "", "", 2).reason())
        .isEqualTo("CPU, 2 cores: DJL finds no GPU");
    assertThat(ComputeDevice.select(0, "", "cpu: no NVIDIA GPU found", 2).reason())
        .isEqualTo("CPU, 2 cores: no NVIDIA GPU found");
    assertThat(ComputeDevice.select(1, "", "", 2).device().isGpu()).isTrue();
    assertThat(ComputeDevice.select(1, "cpu", "", 2).device().isGpu()).isFalse();
    assertThatThrownBy(() -> ComputeDevice.select(0, "gpu", "", 2)).hasMessageContaining("no GPU");
    assertThatThrownBy(() -> ComputeDevice.select(0, "tpu", "", 2)).hasMessageContaining("'tpu'");
  }

  private static List<Integer> order(Batches batches, long seed) {
    return batches.epoch(new Random(seed)).stream().map(batch -> batch.targets()[0]).toList();
  }

  private static Sequences sequences(int[]... histories) {
    List<History> all = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (int[] items : histories) {
      users.add("u" + users.size());
      all.add(History.untimed(TEN, items));
    }
    return Sequences.of(TEN, users, all);
  }
}
