package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.UniformAttention;
import heed.model.ItemMasking;
import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ExplainerTest {

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.range(10, 40).mapToObj(Integer::toString).toList(), Map.of());

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INTEREST_CONTENT")
  void every_network_hears_how_far_each_event_is_there(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      History history = history(3, 1, 4, 1, 5);
      float[] whole = recommender.score(List.of(history))[0];
      ItemMasking masked = recommender.masked(history);
      float[][] presence = new float[6][5];
      for (int row = 0; row < 6; row++) {
        Arrays.fill(presence[row], 1);
        presence[row][Math.max(0, row - 1)] = row == 0 ? 1 : 0; // Row r hides event r - 1.
      }
      float[][] scores = masked.scores(presence);
      assertThat(scores[0]).containsExactly(whole, within(1e-5f));
      for (int row = 1; row < 6; row++) {
        assertThat(scores[row]).as("event %d hidden", row - 1).isNotEqualTo(scores[0]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INTEREST_CONTENT")
  void slopes_are_what_a_small_dimming_takes_away(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      History history = history(3, 1, 4, 1, 5);
      double[] slopes =
          new GradientTimesInput(recommender, Support.SCORE).explain(history, 7).weights();
      float[][] presence = new float[10][5];
      for (int row = 0; row < 10; row++) {
        Arrays.fill(presence[row], 1);
        presence[row][row / 2] += row % 2 == 0 ? 0.01f : -0.01f;
      }
      float[][] scores = recommender.masked(history).scores(presence);
      for (int event = 0; event < 5; event++) {
        double change = (scores[2 * event][7] - scores[2 * event + 1][7]) / 0.02;
        assertThat(slopes[event])
            .as("event %d", event)
            .isCloseTo(change, within(tolerance(slopes)));
      }
    }
  }

  private static double tolerance(double[] slopes) {
    return 0.02 * Arrays.stream(slopes).map(Math::abs).max().orElseThrow() + 1e-4;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "INTEREST_CONTENT")
  void integrated_gradients_sum_to_what_all_items_add(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      History history = history(3, 1, 4, 1, 5);
      float[][] ends = {{0, 0, 0, 0, 0}, {1, 1, 1, 1, 1}};
      float[][] scores = recommender.masked(history).scores(ends);
      double expected =
          Support.LOG_PROBABILITY.of(scores[1], 7) - Support.LOG_PROBABILITY.of(scores[0], 7);
      double[] weights =
          new IntegratedGradients(recommender, Support.LOG_PROBABILITY)
              .explain(history, 7)
              .weights();
      assertThat(Arrays.stream(weights).sum())
          .isCloseTo(expected, within(0.01 * Math.abs(expected) + 1e-5));
    }
  }

  @Test
  void a_network_that_reads_items_by_another_way_refuses_to_have_them_dimmed() {
    try (NetworkRecommender recommender = fresh(TestedNetwork.INTEREST_CONTENT)) {
      GradientTimesInput explainer = new GradientTimesInput(recommender, Support.SCORE);
      assertThatThrownBy(() -> explainer.explain(history(1, 2), 7))
          .hasMessageContaining("take events away with Dropping");
      assertThat(new Occlusion(new Dropping(recommender, Support.SCORE)).explain(history(1, 2), 7))
          .satisfies(found -> assertThat(found.weights()).doesNotContain(0));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SASREC", "BERT4REC", "COMIREC_SA"})
  void explaining_leaves_no_native_array_and_no_gradient_behind(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      manager.cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        new GradientTimesInput(recommender, Support.SCORE).explain(history(1, 2, 3), 7);
        new Occlusion(new Blanking(recommender, Support.SCORE)).explain(history(1, 2, 3), 7);
      }
      var arrays = recommender.network().parameters().arrays();
      assertThat(arrays.values().iterator().next().getManager().getManagedArrays())
          .hasSize(arrays.size());
      arrays.forEach(
          (name, array) -> {
            try (var gradient = array.getGradient()) {
              assertThat(gradient.abs().sum().getFloat()).as("gradient of %s", name).isZero();
            }
          });
    }
  }

  @Test
  void events_that_a_network_does_not_read_weigh_nothing() {
    try (NetworkRecommender recommender = fresh(TestedNetwork.SASREC)) { // It reads 6 events.
      History history = history(1, 2, 3, 4, 5, 6, 7, 8);
      for (Explainer explainer : all(recommender)) {
        double[] weights = explainer.explain(history, 9).weights();
        assertThat(weights[0]).as(explainer.name()).isZero();
        assertThat(weights[1]).as(explainer.name()).isZero();
        assertThat(weights[7]).as(explainer.name()).isNotZero();
      }
    }
  }

  private static List<Explainer> all(NetworkRecommender recommender) {
    Support support = Support.LOG_PROBABILITY;
    return List.of(
        new LastAttention(recommender),
        new AttentionRollout(recommender),
        new GradientTimesInput(recommender, support),
        new IntegratedGradients(recommender, support),
        new Occlusion(new Blanking(recommender, support)));
  }

  @Test
  void of_two_layers_rollout_is_their_product_and_half_of_each_stays() {
    float[][] first = {{1, 0}, {0.5f, 0.5f}};
    float[][] second = {{1, 0}, {0.2f, 0.8f}};
    // (W + I) / 2: ((1, 0), (.25, .75)) and ((1, 0), (.1, .9)); last row of the product.
    assertThat(AttentionRollout.rollout(Explained.twoLayers(first, second)))
        .containsExactly(new double[] {0.1 + 0.9 * 0.25, 0.9 * 0.75}, within(1e-6));
  }

  @Test
  void rollout_refuses_attention_that_is_no_stack_of_shares() {
    try (NetworkRecommender hstu = fresh(TestedNetwork.HSTU);
        NetworkRecommender decoder = fresh(TestedNetwork.ENCODE_GRU)) {
      assertThatThrownBy(() -> new AttentionRollout(hstu)).hasMessageContaining("LastAttention");
      assertThatThrownBy(() -> new AttentionRollout(decoder)).hasMessageContaining("no stack");
    }
  }

  @Test
  void attention_of_a_masked_network_leaves_out_what_the_question_keeps() {
    try (NetworkRecommender recommender = fresh(TestedNetwork.BERT4REC)) {
      Attribution attribution = new LastAttention(recommender).explain(history(1, 2, 3), 7);
      float[][] head = new Explanation(recommender, history(1, 2, 3)).attention().head(1, 0);
      float[][] other = new Explanation(recommender, history(1, 2, 3)).attention().head(1, 1);
      for (int event = 0; event < 3; event++) {
        assertThat(attribution.weights()[event])
            .isCloseTo((head[3][event] + other[3][event]) / 2, within(1e-6));
      }
      assertThat(Arrays.stream(attribution.weights()).sum()).isLessThan(0.99);
    }
  }

  @Test
  void controls_know_only_where_events_stand() {
    assertThat(new RecencyExplainer().explain(history(1, 2, 3), 7).weights())
        .containsExactly(new double[] {1 / 7.0, 2 / 7.0, 4 / 7.0}, within(1e-12));
    double[] random = new RandomWeights(1).explain(history(1, 2, 3), 7).weights();
    assertThat(Arrays.stream(random).sum()).isCloseTo(1, within(1e-12));
    assertThat(new RandomWeights(1).explain(history(1, 2, 3), 7).weights()).isEqualTo(random);
    assertThat(new RandomWeights(1).explain(history(1, 2, 3), 8).weights()).isNotEqualTo(random);
    assertThat(new RandomWeights(2).explain(history(1, 2, 3), 7).weights()).isNotEqualTo(random);
  }

  @ParameterizedTest
  @EnumSource(names = {"SASREC", "SASREC_GELU", "LIGR", "BERT4REC"})
  void a_network_under_its_own_weighting_is_itself_and_under_another_it_is_not(
      TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      List<History> asked = List.of(history(3, 1, 4, 1, 5));
      float[] own = recommender.score(asked)[0];
      assertThat(recommender.reweighted(new Softmax(), "as it is").score(asked)[0]).isEqualTo(own);
      Recommender equal = recommender.reweighted(new UniformAttention(), "equal shares");
      assertThat(equal.score(asked)[0]).isNotEqualTo(own);
      assertThat(equal.name()).isEqualTo(recommender.name() + ", equal shares");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SASREC", "LIGR", "BERT4REC"})
  void equal_shares_are_what_queries_of_zeros_give(TestedNetwork tested) {
    try (NetworkRecommender recommender = fresh(tested)) {
      List<History> asked = List.of(history(3, 1, 4, 1, 5));
      float[] equal =
          recommender.reweighted(new UniformAttention(), "equal shares").score(asked)[0];
      Map<String, float[]> values = recommender.network().parameters().values();
      values.forEach(
          (name, array) -> {
            if (name.contains(".attention.query.")) {
              Arrays.fill(array, 0);
            }
          });
      recommender.network().parameters().set(values);
      assertThat(recommender.score(asked)[0]).containsExactly(equal, within(1e-6f));
    }
  }

  @Test
  void a_network_that_cannot_be_weighed_otherwise_says_so() {
    try (NetworkRecommender recommender = fresh(TestedNetwork.GRU)) {
      assertThatThrownBy(() -> recommender.reweighted(new Softmax(), "x"))
          .hasMessageContaining("ask SASRec");
    }
  }

  private NetworkRecommender fresh(TestedNetwork tested) {
    return new NetworkRecommender(tested.config(0.5, 30).create(30, 1, manager), THIRTY, manager);
  }

  /** Events further and further apart. */
  private static History history(int... items) {
    long[] times =
        IntStream.range(0, items.length).mapToLong(i -> 1_000_000_000L + 100L * i * i).toArray();
    return History.of(THIRTY, items, times);
  }
}
