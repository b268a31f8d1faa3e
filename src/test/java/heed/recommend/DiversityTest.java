package heed.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Diversity.Distance;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiversityTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  /** a, b and c are of one category, d and e of another; scored 10, 9, 8, 6 and 5. */
  private static final Ranking CANDIDATES =
      Ranking.of("net", History.untimed(FIVE), new float[] {0, 10, 9, 8, 6, 5}, 5, Seen.EXCLUDED);

  private static final Distance CATEGORY = (item, other) -> (item <= 3) == (other <= 3) ? 0 : 1;

  @Test
  void without_a_lambda_the_ranking_stays_as_it_is() {
    Ranking same = Diversity.rerank(CANDIDATES, CATEGORY, 0, 4);
    assertThat(same.entries()).isEqualTo(CANDIDATES.entries().subList(0, 4));
  }

  @Test
  void each_pick_weighs_score_against_distance_to_those_before() {
    // Second pick: b 9, d 6 + 4. Third: b 9 + 4, c 8 + 4, e 5 + 4. Fourth: c 8 + 4, e 5 + 8.
    Ranking varied = Diversity.rerank(CANDIDATES, CATEGORY, 4, 4);
    assertThat(ids(varied)).containsExactly("a", "d", "b", "e");
    assertThat(varied.entries()).extracting(Ranking.Entry::rank).containsExactly(1, 2, 3, 4);
    assertThat(varied.entries()).extracting(Ranking.Entry::score).containsExactly(10f, 6f, 9f, 5f);
    assertThat(varied.recommender()).isEqualTo("net, diversity 4.0");
  }

  @Test
  void of_equals_the_one_ranked_first_is_picked() {
    // Second pick: b 9, d 6 + 3.
    assertThat(ids(Diversity.rerank(CANDIDATES, CATEGORY, 3, 2))).containsExactly("a", "b");
  }

  @Test
  void fewer_come_back_when_there_are_fewer() {
    assertThat(Diversity.rerank(CANDIDATES, CATEGORY, 1, 99).entries()).hasSize(5);
  }

  @Test
  void a_lambda_below_zero_is_refused() {
    assertThatThrownBy(() -> Diversity.rerank(CANDIDATES, CATEGORY, -1, 3))
        .hasMessageContaining("found lambda -1.0");
    assertThatThrownBy(() -> Diversity.rerank(CANDIDATES, CATEGORY, Double.NaN, 3))
        .hasMessageContaining("found lambda NaN");
  }

  private static List<String> ids(Ranking ranking) {
    return ranking.entries().stream().map(Ranking.Entry::id).toList();
  }
}
