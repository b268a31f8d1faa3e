package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.model.sequential.TestedNetwork;
import heed.training.TrainingRun;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ExplanationTest {

  private static final List<String> TITLES =
      List.of("Heat (1995)", "Alien (1979)", "14", "15", "16");

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GRU", "LSTM", "MEMORY"})
  void a_map_has_every_layer_and_head_of_the_network_over_every_place(TestedNetwork tested) {
    AttentionMap map = Explained.map(tested);
    assertThat(map.layers()).isEqualTo(tested.config(0).attentionLayers()).isNotEmpty();
    assertThat(map.heads()).isEqualTo(2);
    assertThat(map.weights()).hasDimensions(map.layers().size(), 2);
    for (float[][][] layer : map.weights()) {
      for (float[][] head : layer) {
        assertThat(head).hasDimensions(map.labels().size(), map.labels().size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GRU", "LSTM", "MEMORY"})
  void places_are_the_titles_and_the_question_where_one_is_asked(TestedNetwork tested) {
    List<String> places = Explained.map(tested).labels();
    assertThat(places.subList(0, 5)).isEqualTo(TITLES);
    assertThat(places.subList(5, places.size()))
        .isEqualTo(tested == TestedNetwork.BERT4REC ? List.of("what comes next?") : List.of());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GRU", "LSTM", "MEMORY"})
  void shares_sum_to_one_and_strengths_to_something_else(TestedNetwork tested) {
    AttentionMap map = Explained.map(tested);
    boolean hstu = tested.name().startsWith("HSTU");
    // The rest of each row went to the user's interests, which are no events.
    boolean strengths = hstu || tested == TestedNetwork.INTEREST_CONTENT;
    assertThat(map.kind()).isEqualTo(strengths ? Weights.UNNORMALIZED : Weights.NORMALIZED);
    for (float[] row : map.mean()) {
      float sum = 0;
      for (float weight : row) {
        sum += weight;
      }
      if (tested == TestedNetwork.INTEREST_CONTENT) {
        assertThat(sum).isLessThan(0.99f);
      } else if (hstu) {
        assertThat(sum).isNotCloseTo(1, within(0.2f));
      } else {
        assertThat(sum).isCloseTo(1, within(1e-5f));
      }
    }
    assertThat(map.lowest() < 0).as("some weight is below 0").isEqualTo(hstu);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"GRU", "LSTM", "MEMORY"})
  void only_a_network_that_fills_in_masks_looks_ahead(TestedNetwork tested) {
    AttentionMap map = Explained.map(tested);
    assertThat(map.looksAhead()).isEqualTo(tested == TestedNetwork.BERT4REC);
    float[][] mean = map.mean();
    for (int query = 0; query < mean.length; query++) {
      for (int key = query + 1; key < mean.length; key++) {
        assertThat(mean[query][key] == 0).isEqualTo(tested != TestedNetwork.BERT4REC);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ENCODE_GRU", "ENCODE_LSTM", "ENCODE_TRANSFORMER"})
  void the_three_attentions_behind_an_encoder_have_names_and_the_near_one_a_window(
      TestedNetwork tested) {
    AttentionMap map = Explained.map(tested);
    assertThat(map.layers())
        .extracting(AttentionLayer::name)
        .containsExactly("far", "near", "summary");
    for (int key = 0; key < 5; key++) {
      assertThat(map.head(0, 0)[4][key]).as("far, event %d", key).isPositive();
      assertThat(map.head(1, 0)[4][key] > 0).as("near, event %d", key).isEqualTo(key >= 3);
      assertThat(map.head(2, 0)[4][key]).as("summary, event %d", key).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"GRU", "LSTM", "MEMORY"})
  void a_network_without_attention_says_so_and_whom_to_ask(TestedNetwork tested) {
    try (TrainingRun run = Explained.trained(tested)) {
      Explanation explanation = Explanation.of(run, Explained.history());
      assertThatThrownBy(explanation::attention)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith(tested.config(0).name() + " has no attention to map; ask")
          .hasMessageContaining("EncodeAttendDecodeConfig");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COMIREC_SA", "COMIREC_DR", "MIND"})
  void interests_have_weights_and_shares_of_one_and_lists_of_what_was_not_seen(
      TestedNetwork tested) {
    try (TrainingRun run = Explained.trained(tested)) {
      UserInterests user = Explanation.of(run, Explained.history()).interests(4);
      assertThat(user.interests()).extracting(UserInterests.Interest::number).containsExactly(1, 2);
      float weights = 0;
      for (UserInterests.Interest interest : user.interests()) {
        weights += interest.weight();
        float shares = 0;
        for (float share : interest.shares()) {
          shares += share;
        }
        assertThat(interest.shares()).hasSize(5);
        assertThat(shares).isCloseTo(1, within(1e-5f));
        assertThat(interest.ranking().entries())
            .hasSize(4)
            .noneMatch(entry -> TITLES.contains(entry.title()));
      }
      assertThat(weights).isCloseTo(1, within(1e-5f));
      assertThat(user.byWeight().get(0).weight()).isGreaterThanOrEqualTo(0.5f);
      assertThat(user.fused()).isEqualTo(run.recommender().recommend(Explained.history(), 4));
    }
  }

  @Test
  void a_network_of_one_state_says_so_and_whom_to_ask_for_interests() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      Explanation explanation = Explanation.of(run, Explained.history());
      assertThatThrownBy(() -> explanation.interests(3))
          .hasMessageStartingWith("SASRec presses a user into one state")
          .hasMessageContaining("ComiRecSaConfig");
    }
  }

  @Test
  void a_memory_tells_what_each_event_left_in_each_slot_and_what_the_slots_are_like() {
    try (TrainingRun run = Explained.trained(TestedNetwork.MEMORY)) {
      MemoryMap map = Explanation.of(run, Explained.history()).memory(3);
      assertThat(map.labels()).isEqualTo(TITLES);
      assertThat(map.shares()).hasDimensions(5, 5);
      assertThat(map.left()).hasDimensions(5, 5);
      assertThat(map.slots()).hasSize(5);
      for (int slot = 0; slot < 5; slot++) {
        assertThat(map.slots().get(slot).read()).isEqualTo(map.shares()[4][slot]);
        assertThat(map.left()[4][slot]).isBetween(0f, map.shares()[4][slot]);
        assertThat(map.slots().get(slot).likest()).hasSize(3).doesNotHaveDuplicates();
        List<Float> likeness = map.slots().get(slot).likeness();
        assertThat(likeness).isSortedAccordingTo(Comparator.reverseOrder());
      }
      MemoryMap part = Explanation.of(run, Explained.walk(0, 9, 1)).memory(1);
      assertThat(part.labels()).hasSize(6);
    }
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      assertThatThrownBy(() -> Explanation.of(run, Explained.history()).memory(3))
          .hasMessage("SASRec has no memory to show; ask a network that has, MemoryRecConfig");
    }
  }

  @Test
  void a_long_history_is_explained_over_the_part_that_is_read() {
    try (TrainingRun run = Explained.trained(TestedNetwork.BERT4REC)) {
      AttentionMap map = Explanation.of(run, Explained.walk(0, 9, 1)).attention();
      assertThat(map.labels())
          .containsExactly("Alien (1979)", "14", "15", "16", "17", "18", "what comes next?");
    }
  }

  @Test
  void one_event_is_enough_and_none_is_refused() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      AttentionMap map = Explanation.of(run, Explained.walk(2, 1, 1)).attention();
      assertThat(map.mean()).isEqualTo(new float[][] {{1}});
      assertThatThrownBy(() -> Explanation.of(run, Explained.walk(2, 0, 1)))
          .hasMessageContaining("empty history");
    }
  }
}
