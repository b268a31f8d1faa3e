package heed.contract.model;

import static heed.contract.model.FreshNetwork.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.bundle.Bundle;
import heed.bundle.BundleKinds;
import heed.bundle.BundleNotes;
import heed.contract.attention.LeftArrays;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.sequence.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every network must show before it has learnt anything. */
public interface EncodingContract extends NetworkUnderTest {

  @Test
  default void the_future_changes_no_past_state_where_the_next_item_is_the_question() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      float[][] one = fresh.states(history(3, 1, 4, 1, 5));
      float[][] other = fresh.states(history(3, 1, 4, 9, 26));
      assertThat(other[3]).as("the state of what changed").isNotEqualTo(one[3]);
      for (int position = 0; position < 3; position++) {
        if (looksAhead()) {
          assertThat(other[position]).isNotEqualTo(one[position]);
        } else {
          assertThat(other[position]).containsExactly(one[position], within(1e-6f));
        }
      }
    }
  }

  @Test
  default void a_history_scores_the_same_alone_and_padded_beside_longer_ones() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      History brief = history(7, 8);
      float[] beside = fresh.recommender().score(List.of(history(1, 2, 3, 4, 5, 6), brief))[1];
      assertThat(beside).containsExactly(fresh.scores(brief), within(1e-5f));
    }
  }

  @Test
  default void rows_come_back_in_the_order_of_the_histories() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      List<History> histories =
          IntStream.range(0, 300)
              .mapToObj(
                  i -> history(IntStream.range(0, 1 + i % 6).map(j -> 1 + (i + j) % 30).toArray()))
              .toList();
      float[][] together = fresh.recommender().score(histories);
      for (int i = 0; i < 300; i += 37) {
        assertThat(together[i]).containsExactly(fresh.scores(histories.get(i)), within(1e-5f));
      }
    }
  }

  @Test
  default void the_order_of_a_history_matters_where_it_is_read() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      float[] swapped = fresh.scores(history(2, 1, 3));
      float[] straight = fresh.scores(history(1, 2, 3));
      if (seesOrder()) {
        assertThat(Arrays.equals(straight, swapped))
            .as(
                "%s scores the same after 1, 2, 3 and after 2, 1, 3; if it is to be blind to order,"
                    + " override seesOrder() to return false in the test, else add positions",
                fresh.recommender().name())
            .isFalse();
      } else {
        assertThat(straight)
            .as("what is blind to order, by seesOrder(), scores any order alike")
            .containsExactly(swapped, within(1e-5f));
      }
    }
  }

  @Test
  default void only_the_most_recent_part_of_a_long_history_is_read() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      History all = history(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(fresh.scores(all)).containsExactly(fresh.scores(all.last(6)), within(1e-5f));
      History more = history(IntStream.rangeClosed(1, 30).toArray());
      assertThatThrownBy(() -> fresh.states(more)).hasMessageContaining("most recent part");
    }
  }

  @Test
  default void histories_that_are_empty_or_without_times_are_scored_too() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      History untimed = History.untimed(FreshNetwork.CATALOGUE, 1, 2, 3);
      for (History history : List.of(history(), untimed)) {
        float[] scores = fresh.scores(history);
        assertThat(scores).hasSize(31).doesNotContain(Float.NaN);
        float[] beside = fresh.recommender().score(List.of(history(4, 5, 6, 7), history))[1];
        assertThat(beside).containsExactly(scores, within(1e-5f));
      }
    }
  }

  @Test
  default void the_same_seed_makes_the_same_network_and_another_another() {
    try (FreshNetwork first = FreshNetwork.of(this, 1);
        FreshNetwork same = FreshNetwork.of(this, 1);
        FreshNetwork other = FreshNetwork.of(this, 2)) {
      float[] scores = first.scores(history(1, 2, 3));
      assertThat(same.scores(history(1, 2, 3))).containsExactly(scores);
      assertThat(other.scores(history(1, 2, 3))).isNotEqualTo(scores);
    }
  }

  @Test
  default void what_was_saved_scores_the_same_when_loaded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("weights/network.safetensors");
    try (FreshNetwork saved = FreshNetwork.of(this, 1);
        FreshNetwork loaded = FreshNetwork.of(this, 2)) {
      saved.recommender().save(file, saved.codec());
      loaded.recommender().restore(file, saved.codec());
      assertThat(loaded.scores(history(1, 2, 3))).containsExactly(saved.scores(history(1, 2, 3)));
    }
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no unfinished file is left").containsExactly(file);
    }
  }

  @Test
  default void a_bundle_of_it_answers_as_it_does(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("network.heed");
    try (FreshNetwork saved = FreshNetwork.of(this, 1)) {
      BundleKinds kinds = BundleKinds.onClassPath().with(saved.codec());
      Bundle.save(file, saved.recommender(), BundleNotes.none(), kinds);
      try (Bundle loaded = Bundle.load(file, kinds)) {
        History asked = history(1, 2, 3);
        assertThat(loaded.recommender().score(List.of(asked))[0])
            .containsExactly(saved.scores(asked));
        assertThat(loaded.name()).isEqualTo(saved.recommender().name());
      }
    }
  }

  @Test
  default void scoring_explaining_and_saving_leave_no_native_array_behind(@TempDir Path folder)
      throws Exception {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      fresh.manager().cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        fresh.recommender().score(List.of(history(1, 2, 3), history(4)));
        fresh.recommender().attention(history(1, 2, 3));
        fresh.network().parameters().values();
        fresh.recommender().save(folder.resolve("weights.safetensors"), fresh.codec());
      }
      LeftArrays.assertNone(fresh.network().parameters().arrays());
    }
  }

  @Test
  default void there_is_a_vector_an_item_and_one_for_padding() {
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      Long vectors =
          Inference.run(
              fresh.manager(), step -> fresh.network().itemVectors(step).getShape().get(0));
      assertThat(vectors).isEqualTo(31);
      assertThat(fresh.recommender().name()).isEqualTo(config(30, 0).name()).isNotBlank();
    }
  }

  @Test
  default void rows_looked_at_one_by_one_are_the_rows_of_a_whole_and_each_comes_once() {
    List<History> asked = List.of(history(1, 2, 3), history(4), history(5, 6), history(7, 8, 9));
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      float[][] whole = fresh.recommender().score(asked);
      float[][] single = new float[asked.size()][];
      fresh
          .recommender()
          .score(
              asked,
              (row, scores) -> {
                assertThat(single[row]).as("row %d is new", row).isNull();
                single[row] = scores.clone();
              });
      assertThat(single).isDeepEqualTo(whole);
    }
  }

  @Test
  default void what_is_encoded_where_it_is_asked_scores_as_the_whole_pass_does() {
    List<History> histories =
        List.of(history(1, 2, 3, 4, 5, 6), history(7), history(), history(9, 8, 9, 10));
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      Network network = fresh.network();
      PaddedBatch batch = network.config().task().asking(histories);
      Inference.run(
          fresh.manager(),
          step -> {
            NDArray positions = step.create(batch.positions()); // (B)
            NDArray rows = step.create(new int[] {0, 1, 2, 3}); // (B)
            Encoding whole = network.encode(Events.of(step, batch), Purpose.SCORING);
            Encoding asked = network.encodeAt(Events.of(step, batch), positions);
            assertThat(asked.states().getShape().get(1)).as("positions of a history").isOne();
            assertThat(network.scores(asked, rows).toFloatArray())
                .containsExactly(network.scores(whole, positions).toFloatArray(), within(1e-5f));
            asked
                .interests()
                .ifPresent(
                    interests ->
                        assertThat(interests.weightsAt(rows).toFloatArray())
                            .containsExactly(
                                whole.interests().orElseThrow().weightsAt(positions).toFloatArray(),
                                within(1e-5f)));
            return step;
          });
    }
  }

  @Test
  default void attention_has_a_name_a_layer_and_a_row_a_position() {
    History history = history(3, 1, 4, 1);
    try (FreshNetwork fresh = FreshNetwork.of(this, 1)) {
      float[][][][] attention = fresh.recommender().attention(history);
      assertThat(attention.length).isEqualTo(config(30, 0).attentionLayers().size());
      int positions = fresh.recommender().positionLabels(history).size();
      for (float[][][] layer : attention) {
        for (float[][] head : layer) {
          assertThat(head).hasDimensions(positions, positions);
        }
      }
    }
  }
}
