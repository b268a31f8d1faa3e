package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.sequence.History;
import heed.training.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatesTest {

  private static final int ITEM = 7;

  @ParameterizedTest
  @EnumSource(names = {"HIERARCHICAL", "MEMORY"})
  void after_each_event_the_sources_sum_to_the_networks_own_score(TestedNetwork tested) {
    try (TrainingRun run = Explained.trained(tested)) {
      NetworkRecommender network = run.recommender();
      History history = Explained.history();
      Gates gates = Explanation.of(run, history).gates(ITEM);
      assertThat(gates.contributions()).hasNumberOfRows(5);
      for (int event = 0; event < 5; event++) {
        float[] scores = network.score(List.of(history.withoutLast(4 - event)))[0];
        double mean = IntStream.rangeClosed(1, 20).mapToDouble(i -> scores[i]).average().orElse(0);
        assertThat(Arrays.stream(gates.contributions()[event]).sum())
            .as("after event %d", event)
            .isCloseTo(scores[ITEM] - mean, within(1e-4));
      }
      assertThat(Arrays.stream(gates.shares()).sum()).isCloseTo(1, within(1e-9));
      for (double[] gate : gates.gates().values()) {
        assertThat(gate).hasSize(5);
        assertThat(Arrays.stream(gate).allMatch(open -> open >= 0 && open <= 1)).isTrue();
      }
    }
  }

  @Test
  void the_share_of_sessions_that_are_over_is_what_attention_does_not_give_to_the_running_one() {
    try (TrainingRun run = Explained.trained(TestedNetwork.HIERARCHICAL)) {
      float[][][] sessions = Explanation.of(run, Explained.history()).attention().weights()[1];
      double[] over =
          Explanation.of(run, Explained.history())
              .gates(ITEM)
              .gates()
              .get("share of sessions that are over");
      assertThat(over[0]).as("there is none before the first event").isCloseTo(0, within(1e-6));
      assertThat(over[4]).as("pauses grow beyond the gap").isGreaterThan(.05);
      for (int event = 0; event < 5; event++) {
        double running = (sessions[0][event][event] + sessions[1][event][event]) / 2;
        assertThat(over[event]).isCloseTo(1 - running, within(1e-6));
      }
    }
  }

  @Test
  void an_empty_memory_adds_nothing_to_the_first_event_and_something_to_the_next() {
    try (TrainingRun run = Explained.trained(TestedNetwork.MEMORY)) {
      Gates gates = Explanation.of(run, Explained.history()).gates(ITEM);
      int memory = gates.sources().indexOf("memory");
      assertThat(gates.contributions()[0][memory]).isCloseTo(0, within(1e-6));
      assertThat(Math.abs(gates.contributions()[4][memory])).isGreaterThan(1e-4);
      assertThat(gates.gates().get("erases")[4]).as("it starts by keeping 98%").isBetween(.001, .1);
    }
  }

  @Test
  void of_a_long_history_the_part_that_is_read_is_told() {
    try (TrainingRun run = Explained.trained(TestedNetwork.MEMORY)) {
      assertThat(Explanation.of(run, Explained.walk(0, 9, 1)).gates(ITEM).question().history())
          .isEqualTo(Explained.walk(0, 9, 1).last(6));
    }
  }

  @Test
  void a_network_without_levels_is_refused_and_so_are_rows_that_miss() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      assertThatThrownBy(() -> Explanation.of(run, Explained.history()).gates(ITEM))
          .hasMessage(
              "SASRec has no levels or memory to tell apart; ask a network that has,"
                  + " HierarchicalConfig or MemoryRecConfig");
    }
    Example question = new Example(Explained.history(), ITEM);
    assertThatThrownBy(() -> new Gates(question, List.of("a"), new double[][] {{1}}, Map.of()))
        .hasMessageContaining("5 events and 1 sources")
        .hasMessageContaining("found 1 rows");
  }
}
