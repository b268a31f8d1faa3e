package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.BlendSearch;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What has no share in a blend is neither named nor run. */
class TogetherTest {

  private static final Catalogue THREE = Catalogue.of(List.of("a", "b", "c"), Map.of());
  private static final List<History> NOBODY = List.of(History.untimed(THREE, 1));
  private static final Recommender NETWORK = new Fixed("network", 1, 2, 3);
  private static final Recommender KNN = new Fixed("kNN", 4, 1, 0);
  private static final Recommender CHAIN = new Fixed("chain", 0, 2, 2);

  @Test
  void a_baseline_without_a_share_is_left_out_and_the_scores_stay() {
    List<BlendSearch> searches = chain(NETWORK, 0, .6);
    Together together = together(NETWORK, searches);
    assertThat(together.words())
        .isEqualTo("The network with counts is a mixture: 40% network + 60% chain.");
    assertThat(together.contender().orElseThrow().score(NOBODY))
        .isEqualTo(searches.get(1).blend().score(NOBODY));
    assertThat(together.called("network with 60% chain")).isEqualTo("the network with counts");
  }

  @Test
  void a_network_without_a_share_is_told_and_not_asked() {
    List<BlendSearch> searches = chain(new Silent(), 1, .3);
    Together together = together(searches.get(0).blend().network(), searches);
    assertThat(together.words())
        .isEqualTo(
            "The network has no share in the blend: 70% kNN + 30% chain validates better without"
                + " it.");
    assertThat(together.contender().orElseThrow().score(NOBODY))
        .isEqualTo(searches.get(1).blend().score(NOBODY));
    assertThat(together.called("kNN with 30% chain")).isEqualTo("kNN with 30% chain");
  }

  @Test
  void where_one_alone_validates_best_no_blend_is_tested() {
    Together network = together(NETWORK, chain(NETWORK, 0, 0));
    assertThat(network.contender()).isEmpty();
    assertThat(network.words()).startsWith("No blend is tested: the network alone");
    Together counts = together(NETWORK, chain(NETWORK, .4, 1));
    assertThat(counts.contender()).isEmpty();
    assertThat(counts.words())
        .isEqualTo(
            "No blend is tested: chain validates better alone than with any share of the network.");
  }

  @Test
  void shares_are_of_the_whole_and_not_of_one_another() {
    Recommender whole = Together.whole(chain(NETWORK, .8, .1));
    assertThat(Together.mixture(whole)).isEqualTo("18% network + 72% kNN + 10% chain");
    assertThat(Together.mixture(KNN)).isEqualTo("kNN");
  }

  private static Together together(Recommender network, List<BlendSearch> searches) {
    return Together.of(network, searches, List.of("kNN", "chain"));
  }

  private static List<BlendSearch> chain(Recommender network, double first, double second) {
    Blend one = new Blend(network, KNN, first);
    return List.of(search(one), search(new Blend(one, CHAIN, second)));
  }

  private static BlendSearch search(Blend blend) {
    return new BlendSearch(blend, List.of(blend.weight()), List.of(.5));
  }

  /** Gives every history the same scores. */
  private record Fixed(String name, List<Float> scores) implements Recommender {

    Fixed(String name, float a, float b, float c) {
      this(name, List.of(0f, a, b, c));
    }

    @Override
    public Catalogue catalogue() {
      return THREE;
    }

    @Override
    public float[][] score(List<History> histories) {
      float[] row = new float[scores.size()];
      for (int item = 0; item < row.length; item++) {
        row[item] = scores.get(item);
      }
      return new float[][] {row};
    }
  }

  /** Must not be asked. */
  private record Silent() implements Recommender {

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Catalogue catalogue() {
      return THREE;
    }

    @Override
    public float[][] score(List<History> histories) {
      throw new IllegalStateException("was asked");
    }
  }
}
