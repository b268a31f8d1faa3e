package heed.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.BestItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactScanTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_equals_the_ranking_of_all_scores_to_the_last_tie(int seed) {
    Random random = new Random(100 + seed);
    int items = 1 + random.nextInt(40_000);
    int count = 1 + random.nextInt(70);
    int k = 1 + random.nextInt(30);
    Planted planted = Planted.of(seed, items, 1 + random.nextInt(9), count);
    List<IntPredicate> competing = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int left = random.nextInt(5);
      competing.add(item -> item % 5 >= left); // From all to a fifth of them.
    }
    List<BestItems> found = planted.found(k, competing);
    for (int state = 0; state < count; state++) {
      int[] expected =
          planted.ranked(state, k, competing.get(state)).stream().mapToInt(i -> i).toArray();
      assertThat(found.get(state).items()).isEqualTo(expected);
      for (int place = 0; place < expected.length; place++) {
        assertThat(found.get(state).score(place)).isEqualTo(planted.score(state, expected[place]));
      }
    }
  }

  @Test
  void padding_is_never_found_and_who_does_not_compete_takes_no_place() {
    Planted planted = new Planted(new int[][] {{1}}, new int[][] {{9}, {1}, {3}, {2}});
    assertThat(planted.found(5, List.of(item -> item != 2)).get(0).items()).containsExactly(3, 1);
  }

  @Test
  void of_an_empty_catalogue_and_of_no_states_nothing_is_found() {
    assertThat(new Planted(new int[][] {{1}}, new int[][] {{9}}).found(2, List.of(item -> true)))
        .containsExactly(new BestItems(new int[0], new float[0]));
    Planted planted = Planted.of(1, 5, 2, 1);
    assertThatThrownBy(() -> planted.found(2, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("which items compete for each");
  }
}
