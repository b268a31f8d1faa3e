package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.evaluation.Metric;
import heed.evaluation.replay.Frozen;
import heed.evaluation.replay.Replay;
import heed.evaluation.replay.ReplayReport;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.Significance;
import heed.features.ItemWords;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does it help that interests follow the user? On logs of which is known whether it must. */
class FollowingTest {

  private static final Fading FAST = Fading.byEvents(5);
  private static final List<Fading> SEVERAL =
      List.of(Fading.never(), Fading.byEvents(40), Fading.byEvents(15), FAST);

  private static final String STALE = "interest words, never fading, stale";
  private static final String FRESH = "interest words, never fading";
  private static final String FADING = "interest words, halved after 5.0 events";
  private static final String ADAPTIVE = "interest words, adaptive";

  /**
   * The hit rate in ten of each strategy, on users who are known, with trainings every two months.
   */
  private static Map<String, Estimate> replayed(double drift, long seed) {
    PlantedLog planted =
        Planted.of(400, 300, 40_000)
            .withTopics(15)
            .withInterests(2)
            .withDrift(drift)
            .withRepeats()
            .withShortest(60)
            .generate(seed);
    PlantedWords known = PlantedWords.of(planted);
    Sequences sequences = known.sequences();
    ItemWords words = known.words();
    ReplayReport report =
        Replay.every(sequences, early(planted), Duration.ofDays(60))
            .withKnownEvents(40)
            .run((before, at) -> strategies(WordMixture.of(before, words), at));
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    report
        .by(Metric.hitRate(10))
        .rows()
        .forEach(row -> estimates.put(row.name(), row.estimates().get(0)));
    return estimates;
  }

  /** When a quarter of the events has happened. */
  private static Instant early(PlantedLog planted) {
    long[] times = planted.log().events().times().clone();
    Arrays.sort(times);
    return Instant.ofEpochMilli(times[times.length / 4]);
  }

  private static List<Recommender> strategies(WordMixture mixture, Instant at) {
    Recommender fresh = mixture.following(Fading.never());
    return List.of(
        new Frozen(fresh, at), fresh, mixture.following(FAST), mixture.adapting(SEVERAL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void where_interests_are_replaced_following_wins(long seed) {
    Map<String, Estimate> drifting = replayed(0.1, seed);
    assertThat(drifting.get(FADING).value()).isGreaterThan(1.3 * drifting.get(FRESH).value());
    assertThat(drifting.get(FRESH).value()).isGreaterThan(1.1 * drifting.get(STALE).value());
    assertThat(drifting.get(ADAPTIVE).value())
        .as("nobody told it the half-life")
        .isGreaterThan(0.95 * drifting.get(FADING).value());
    assertThat(drifting.get(STALE).standing()).isEqualTo(Significance.BEHIND);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void where_interests_stay_nothing_is_won_by_following(long seed) {
    Map<String, Estimate> steady = replayed(0, seed);
    double stale = steady.get(STALE).value();
    assertThat(steady.get(FRESH).value()).isCloseTo(stale, within(0.03 * stale));
    assertThat(steady.get(FADING).value()).as("forgetting costs").isLessThan(stale);
    assertThat(steady.get(ADAPTIVE).value())
        .as("it finds out that nothing fades")
        .isCloseTo(stale, within(0.03 * stale));
  }
}
