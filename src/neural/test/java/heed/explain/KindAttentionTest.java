package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.Categories;
import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.sequence.History;
import heed.training.TrainingRun;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KindAttentionTest {

  /** Items 1, 3, 5, ... are odd. */
  private static final Categories PARITY =
      Categories.of(
          IntStream.rangeClosed(1, 20)
              .mapToObj(item -> List.of(item % 2 == 0 ? "even" : "odd"))
              .toList());

  @Test
  void a_row_is_what_the_last_place_gave_to_each_kind_beside_what_equal_weights_give() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      NetworkRecommender network = run.recommender();
      History history = Explained.walk(2, 5, 1); // Items 3 to 7: three odd, the last one too.
      float[][] weights = new Explanation(network, history).attention().mean();
      KindAttention found = KindAttention.of(network, List.of(history), PARITY);
      assertThat(found.kinds()).containsExactly("odd", "even");
      assertThat(found.histories()).containsExactly(1, 0);
      assertThat(found.shares()[0][1]).isCloseTo(weights[4][1] + weights[4][3], within(1e-5));
      assertThat(found.even()[0]).containsExactly(new double[] {.6, .4}, within(1e-9));
      assertThat(found.shares()[1]).as("no history ended with it").containsExactly(0, 0);
    }
  }

  @Test
  void words_name_the_pair_that_lies_most_above_equal_weights() {
    KindAttention attention =
        new KindAttention(
            List.of("war", "drama"),
            new double[] {1, 1},
            new double[][] {{.75, .25}, {.5, .5}},
            new double[][] {{.5, .5}, {.5, .5}});
    assertThat(attention)
        .hasToString("after war, 75% of the attention goes to war, where equal weights give 50%");
  }

  @Test
  void an_item_of_two_kinds_counts_half_for_each() {
    Categories both =
        Categories.of(IntStream.rangeClosed(1, 20).mapToObj(item -> List.of("a", "b")).toList());
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      KindAttention found =
          KindAttention.of(run.recommender(), List.of(Explained.walk(2, 5, 1)), both);
      assertThat(found.histories()).containsExactly(.5, .5);
      assertThat(found.shares()[1]).containsExactly(new double[] {.5, .5}, within(1e-6));
    }
  }
}
