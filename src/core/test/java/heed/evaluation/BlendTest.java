package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendTest {

  private static final Catalogue THREE = Catalogue.of(List.of("a", "b", "c"), Map.of());
  private static final History EMPTY = History.untimed(THREE);

  /** Probabilities 1/2, 1/4, 1/4. */
  private static final Recommender NETWORK = always("network", (float) Math.log(2), 0, 0);

  /** Shares 0, 1/4, 3/4. */
  private static final Recommender COUNTS = always("counts", -1, 1, 3);

  @Test
  void scores_are_the_weighted_mean_of_probabilities_and_shares() {
    float[] scores = probabilities(new Blend(NETWORK, COUNTS, .4));
    assertThat(scores).containsExactly(new float[] {0, .3f, .25f, .45f}, within(1e-6f));
  }

  @Test
  void scores_however_large_are_probabilities() {
    Recommender large = always("large", 1e6f, 1e6f - 1, -1e6f);
    float[] scores = probabilities(new Blend(large, COUNTS, 0));
    float first = (float) (Math.E / (1 + Math.E));
    assertThat(scores).containsExactly(new float[] {0, first, 1 - first, 0}, within(1e-6f));
  }

  @Test
  void counts_that_know_nothing_leave_the_network_s_order() {
    Recommender silent = always("silent", 0, 0, 0);
    float[] scores = probabilities(new Blend(NETWORK, silent, .5));
    assertThat(scores).containsExactly(new float[] {0, .25f, .125f, .125f}, within(1e-6f));
  }

  @Test
  void a_blend_can_be_blended_again() {
    Blend once = new Blend(NETWORK, COUNTS, .4);
    float[] scores = probabilities(new Blend(once, COUNTS, .5));
    assertThat(scores).containsExactly(new float[] {0, .15f, .25f, .6f}, within(1e-6f));
  }

  @Test
  void a_score_that_is_not_a_number_silences_only_its_own_item() {
    Recommender network = always("network", (float) Math.log(3), Float.NaN, 0);
    Recommender counts = always("counts", 1, 1, Float.NaN);
    float[] scores = probabilities(new Blend(network, counts, .5));
    assertThat(scores).containsExactly(new float[] {0, .625f, .25f, .125f}, within(1e-6f));
  }

  private static float[] probabilities(Blend blend) {
    float[] scores = blend.score(List.of(EMPTY))[0];
    for (int item = 1; item < scores.length; item++) {
      scores[item] = (float) Math.exp(scores[item]);
    }
    return scores;
  }

  @Test
  void the_weight_is_the_one_that_validates_best() {
    // Item 3 leads from a weight of .25 on, item 1 before.
    assertThat(chosen(3)).isEqualTo(.3);
    assertThat(chosen(1)).isZero();
  }

  private static double chosen(int target) {
    BlendSearch search = BlendSearch.of(NETWORK, COUNTS, Holdout.of(List.of(EMPTY), target));
    assertThat(search.weights()).hasSize(11);
    assertThat(search.validation()).hasSize(11).allMatch(ndcg -> ndcg > 0 && ndcg <= 1);
    return search.blend().weight();
  }

  @Test
  void questions_may_have_several_right_answers() {
    BlendSearch search =
        BlendSearch.of(
            NETWORK, COUNTS, Holdout.of(List.of(EMPTY), List.<int[]>of(new int[] {2, 3})));
    // The network alone puts item 1 before both targets, the counts alone put it behind both.
    assertThat(search.validation().get(10)).isCloseTo(1, within(1e-12));
    assertThat(search.validation().get(0)).isLessThan(1);
  }

  @Test
  void seen_items_compete_where_an_evaluation_lets_them() {
    Holdout repeats = Holdout.of(List.of(History.untimed(THREE, 3)), 3);
    assertThat(BlendSearch.of(NETWORK, COUNTS, repeats).best()).isEqualTo(1);
  }

  @Test
  void a_name_tells_both_and_the_weight() {
    assertThat(new Blend(NETWORK, COUNTS, .6).name()).isEqualTo("network with 60% counts");
    assertThat(new Blend(NETWORK, COUNTS, 0).name()).isEqualTo("network");
    assertThat(new Blend(NETWORK, COUNTS, 1).name()).isEqualTo("counts");
  }

  @Test
  void a_weight_above_one_and_two_catalogues_are_refused() {
    assertThatThrownBy(() -> new Blend(NETWORK, COUNTS, 1.1))
        .hasMessage("a weight is from 0 to 1, found 1.1");
    Catalogue other = Catalogue.of(List.of("a", "b", "d"), Map.of());
    Recommender stranger = new Fixed("stranger", other, new float[] {0, 1, 2, 3});
    assertThatThrownBy(() -> new Blend(NETWORK, stranger, .5)).hasMessageContaining("stranger");
  }

  private static Recommender always(String name, float a, float b, float c) {
    return new Fixed(name, THREE, new float[] {0, a, b, c});
  }

  private record Fixed(String name, Catalogue catalogue, float[] scores) implements Recommender {

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(history -> scores.clone()).toArray(float[][]::new);
    }
  }
}
