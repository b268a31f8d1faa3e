package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadTallyTest {

  private static final AttentionLayer LAYER = new AttentionLayer("layer 1", Weights.NORMALIZED);
  private static final long DAY = 86_400;

  /** Twenty items; odd ones are of one kind. */
  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  @Test
  void weights_fall_to_their_distance_and_their_gap() {
    HeadTally tally = new HeadTally();
    History history =
        History.of(TWENTY, new int[] {1, 2, 3, 4}, new long[] {0, 9 * DAY, 9 * DAY + 1, 10 * DAY});
    tally.add(new float[] {.1f, .2f, .3f, .4f}, history, (one, other) -> false);
    HeadProfile profile = tally.profile(LAYER, 0, "odd ones");
    assertThat(Arrays.copyOf(profile.byDistance(), 5))
        .containsExactly(new double[] {.4, .3, .2, .1, 0}, within(1e-6));
    assertThat(Arrays.copyOf(profile.evenByDistance(), 5)).containsExactly(.25, .25, .25, .25, 0);
    // The latest itself; none within an hour; two within a day; one within the month.
    assertThat(profile.byGap())
        .containsExactly(new double[] {.4, 0, .5, 0, .1, 0, 0}, within(1e-6));
    assertThat(profile.evenByGap()).containsExactly(.25, 0, .5, 0, .25, 0, 0);
    double entropy =
        -(.1 * Math.log(.1) + .2 * Math.log(.2) + .3 * Math.log(.3) + .4 * Math.log(.4));
    assertThat(profile.entropy()).isCloseTo(entropy / Math.log(4), within(1e-6));
  }

  @Test
  void a_head_is_named_after_what_it_looks_at_beyond_chance() {
    assertThat(named(look -> look.distance() == 4 ? 20 : 1)).isEqualTo("the item 4 back");
    assertThat(named(look -> look.distance() == 1 ? 20 : 1)).isEqualTo("the latest item");
    assertThat(named(look -> look.distance() <= 5 ? 5 : 1)).isEqualTo("the last 5");
    assertThat(named(look -> look.alike() ? 3 : 1)).isEqualTo("odd ones");
    assertThat(named(look -> 1)).isEqualTo("nothing");
    assertThat(named(look -> look.drawn())).isEqualTo("nothing");
  }

  @Test
  void a_kind_that_is_only_recent_does_not_name_a_head() {
    // The kind repeats at once, so whoever looks at the latest looks at its kind.
    HeadTally tally = new HeadTally();
    for (int user = 0; user < 60; user++) {
      int kind = user % 2;
      int[] items = {1 + kind, 2 - kind, 2 - kind, 2 - kind, 1 + kind, 1 + kind, 1 + kind};
      float[] weights = {.02f, .02f, .02f, .02f, .22f, .3f, .4f};
      tally.add(weights, History.untimed(TWENTY, items), (one, other) -> one == other);
    }
    assertThat(tally.profile(LAYER, 0, "the same").specialty().map(HeadProfile.Specialty::what))
        .isNotEqualTo(Optional.of("the same"));
  }

  @Test
  void a_single_user_is_no_evidence() {
    HeadTally tally = new HeadTally();
    tally.add(
        new float[] {0, 0, 1, 0, 0}, History.untimed(TWENTY, 1, 2, 3, 4, 5), (one, other) -> false);
    assertThat(tally.profile(LAYER, 0, "odd ones").specialty()).isEmpty();
  }

  private record Look(int distance, boolean alike, float drawn) {}

  private interface Weigh {
    float of(Look look);
  }

  private static String named(Weigh weigh) {
    HeadTally tally = new HeadTally();
    Random random = new Random(1);
    for (int user = 0; user < 80; user++) {
      int[] items = random.ints(15, 1, 21).toArray();
      float[] weights = new float[15];
      float sum = 0;
      for (int event = 0; event < 15; event++) {
        boolean alike = items[event] % 2 == items[14] % 2;
        weights[event] = weigh.of(new Look(15 - event, alike, random.nextFloat()));
        sum += weights[event];
      }
      for (int event = 0; event < 15; event++) {
        weights[event] /= sum;
      }
      tally.add(weights, History.untimed(TWENTY, items), (one, other) -> one % 2 == other % 2);
    }
    return tally
        .profile(LAYER, 0, "odd ones")
        .specialty()
        .map(HeadProfile.Specialty::what)
        .orElse("nothing");
  }
}
