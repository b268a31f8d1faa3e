package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.training.TrainingRun;
import org.junit.jupiter.api.Test;

class ItemMapTest {

  @Test
  void the_first_direction_is_the_one_along_which_points_differ_most() {
    // On the line y = 2 x, but for the last two, which stand off it by (2, -1) / sqrt(5).
    double step = 1 / Math.sqrt(5);
    double[][] points = {
      {-2, -4}, {2, 4}, {2 * step, -step}, {-2 * step, step},
    };
    PrincipalComponents found = PrincipalComponents.of(points, 2);
    double far = Math.sqrt(20);
    assertThat(found.coordinates()[0]).containsExactly(new double[] {-far, 0}, within(1e-9));
    assertThat(found.coordinates()[1]).containsExactly(new double[] {far, 0}, within(1e-9));
    assertThat(found.coordinates()[2]).containsExactly(new double[] {0, 1}, within(1e-9));
    assertThat(found.explained()).containsExactly(new double[] {40 / 42.0, 2 / 42.0}, within(1e-9));
  }

  @Test
  void points_that_are_all_the_same_differ_along_nothing() {
    PrincipalComponents found = PrincipalComponents.of(new double[][] {{1, 2}, {1, 2}, {1, 2}}, 2);
    assertThat(found.explained()).containsExactly(0, 0);
    assertThat(found.coordinates()[2]).containsExactly(0, 0);
  }

  @Test
  void of_a_network_each_item_has_a_place_and_neighbours_that_are_others() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      NetworkRecommender network = run.recommender();
      ItemMap map = ItemMap.of(network, new int[] {3, 4, 5, 6}, 2);
      assertThat(map.titles()).containsExactly("Heat (1995)", "Alien (1979)", "14", "15");
      assertThat(map.neighbours().get(0)).hasSize(2).doesNotContain("Heat (1995)");
      assertThat(map.coordinates()).hasDimensions(4, 2);
      assertThatThrownBy(() -> ItemMap.of(network, new int[] {1, 2}, 1))
          .hasMessageContaining("at least 3");
    }
  }
}
