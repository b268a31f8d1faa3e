package heed.contract.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every recommender must show: a finite score for each item after any history, the same
 * whoever else asks, how often, and on how many threads.
 */
public interface RecommenderContract {

  /** What it is fitted to: four users, one without events, and an item that nobody took. */
  Sequences TRAIN = SixItems.TRAIN;

  /** The recommender that is held to this, fitted to {@link #TRAIN}. */
  Recommender recommender();

  /** By how much scores may differ between one row and many; above 0 where sums are reordered. */
  default float rounding() {
    return 0;
  }

  @Test
  default void it_scores_the_whole_catalogue_after_any_history() {
    List<History> histories =
        List.of(SixItems.of(), SixItems.of(6), SixItems.of(6, 6), SixItems.all(), SixItems.of(2));
    float[][] scores = recommender().score(histories);
    assertThat(scores).hasNumberOfRows(5);
    for (float[] row : scores) {
      assertThat(row).hasSize(7);
      for (int item = 1; item <= 6; item++) {
        assertThat(row[item]).isFinite();
      }
    }
    assertThat(recommender().score(List.of())).hasNumberOfRows(0);
    assertThat(recommender().catalogue()).isSameAs(TRAIN.catalogue());
    assertThat(recommender().name()).isNotBlank();
  }

  @Test
  default void a_history_is_answered_alike_whoever_else_asks_and_however_often() {
    Recommender recommender = recommender();
    List<History> histories =
        List.of(SixItems.of(5, 1), SixItems.of(3), SixItems.of(), SixItems.of(1, 2, 4));
    float[][] together = recommender.score(histories);
    for (int row = 0; row < together.length; row++) {
      assertAlike(recommender.score(List.of(histories.get(row)))[0], together[row]);
    }
    Arrays.fill(together[0], -1);
    assertThat(recommender.score(histories)[0])
        .as("rows are the caller's, and not kept")
        .isNotEqualTo(together[0]);
  }

  @Test
  default void two_of_them_fitted_alike_answer_alike() {
    List<History> histories = List.of(SixItems.of(5, 1), SixItems.of(2));
    assertThat(recommender().score(histories)).isDeepEqualTo(recommender().score(histories));
  }

  @Test
  default void several_threads_may_ask() {
    Recommender recommender = recommender();
    float[] alone = recommender.score(List.of(SixItems.of(2, 1)))[0];
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> recommender.score(List.of(SixItems.of(2, 1)))[0])
                .toList())
        .allSatisfy(scores -> assertThat(scores).isEqualTo(alone));
  }

  @Test
  default void it_changes_no_history_and_no_list() {
    History history = SixItems.of(4, 2, 5);
    List<History> asked = new java.util.ArrayList<>(List.of(history, SixItems.of(1)));
    recommender().score(asked);
    assertThat(asked).containsExactly(SixItems.of(4, 2, 5), SixItems.of(1));
    assertThat(history.items()).containsExactly(4, 2, 5);
  }

  @Test
  default void ranks_and_lists_are_those_of_its_rows() {
    Recommender recommender = recommender();
    History history = SixItems.of(1, 2);
    float[] row = recommender.score(List.of(history))[0];
    TargetRank place =
        recommender.targetRanks(List.of(history), new int[] {4}, Seen.EXCLUDED, 2).get(0);
    long above = IntStream.of(3, 5, 6).filter(item -> row[item] > row[4]).count();
    assertThat(place.above()).isEqualTo((int) above);
    assertThat(place.candidates()).as("items that are not in the history").isEqualTo(4);
    Ranking ranking = recommender.recommend(history, 2);
    assertThat(ranking.entries().stream().mapToInt(entry -> entry.item()).toArray())
        .containsExactly(place.best())
        .doesNotContain(1, 2);
  }

  @Test
  default void a_history_of_another_catalogue_is_refused() {
    Catalogue other = Catalogue.of(List.of("a", "b"), Map.of());
    assertThatThrownBy(() -> recommender().score(List.of(History.untimed(other, 1))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertAlike(float[] scores, float[] expected) {
    if (rounding() == 0) {
      assertThat(scores).isEqualTo(expected);
    } else {
      assertThat(scores).containsExactly(expected, within(rounding()));
    }
  }
}
