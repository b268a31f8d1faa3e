package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.model.sequential.TestedNetwork;
import heed.training.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionFlowTest {

  @Test
  void a_way_carries_what_its_narrowest_pipe_lets_through() {
    float[][] layer = {{1, 0}, {0.5f, 0.5f}};
    // Capacities ((1, 0), (.25, .75)) twice. To a: .25 over a, and min(.75, .25) over b; to b .75.
    assertThat(AttentionFlow.flow(Explained.twoLayers(layer, layer)))
        .containsExactly(new double[] {0.5, 0.75}, within(1e-6));
    assertThat(AttentionRollout.rollout(Explained.twoLayers(layer, layer))[0])
        .as("rollout multiplies instead")
        .isCloseTo(0.25 + 0.75 * 0.25, within(1e-6));
  }

  @Test
  void flow_is_what_networkx_computes() {
    float[][][][] weights = new float[3][2][5][5];
    for (int layer = 0; layer < 3; layer++) {
      for (int head = 0; head < 2; head++) {
        for (int query = 0; query < 5; query++) {
          weights[layer][head][query] = row(layer, head, query);
        }
      }
    }
    List<AttentionLayer> layers =
        IntStream.range(0, 3)
            .mapToObj(i -> new AttentionLayer("l" + i, Weights.NORMALIZED))
            .toList();
    AttentionMap map = new AttentionMap(List.of("a", "b", "c", "d", "e"), layers, weights);
    // By src/reference/flow_reference.py.
    assertThat(AttentionFlow.flow(map))
        .containsExactly(
            new double[] {0.9069793, 0.7025201, 0.4407692, 0.2881279, 0.5643116}, within(1e-5));
  }

  private static float[] row(int layer, int head, int query) {
    float[] row = new float[5];
    float sum = 0;
    for (int key = 0; key <= query; key++) {
      row[key] = 1 + (7 * query + 3 * key + 5 * layer + 2 * head) % 11;
      sum += row[key];
    }
    for (int key = 0; key <= query; key++) {
      row[key] /= sum;
    }
    return row;
  }

  @Test
  void what_cannot_flow_back_is_sent_another_way() {
    // Over 1 straight to 2 first; the second unit has to push it back onto 0, 1, 3.
    double[][] pipes = new double[4][4];
    pipes[0][1] = 1;
    pipes[0][2] = 1;
    pipes[1][2] = 1;
    pipes[1][3] = 1;
    pipes[2][3] = 1;
    assertThat(MaximumFlow.between(0, 3, pipes)).isEqualTo(2);
    assertThat(MaximumFlow.between(3, 0, pipes)).as("against the pipes").isZero();
    assertThat(pipes[0][1]).as("the pipes stay as they were").isEqualTo(1);
  }

  @Test
  void events_share_the_flow_and_what_is_not_read_has_none() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      Attribution said = new AttentionFlow(run.recommender()).explain(Explained.walk(1, 9, 1), 3);
      assertThat(said.weights()).hasSize(9).startsWith(0, 0, 0);
      assertThat(Arrays.stream(said.weights()).sum()).isCloseTo(1, within(1e-9));
      assertThat(said.weights()[8]).isPositive();
    }
  }

  @Test
  void attention_that_is_no_stack_of_shares_is_refused() {
    try (TrainingRun run = Explained.trained(TestedNetwork.HSTU)) {
      assertThatThrownBy(() -> new AttentionFlow(run.recommender()))
          .hasMessageContaining("LastAttention");
    }
  }
}
