package heed.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Diversity.Distance;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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
  void picks_equal_a_greedy_choice_that_adds_up_all_distances_anew() {
    Random random = new Random(2);
    Catalogue twenty =
        Catalogue.of(IntStream.range(0, 20).mapToObj(i -> "i" + i).toList(), Map.of());
    double[][] apart = new double[21][21];
    float[] scores = new float[21];
    for (int item = 1; item <= 20; item++) {
      scores[item] = random.nextFloat();
      for (int other = 1; other < item; other++) {
        apart[item][other] = random.nextDouble();
        apart[other][item] = apart[item][other];
      }
    }
    List<Integer> left = new ArrayList<>(IntStream.rangeClosed(1, 20).boxed().toList());
    List<Integer> expected = new ArrayList<>();
    while (expected.size() < 8) {
      int best =
          left.stream()
              .max(
                  Comparator.comparingDouble(
                      item ->
                          scores[item]
                              + expected.stream().mapToDouble(one -> apart[item][one]).sum()))
              .orElseThrow();
      left.remove(Integer.valueOf(best));
      expected.add(best);
    }
    Ranking all = Ranking.of("net", History.untimed(twenty), scores, 20, Seen.EXCLUDED);
    Ranking varied = Diversity.rerank(all, (item, other) -> apart[item][other], 1, 8);
    assertThat(varied.entries()).extracting(Ranking.Entry::item).isEqualTo(expected);
    assertThat(Diversity.rerank(all, (item, other) -> 1, 1, 1).entries()).hasSize(1);
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
