package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledTest {

  @Test
  void two_of_three_others_are_drawn_by_hand() {
    // One of three stands above; it is among two drawn in two of three draws.
    Sampled sampled = new Sampled(Metric.reciprocalRank(), 2);
    assertThat(sampled.of(2, 4)).isCloseTo(1 / 3.0 + 2 / 3.0 / 2, within(1e-12));
    assertThat(sampled.of(1, 4)).isCloseTo(1, within(1e-12));
    assertThat(sampled.of(4, 4)).isCloseTo(1 / 3.0, within(1e-12));
    // Two of three above: at least one is drawn.
    assertThat(sampled.of(3, 4)).isCloseTo(2 / 3.0 / 2 + 1 / 3.0 / 3, within(1e-12));
    assertThat(sampled.name()).isEqualTo("MRR among 2 drawn");
  }

  @Test
  void with_everything_drawn_it_is_the_full_metric() {
    for (int rank = 1; rank <= 12; rank++) {
      Metric metric = Metric.ndcg(5);
      assertThat(new Sampled(metric, 11).of(rank, 12))
          .isCloseTo(metric.of(rank, 12), within(1e-12));
      assertThat(new Sampled(metric, 500).of(rank, 12))
          .isCloseTo(metric.of(rank, 12), within(1e-12));
    }
    assertThat(new Sampled(Metric.ndcg(5), 1).of(1, 1)).isEqualTo(1);
  }

  @Test
  void it_flatters_and_the_more_so_the_fewer_are_drawn() {
    double before = Metric.ndcg(10).of(60, 1_000);
    for (int drawn : new int[] {900, 300, 100, 20}) {
      double sampled = new Sampled(Metric.ndcg(10), drawn).of(60, 1_000);
      assertThat(sampled).isGreaterThan(before);
      before = sampled;
    }
  }

  @Test
  void it_can_put_two_recommenders_in_another_order() {
    // One is first a third of the time and lost otherwise; the other always near, never there.
    Catalogue thousand =
        Catalogue.of(IntStream.range(0, 1_000).mapToObj(Integer::toString).toList(), Map.of());
    Holdout holdout = Holdout.of(Collections.nCopies(3, History.untimed(thousand)), 1, 2, 3);
    Report report =
        new Report(
            holdout,
            Seen.KEPT,
            OptionalInt.empty(),
            List.of(answers("sharp", 1, 900, 900), answers("blunt", 30, 30, 30)));
    SampledTable found = report.sampled(Metric.ndcg(10), 50);
    assertThat(found.rows().get(0).full()).isEqualTo(1 / 3.0);
    assertThat(found.rows().get(1).full()).isEqualTo(0);
    // Of 999 others 29 stand above, or 899: by the question, then their mean.
    Sampled each = new Sampled(Metric.ndcg(10), 50);
    assertThat(found.rows().get(0).sampled())
        .isCloseTo((1 + 2 * each.of(900, 1_000)) / 3, within(1e-12));
    assertThat(found.rows().get(1).sampled()).isCloseTo(each.of(30, 1_000), within(1e-12));
    assertThat(found.reordered()).containsExactly("blunt before sharp");
    assertThat(found.toString()).contains("NDCG@10 among 50 drawn", "sampling puts blunt before");
    assertThat(report.sampled(Metric.ndcg(10), 999).verdict()).isEqualTo("no two change places");
  }

  @Test
  void who_is_level_on_either_side_changes_no_place() {
    SampledTable found =
        new SampledTable(
            new Sampled(Metric.ndcg(10), 5),
            List.of(
                new SampledTable.Row("a", .5, .8),
                new SampledTable.Row("b", .5, .9),
                new SampledTable.Row("c", .4, .8)));
    assertThat(found.reordered()).isEmpty();
    assertThat(found.toString()).contains("0.5000", "1.6", "2.0");
  }

  @Test
  void nobody_drawn_is_refused() {
    assertThatThrownBy(() -> new Sampled(Metric.ndcg(10), 0)).hasMessageContaining("found 0");
  }

  @Test
  void a_seeds_effect_is_told_by_mean_spread_and_luck() {
    SeedEffect found = SeedEffect.of("figure", seed -> seed / 10.0, 1, 2, 6);
    assertThat(found.mean()).isCloseTo(.3, within(1e-12));
    assertThat(found.deviation()).isCloseTo(Math.sqrt((.04 + .01 + .09) / 2), within(1e-12));
    assertThat(found.least()).isEqualTo(.1);
    assertThat(found.most()).isEqualTo(.6);
    assertThat(found.toString()).contains("over 3 seeds, from 0.1000 to 0.6000", "100% above");
    assertThatThrownBy(() -> SeedEffect.of("figure", seed -> 1, 1))
        .hasMessageContaining("found 1 seeds");
    assertThatThrownBy(() -> new SeedEffect("figure", List.of(1L, 2L), List.of(1.0)))
        .hasMessageContaining("2 seeds and 1 values");
  }

  private static Predictions answers(String name, int... ranks) {
    return new Predictions(
        name, TargetRanks.ofRanks(ranks, 1_000), new TopLists(1, new int[ranks.length]));
  }
}
