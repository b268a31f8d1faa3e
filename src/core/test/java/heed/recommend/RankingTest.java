package heed.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final Catalogue FOUR =
      Catalogue.of(List.of("a", "b", "c", "d"), Map.of("b", "Bee"));

  @Test
  void the_best_unseen_items_come_first() {
    Ranking ranking = ranking(new float[] {99, 1, 4, 3, 2}, 2, Seen.EXCLUDED, 2);
    assertThat(ranking.entries())
        .containsExactly(
            new Ranking.Entry(1, 3, "c", "c", 3), new Ranking.Entry(2, 4, "d", "d", 2));
  }

  @Test
  void seen_items_compete_when_kept_and_padding_never_does() {
    assertThat(ranking(new float[] {99, 1, 4, 3, 2}, 1, Seen.KEPT, 2).entries())
        .containsExactly(new Ranking.Entry(1, 2, "b", "Bee", 4));
  }

  @Test
  void of_equals_the_lower_number_stays_when_the_list_is_full() {
    assertThat(ranking(new float[] {0, 1, 1, 1, 1}, 2, Seen.KEPT).entries())
        .extracting(Ranking.Entry::item)
        .containsExactly(1, 2);
  }

  @Test
  void a_recommender_leaves_out_what_was_seen_unless_it_is_told_to_keep_it() {
    Recommender likesLater =
        new Recommender() {
          @Override
          public String name() {
            return "likes later";
          }

          @Override
          public Catalogue catalogue() {
            return FOUR;
          }

          @Override
          public float[][] score(List<History> histories) {
            return histories.stream()
                .map(any -> new float[] {0, 1, 2, 3, 4})
                .toArray(float[][]::new);
          }
        };
    History seen = History.untimed(FOUR, 4);
    assertThat(likesLater.recommend(seen, 1).entries())
        .extracting(Ranking.Entry::id)
        .containsExactly("c");
    Ranking kept = likesLater.recommend(seen, 1, Seen.KEPT);
    assertThat(kept.entries()).extracting(Ranking.Entry::id).containsExactly("d");
    assertThat(kept.toString()).contains("likes later", "d");
  }

  @Test
  void fewer_come_back_when_the_catalogue_is_exhausted() {
    assertThat(ranking(new float[] {0, 1, 2, 3, 4}, 10, Seen.EXCLUDED, 1, 2).entries()).hasSize(2);
  }

  @Test
  void the_top_equals_a_full_sort_for_any_scores() {
    Random random = new Random(3);
    List<String> ids = IntStream.rangeClosed(100, 299).mapToObj(Integer::toString).toList();
    Catalogue many = Catalogue.of(ids, Map.of());
    float[] scores = new float[201];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = random.nextInt(20); // Many ties.
    }
    List<Integer> sorted =
        IntStream.rangeClosed(1, 200)
            .boxed()
            .sorted((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : a - b)
            .limit(30)
            .toList();
    Ranking ranking = Ranking.of("any", History.untimed(many), scores, 30, Seen.EXCLUDED);
    assertThat(ranking.entries()).extracting(Ranking.Entry::item).isEqualTo(sorted);
  }

  @Test
  void scores_of_another_catalogue_are_refused() {
    assertThatThrownBy(() -> ranking(new float[] {0, 1}, 1, Seen.KEPT))
        .hasMessageContaining("gave 2 scores for a catalogue of 4 items; expected 5");
    assertThatThrownBy(() -> ranking(new float[5], 0, Seen.KEPT))
        .hasMessageContaining("asked for 0");
  }

  private static Ranking ranking(float[] scores, int k, Seen seen, int... history) {
    return Ranking.of("any", History.untimed(FOUR, history), scores, k, seen);
  }
}
