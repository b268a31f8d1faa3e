package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTest {

  /** Three relevant items, at ranks 1, 4 and 9 of 10. */
  private static final int[] RANKS = {1, 4, 9};

  @Test
  void several_relevant_items_are_measured_as_by_hand() {
    expect(Metric.hitRate(1), 1);
    expect(Metric.precision(4), 2 / 4.0);
    expect(Metric.recall(4), 2 / 3.0);
    expect(Metric.f1(4), 2 * .5 * (2 / 3.0) / (.5 + 2 / 3.0));
    // Gains at ranks 1 and 4, over those of the three best places.
    expect(Metric.ndcg(4), (1 + 1 / log2(5)) / (1 + 1 / log2(3) + 1 / log2(4)));
    expect(Metric.ndcg(2), 1 / (1 + 1 / log2(3)));
    expect(Metric.averagePrecision(10), (1 + 2 / 4.0 + 3 / 9.0) / 3);
    expect(Metric.averagePrecision(4), (1 + 2 / 4.0) / 3);
    expect(Metric.reciprocalRank(), 1);
    // Below each: 7, 5 and 1 of the seven others.
    expect(Metric.auc(), (7 + 5 + 1) / 21.0);
  }

  private static void expect(Metric metric, double value) {
    assertThat(metric.of(RANKS, 10)).as(metric.name()).isCloseTo(value, within(1e-12));
  }

  @Test
  void the_cut_itself_still_counts_and_the_place_behind_it_does_not() {
    List<Metric> cutAtThree =
        List.of(
            Metric.hitRate(3),
            Metric.precision(3),
            Metric.recall(3),
            Metric.f1(3),
            Metric.ndcg(3),
            Metric.averagePrecision(3),
            Metric.reciprocalRank(3));
    for (Metric metric : cutAtThree) {
      assertThat(metric.of(3, 10)).as(metric.name()).isPositive();
      assertThat(metric.of(4, 10)).as(metric.name()).isZero();
      assertThat(metric.name()).endsWith("@3");
    }
    assertThat(Metric.reciprocalRank().of(4, 10)).isEqualTo(.25);
  }

  @Test
  void auc_is_the_share_of_others_below_the_target() {
    assertThat(Metric.auc().of(1, 5)).isEqualTo(1);
    assertThat(Metric.auc().of(5, 5)).isEqualTo(0);
    assertThat(Metric.auc().of(2, 5)).isEqualTo(.75);
    assertThat(Metric.auc().of(1, 1)).as("nothing else competed").isEqualTo(1);
  }

  @Test
  void ranks_that_are_none_are_refused() {
    assertThatThrownBy(() -> Metric.ndcg(10).of(new int[0], 5)).hasMessageContaining("found none");
    assertThatThrownBy(() -> Metric.ndcg(10).of(6, 5)).hasMessageContaining("found rank 6");
    assertThatThrownBy(() -> Metric.recall(10).of(0, 5)).hasMessageContaining("found 0 after 0");
    assertThatThrownBy(() -> Metric.auc().of(new int[] {2, 2}, 5))
        .hasMessageContaining("found 2 after 2");
    for (int k : new int[] {0, -1}) {
      assertThatThrownBy(() -> Metric.hitRate(k)).hasMessageContaining("cut at 1 or later");
      assertThatThrownBy(() -> Metric.precision(k)).hasMessageContaining("found " + k);
      assertThatThrownBy(() -> Metric.recall(k)).hasMessageContaining("found " + k);
      assertThatThrownBy(() -> Metric.f1(k)).hasMessageContaining("found " + k);
      assertThatThrownBy(() -> Metric.ndcg(k)).hasMessageContaining("found " + k);
      assertThatThrownBy(() -> Metric.averagePrecision(k)).hasMessageContaining("found " + k);
      assertThatThrownBy(() -> Metric.reciprocalRank(k)).hasMessageContaining("found " + k);
    }
    assertThat(Metric.ndcg(1).of(1, 1)).isEqualTo(1);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
