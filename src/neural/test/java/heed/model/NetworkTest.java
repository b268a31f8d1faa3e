package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network must show. What it learns stands in {@code heed.training}. */
class NetworkTest {

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.range(10, 40).mapToObj(Integer::toString).toList(), Map.of());

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_future_changes_no_past_state_where_the_next_item_is_the_question(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      float[][] one = states(recommender.network(), history(3, 1, 4, 1, 5));
      float[][] other = states(recommender.network(), history(3, 1, 4, 9, 26));
      assertThat(other[3]).as("the state of what changed").isNotEqualTo(one[3]);
      for (int position = 0; position < 3; position++) {
        if (recommender.network().config().task() instanceof Task.NextItem) {
          assertThat(other[position]).containsExactly(one[position], within(1e-6f));
        } else {
          assertThat(other[position]).isNotEqualTo(one[position]);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_history_scores_the_same_alone_and_padded_beside_longer_ones(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      History brief = history(7, 8);
      float[] alone = recommender.score(List.of(brief))[0];
      float[] beside = recommender.score(List.of(history(1, 2, 3, 4, 5, 6), brief))[1];
      assertThat(beside).containsExactly(alone, within(1e-5f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void rows_come_back_in_the_order_of_the_histories(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      List<History> histories =
          IntStream.range(0, 300)
              .mapToObj(
                  i -> history(IntStream.range(0, 1 + i % 6).map(j -> 1 + (i + j) % 30).toArray()))
              .toList();
      float[][] together = recommender.score(histories);
      for (int i = 0; i < 300; i += 37) {
        assertThat(together[i])
            .containsExactly(recommender.score(List.of(histories.get(i)))[0], within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_order_of_a_history_matters(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      assertThat(recommender.score(List.of(history(1, 2, 3)))[0])
          .isNotEqualTo(recommender.score(List.of(history(2, 1, 3)))[0]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_the_most_recent_part_of_a_long_history_is_read(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      History all = history(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(recommender.score(List.of(all))[0])
          .containsExactly(recommender.score(List.of(all.last(6)))[0], within(1e-5f));
      History more = history(IntStream.rangeClosed(1, 30).toArray());
      assertThatThrownBy(() -> states(recommender.network(), more))
          .hasMessageContaining("most recent part");
    }
  }

  @ParameterizedTest
  @EnumSource
  void histories_that_are_empty_or_without_times_are_scored_too(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      History untimed = History.untimed(THIRTY, 1, 2, 3);
      for (History history : List.of(history(), untimed)) {
        float[] scores = recommender.score(List.of(history))[0];
        assertThat(scores).hasSize(31).doesNotContain(Float.NaN);
        float[] beside = recommender.score(List.of(history(4, 5, 6, 7), history))[1];
        assertThat(beside).containsExactly(scores, within(1e-5f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_seed_makes_the_same_network_and_another_another(TestedNetwork tested) {
    try (NetworkRecommender first = fresh(tested, 1);
        NetworkRecommender same = fresh(tested, 1);
        NetworkRecommender other = fresh(tested, 2)) {
      float[] scores = first.score(List.of(history(1, 2, 3)))[0];
      assertThat(same.score(List.of(history(1, 2, 3)))[0]).containsExactly(scores);
      assertThat(other.score(List.of(history(1, 2, 3)))[0]).isNotEqualTo(scores);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_saved_scores_the_same_when_loaded(TestedNetwork tested, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("weights/network.safetensors");
    try (NetworkRecommender saved = fresh(tested, 1);
        NetworkRecommender loaded = fresh(tested, 2)) {
      saved.save(file);
      loaded.restore(file);
      float[] expected = saved.score(List.of(history(1, 2, 3)))[0];
      assertThat(loaded.score(List.of(history(1, 2, 3)))[0]).containsExactly(expected);
      try (NetworkRecommender made = NetworkRecommender.load(file, THIRTY, manager)) {
        assertThat(made.score(List.of(history(1, 2, 3)))[0]).containsExactly(expected);
        assertThat(made.name()).isEqualTo(saved.name());
      }
    }
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("no unfinished file is left").containsExactly(file);
    }
  }

  @ParameterizedTest
  @EnumSource
  void scoring_explaining_and_saving_leave_no_native_array_behind(
      TestedNetwork tested, @TempDir Path folder) throws Exception {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        recommender.score(List.of(history(1, 2, 3), history(4)));
        recommender.attention(history(1, 2, 3));
        recommender.network().parameters().values();
        recommender.save(folder.resolve("weights.safetensors"));
      }
      var parameters = recommender.network().parameters().arrays().values();
      assertThat(parameters.iterator().next().getManager().getManagedArrays())
          .hasSameSizeAs(parameters);
    }
  }

  @ParameterizedTest
  @EnumSource
  void there_is_a_vector_an_item_and_one_for_padding(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      Long vectors =
          Inference.run(manager, step -> recommender.network().itemVectors(step).getShape().get(0));
      assertThat(vectors).isEqualTo(31);
      assertThat(recommender.name()).isEqualTo(tested.config(0, 30).name()).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void rows_looked_at_one_by_one_are_the_rows_of_a_whole_and_each_comes_once(TestedNetwork tested) {
    List<History> asked = List.of(history(1, 2, 3), history(4), history(5, 6), history(7, 8, 9));
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      float[][] whole = recommender.score(asked);
      float[][] single = new float[asked.size()][];
      recommender.score(
          asked,
          (row, scores) -> {
            assertThat(single[row]).as("row %d is new", row).isNull();
            single[row] = scores.clone();
          });
      assertThat(single).isDeepEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_encoded_where_it_is_asked_scores_as_the_whole_pass_does(TestedNetwork tested) {
    List<History> histories =
        List.of(history(1, 2, 3, 4, 5, 6), history(7), history(), history(9, 8, 9, 10));
    try (NetworkRecommender recommender = fresh(tested, 1)) {
      Network network = recommender.network();
      PaddedBatch batch = network.config().task().asking(histories);
      Inference.run(
          manager,
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
            return null;
          });
    }
  }

  private NetworkRecommender fresh(TestedNetwork tested, long seed) {
    return new NetworkRecommender(
        tested.config(0.5, 30).create(30, seed, manager), THIRTY, manager);
  }

  /** The state at each position of one history. */
  private float[][] states(Network network, History history) {
    PaddedBatch batch = network.config().task().asking(List.of(history));
    float[] flat =
        Inference.run(
            manager,
            step ->
                network.encode(Events.of(step, batch), Purpose.SCORING).states().toFloatArray());
    int width = flat.length / batch.length();
    return IntStream.range(0, batch.length())
        .mapToObj(position -> Arrays.copyOfRange(flat, position * width, (position + 1) * width))
        .toArray(float[][]::new);
  }

  /** Events further and further apart. */
  private static History history(int... items) {
    long[] times =
        IntStream.range(0, items.length).mapToLong(i -> 1_000_000_000L + 100L * i * i).toArray();
    return History.of(THIRTY, items, times);
  }
}
