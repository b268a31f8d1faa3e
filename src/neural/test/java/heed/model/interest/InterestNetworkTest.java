package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import heed.batch.Task;
import heed.model.Events;
import heed.model.Fusion;
import heed.model.InterestScores;
import heed.model.Interests;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.Purpose;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network of several interests shows beside what every network must. */
class InterestNetworkTest {

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.range(10, 40).mapToObj(Integer::toString).toList(), Map.of());

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"COMIREC_SA", "COMIREC_DR", "MIND"})
  void a_position_has_each_interest_and_weights_that_sum_to_one(TestedNetwork tested) {
    try (Network network = tested.config(0).create(30, 1, manager)) {
      History history = History.untimed(THIRTY, 3, 1, 4);
      Inference.run(
          manager,
          step -> {
            Events events = Events.of(step, new Task.NextItem().asking(List.of(history)));
            Interests interests = network.encode(events, Purpose.SCORING).interests().orElseThrow();
            assertThat(interests.vectors().getShape()).isEqualTo(new Shape(1, 3, 2, 8));
            assertThat(interests.weights().sum(new int[] {2}).toFloatArray())
                .containsExactly(new float[] {1, 1, 1}, within(1e-6f));
            return "";
          });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"COMIREC_SA", "COMIREC_DR", "MIND"})
  void the_best_interest_scores_each_item_and_is_told_for_it(TestedNetwork tested) {
    try (NetworkRecommender recommender =
        new NetworkRecommender(tested.config(0).create(30, 1, manager), THIRTY, manager)) {
      History history = History.untimed(THIRTY, 3, 1, 4);
      InterestScores interests = recommender.interests(history).orElseThrow();
      float[] fused = recommender.score(List.of(history))[0];
      assertThat(interests.count()).isEqualTo(2);
      for (int item = 1; item <= 30; item++) {
        assertThat(fused[item])
            .isCloseTo(interests.scores()[interests.of(item)][item], within(1e-6f))
            .isGreaterThanOrEqualTo(interests.scores()[1 - interests.of(item)][item]);
      }
    }
  }

  @Test
  void a_network_of_one_state_has_no_interests_to_tell() {
    try (NetworkRecommender recommender =
        new NetworkRecommender(
            TestedNetwork.SASREC.config(0).create(30, 1, manager), THIRTY, manager)) {
      assertThat(recommender.interests(History.untimed(THIRTY, 3))).isEmpty();
    }
  }

  /** Two interests, along x and along y; a target along y, and between both. */
  @Test
  void the_target_chooses_the_interest_that_learns_it_the_more_so_the_higher_the_power() {
    InterestSettings settings = InterestSettings.defaults().withCount(2);
    for (double power : new double[] {1, 3, Double.POSITIVE_INFINITY}) {
      float[] shares = numbers(step -> settings.withPower(power).choice().of(row(step, 1, 2)));
      double one = Math.exp(1);
      double other = Math.exp(Math.pow(2, power));
      double expected = Double.isInfinite(power) ? 1 : other / (one + other);
      assertThat(shares[1]).isCloseTo((float) expected, within(1e-6f));
      assertThat(shares[0]).isCloseTo(1 - shares[1], within(1e-6f));
    }
  }

  @ParameterizedTest
  @EnumSource
  void fusions_score_as_computed_by_hand(Fusion fusion) {
    float[] scores =
        numbers(
            step -> {
              NDArray vectors = step.create(new float[] {1, 0, 0, 2}, new Shape(1, 2, 2));
              NDArray weights = row(step, .75f, .25f);
              NDArray items = step.create(new float[][] {{0, 0}, {1, 0}, {0, 1}, {1, 1}});
              return fusion.scores(vectors, weights, items);
            });
    // The first interest scores the four items 0, 1, 0, 1, the second 0, 0, 2, 2.
    double first = 2 + 2 * Math.E;
    double second = 2 + 2 * Math.exp(2);
    double[] expected =
        switch (fusion) {
          case MAXIMUM -> new double[] {0, 1, 2, 2};
          case WEIGHTED -> new double[] {0, .75, .5, 1.25};
          case MIXTURE ->
              new double[] {
                Math.log(.75 / first + .25 / second),
                Math.log(.75 * Math.E / first + .25 / second),
                Math.log(.75 / first + .25 * Math.exp(2) / second),
                Math.log(.75 * Math.E / first + .25 * Math.exp(2) / second)
              };
        };
    for (int item = 0; item < 4; item++) {
      assertThat(scores[item]).isCloseTo((float) expected[item], within(1e-5f));
    }
  }

  @Test
  void settings_that_do_not_fit_say_what_would() {
    assertThatThrownBy(() -> ComiRecSaConfig.defaults().withInterests(0))
        .hasMessage("the number of interests is at least 1, found 0");
    assertThatThrownBy(() -> InterestSettings.defaults().withPower(.5))
        .hasMessageContaining("found 0.5");
  }

  private static NDArray row(NDManager step, float... numbers) {
    return step.create(numbers, new Shape(1, numbers.length));
  }

  private float[] numbers(java.util.function.Function<NDManager, NDArray> work) {
    return Inference.run(manager, step -> work.apply(step).toFloatArray());
  }
}
