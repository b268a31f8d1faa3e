package heed.contract.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.evaluation.Metric;
import heed.recommend.TargetRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every metric must show: it lies in [0, 1], rewards better ranks, and refuses nonsense. */
public interface MetricContract {

  /** How many items compete in these tests. */
  int CANDIDATES = 8;

  /** The metric that is held to this; a cut, if it has one, is at 3. */
  Metric metric();

  /** What the best list gets where so many items are relevant; 1 unless a cut forbids it. */
  default double best(int relevant) {
    return 1;
  }

  @Test
  default void every_answer_is_measured_within_0_and_1() {
    for (int[] ranks : everySet()) {
      assertThat(metric().of(ranks, CANDIDATES)).as(name(ranks)).isBetween(0.0, 1.0);
    }
    assertThat(metric().name()).isNotBlank();
  }

  @Test
  default void the_best_list_gets_the_best_figure() {
    for (int relevant = 1; relevant <= 3; relevant++) {
      int[] first = IntStream.rangeClosed(1, relevant).toArray();
      assertThat(metric().of(first, CANDIDATES)).as(name(first)).isEqualTo(best(relevant));
    }
  }

  @Test
  default void a_better_rank_is_never_measured_worse() {
    for (int[] ranks : everySet()) {
      double now = metric().of(ranks, CANDIDATES);
      for (int place = 0; place < ranks.length; place++) {
        int above = place == 0 ? 0 : ranks[place - 1];
        if (ranks[place] - 1 > above) {
          int[] better = ranks.clone();
          better[place]--;
          assertThat(metric().of(better, CANDIDATES)).as(name(better)).isGreaterThanOrEqualTo(now);
        }
      }
    }
  }

  @Test
  default void one_relevant_item_is_measured_as_a_list_of_one() {
    for (int rank = 1; rank <= CANDIDATES; rank++) {
      assertThat(metric().of(rank, CANDIDATES))
          .isEqualTo(metric().of(new int[] {rank}, CANDIDATES));
    }
  }

  @Test
  default void a_relevant_item_that_no_list_can_show_is_found_by_none() {
    assertThat(metric().of(TargetRank.NEVER, CANDIDATES)).isZero();
    assertThat(metric().of(TargetRank.NEVER, 0)).isZero();
    for (int[] ranks : everySet()) {
      int[] more = Arrays.copyOf(ranks, ranks.length + 1);
      more[ranks.length] = TargetRank.NEVER;
      assertThat(metric().of(more, CANDIDATES))
          .as(name(more))
          .isBetween(0.0, metric().of(ranks, CANDIDATES));
    }
  }

  @Test
  default void measuring_leaves_the_ranks_as_they_were() {
    int[] ranks = {2, 3, 7};
    metric().of(ranks, CANDIDATES);
    assertThat(ranks).containsExactly(2, 3, 7);
  }

  @Test
  default void ranks_that_are_none_are_refused() {
    for (int[] ranks : new int[][] {{}, {0}, {CANDIDATES + 1}, {2, 2}, {3, 2}}) {
      assertThatThrownBy(() -> metric().of(ranks, CANDIDATES))
          .as(name(ranks))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** All ranks that one to eight of eight items can have. */
  private static List<int[]> everySet() {
    List<int[]> sets = new ArrayList<>();
    for (int bits = 1; bits < 1 << CANDIDATES; bits++) {
      int set = bits;
      sets.add(
          IntStream.rangeClosed(1, CANDIDATES)
              .filter(rank -> (set >> (rank - 1) & 1) == 1)
              .toArray());
    }
    return sets;
  }

  private String name(int[] ranks) {
    return metric().name() + " of ranks " + Arrays.toString(ranks);
  }
}
