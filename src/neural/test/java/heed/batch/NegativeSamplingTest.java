package heed.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Negatives by hand; what every kind must show stands in {@link NegativeKindsTest}. */
class NegativeSamplingTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  /** Item 1 four times, item 2 twice, items 3 and 4 once, item 5 never. */
  private static final Sequences LOG =
      Sequences.of(
          FIVE,
          List.of("u", "v"),
          List.of(History.untimed(FIVE, 1, 1, 2, 3), History.untimed(FIVE, 1, 1, 2, 4)));

  @Test
  void chances_are_what_a_hand_counts() {
    assertThat(chances(new NegativeDistribution.Uniform())).containsExactly(.2, .2, .2, .2, .2);
    assertThat(chances(new NegativeDistribution.Popularity(1)))
        .containsExactly(new double[] {.5, .25, .125, .125, 0}, within(1e-12));
    double roots = 2 + Math.sqrt(2) + 1 + 1;
    assertThat(chances(new NegativeDistribution.Popularity(0.5)))
        .containsExactly(
            new double[] {2 / roots, Math.sqrt(2) / roots, 1 / roots, 1 / roots, 0}, within(1e-12));
    assertThat(chances(new NegativeDistribution.Mixed(0.5)))
        .containsExactly(new double[] {.35, .225, .1625, .1625, .1}, within(1e-12));
  }

  private static double[] chances(NegativeDistribution distribution) {
    NegativeDistribution.Drawing drawing = distribution.over(LOG);
    return IntStream.rangeClosed(1, 5).mapToDouble(drawing::chance).toArray();
  }

  @Test
  void shared_negatives_are_one_list_for_the_batch_with_their_chances() {
    PaddedBatch batch = batch(History.untimed(FIVE, 1, 2, 3), History.untimed(FIVE, 4, 1));
    Negatives drawn =
        new NegativeSampling.Shared(4, new NegativeDistribution.Popularity(1))
            .over(LOG)
            .draw(batch, new Random(1));
    assertThat(drawn.shared()).isTrue();
    assertThat(drawn.items()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(Math.exp(drawn.logChances()[i]))
          .isEqualTo(new double[] {0, .5, .25, .125, .125, 0}[drawn.items()[i]], within(1e-6));
    }
    assertThat(batch.targets()).containsExactly(2, 3, 1);
    float[] logs = {(float) Math.log(.25), (float) Math.log(.125), (float) Math.log(.5)};
    assertThat(drawn.targetLogChances()).containsExactly(logs, within(1e-6f));
  }

  @Test
  void a_target_never_competes_with_an_item_of_its_own_history() {
    PaddedBatch batch = batch(History.untimed(FIVE, 1, 2, 3), History.untimed(FIVE, 4, 1));
    NegativeSampling.Sampler sampler = new NegativeSampling.Each(2).over(LOG);
    Random random = new Random(1);
    int[][] met = new int[2][6];
    for (int i = 0; i < 3_000; i++) {
      Negatives drawn = sampler.draw(batch, random);
      assertThat(drawn.items()).hasSize(6);
      for (int place = 0; place < 6; place++) {
        met[place / 2 < 2 ? 0 : 1][drawn.items()[place]]++;
      }
    }
    assertThat(met[0][4] / 12_000.0).as("of 4 and 5").isEqualTo(.5, within(.025));
    assertThat(met[0][5]).isEqualTo(12_000 - met[0][4]);
    assertThat(met[1]).as("of 2, 3 and 5").startsWith(0, 0).containsSequence(0, met[1][5]);
    assertThat(met[1][2] / 6_000.0).isEqualTo(1 / 3.0, within(.035));
    assertThat(met[1][2] + met[1][3] + met[1][5]).isEqualTo(6_000);
  }

  @Test
  void masks_are_no_items_and_do_not_shift_what_is_drawn() {
    PaddedBatch masked =
        new PaddedBatch(1, 3, new int[] {1, 6, 3}, new long[3], new int[] {1}, new int[] {2});
    Negatives drawn = new NegativeSampling.Each(50).over(LOG).draw(masked, new Random(1));
    assertThat(drawn.items()).containsOnly(4, 5);
  }

  @Test
  void a_history_of_the_whole_catalogue_leaves_nothing_to_draw() {
    PaddedBatch all = batch(History.untimed(FIVE, 1, 2, 3, 4, 5));
    NegativeSampling.Sampler sampler = new NegativeSampling.Each(1).over(LOG);
    assertThatThrownBy(() -> sampler.draw(all, new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("all 5 items")
        .hasMessageContaining("over the whole catalogue");
  }

  @Test
  void the_same_seed_draws_the_same_negatives() {
    PaddedBatch batch = batch(History.untimed(FIVE, 1, 2, 3));
    for (NegativeDistribution distribution : NegativeKindsTest.distributions()) {
      NegativeSampling.Sampler sampler = new NegativeSampling.Shared(20, distribution).over(LOG);
      assertThat(sampler.draw(batch, new Random(7)).items())
          .containsExactly(sampler.draw(batch, new Random(7)).items());
    }
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new NegativeSampling.Each(0)).hasMessageContaining("asked for 0");
    assertThatThrownBy(() -> new NegativeDistribution.Popularity(-1))
        .hasMessageContaining("found -1");
    assertThatThrownBy(() -> new NegativeDistribution.Mixed(2)).hasMessageContaining("found 2");
  }

  private static PaddedBatch batch(History... windows) {
    return new Task.NextItem().learning(List.of(windows), new Random(1));
  }
}
