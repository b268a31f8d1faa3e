package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class InterestProfileTest {

  /** Words 0 and 1, love and war; each in half of the items, so of one rarity. */
  private static final ItemWords WORDS = words();

  private static final int LOVE = 1;
  private static final int WAR = 2;
  private static final int BOTH = 3;
  private static final int NEITHER = 4;

  private static ItemWords words() {
    List<String> ids = List.of("1", "2", "3", "4");
    Attributes films =
        Tables.attributes(
            Table.create(
                StringColumn.create("film", ids),
                StringColumn.create("genres", List.of("love", "war", "love|war", ""))),
            "film",
            Attribute.categories("genres", "|"));
    return ItemWords.of(
        FeatureSet.of(Feature.multiHot("genres")).fit(films, ids),
        films,
        Catalogue.of(ids, Map.of()));
  }

  @Test
  void what_was_done_a_half_life_ago_weighs_half_as_much() {
    InterestProfile byEvents =
        InterestProfile.none(Fading.byEvents(1)).after(WORDS, LOVE, 0).after(WORDS, WAR, 5);
    assertThat(byEvents.shares()).containsExactly(new float[] {1 / 3f, 2 / 3f}, within(1e-6f));
    InterestProfile byTime =
        InterestProfile.none(Fading.byTime(Duration.ofSeconds(10)))
            .after(WORDS, LOVE, 100)
            .after(WORDS, WAR, 120);
    assertThat(byTime.shares()).containsExactly(new float[] {0.2f, 0.8f}, within(1e-6f));
    InterestProfile never =
        InterestProfile.none(Fading.never()).after(WORDS, LOVE, 0).after(WORDS, WAR, 1_000_000);
    assertThat(never.shares()).containsExactly(0.5f, 0.5f);
  }

  @Test
  void an_event_without_words_adds_nothing_but_lets_the_others_fade() {
    InterestProfile before = InterestProfile.none(Fading.byEvents(1)).after(WORDS, LOVE, 0);
    InterestProfile after = before.after(WORDS, NEITHER, 1).after(WORDS, WAR, 2);
    assertThat(after.share(0)).isCloseTo(0.2, within(1e-9));
    assertThat(before.share(0)).as("a profile does not change").isEqualTo(1);
  }

  @Test
  void the_heaviest_come_first_and_equals_in_the_order_of_their_numbers() {
    InterestProfile profile = InterestProfile.none(Fading.never());
    assertThat(profile.heaviest(5)).isEmpty();
    assertThat(profile.shares()).isEmpty();
    profile = profile.after(WORDS, BOTH, 0);
    assertThat(profile.heaviest(1)).extracting(InterestProfile.Interest::word).containsExactly(0);
    profile = profile.after(WORDS, WAR, 0);
    assertThat(profile.heaviest(5))
        .containsExactly(
            new InterestProfile.Interest(1, 0.75), new InterestProfile.Interest(0, 0.25));
  }

  @Test
  void a_history_without_times_fades_by_events_and_not_by_time() {
    Catalogue four = Catalogue.of(List.of("1", "2", "3", "4"), Map.of());
    History typed = History.untimed(four, LOVE, WAR);
    assertThat(InterestProfile.of(typed, WORDS, Fading.byTime(Duration.ofSeconds(1))).share(0))
        .isEqualTo(0.5);
    assertThat(InterestProfile.of(typed, WORDS, Fading.byEvents(1)).share(0))
        .isCloseTo(1 / 3.0, within(1e-9));
  }

  @Test
  void what_has_faded_away_is_forgotten_and_a_long_life_stays_a_number() {
    InterestProfile profile = InterestProfile.none(Fading.byEvents(1)).after(WORDS, LOVE, 0);
    for (int i = 0; i < 2_000; i++) {
      profile = profile.after(WORDS, WAR, i);
    }
    assertThat(profile.words()).containsExactly(1);
    assertThat(profile.share(1)).isEqualTo(1);
    InterestProfile late =
        InterestProfile.none(Fading.byTime(Duration.ofSeconds(1)))
            .after(WORDS, LOVE, 0)
            .after(WORDS, NEITHER, 1_000_000_000);
    assertThat(late.words()).isEmpty();
    assertThat(late.heaviest(3)).isEmpty();
  }

  @Test
  void a_half_life_that_is_none_is_refused() {
    assertThatThrownBy(() -> Fading.byEvents(0))
        .hasMessage("a half-life is above 0 events, found 0.0; for none take Fading.never()");
    assertThatThrownBy(() -> Fading.byTime(Duration.ZERO))
        .hasMessageContaining("at least a second");
  }

  @Test
  void the_heaviest_of_many_are_those_that_sorting_finds() {
    Random random = new Random(1);
    List<String> ids = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
    Attributes tags =
        Tables.attributes(
            Table.create(
                StringColumn.create("film", ids),
                StringColumn.create("tags", ids.stream().map(id -> anyTwoOfTwenty(random)))),
            "film",
            Attribute.categories("tags", "|"));
    ItemWords words =
        ItemWords.of(
            FeatureSet.of(Feature.multiHot("tags")).fit(tags, ids),
            tags,
            Catalogue.of(ids, Map.of()));
    InterestProfile profile = InterestProfile.none(Fading.byEvents(9));
    for (int item = 1; item <= 60; item++) {
      profile = profile.after(words, item, item);
    }
    List<InterestProfile.Interest> all = profile.heaviest(100);
    assertThat(all)
        .hasSize(profile.size())
        .isSortedAccordingTo(
            Comparator.comparingDouble(InterestProfile.Interest::share)
                .reversed()
                .thenComparing(InterestProfile.Interest::word));
    assertThat(profile.heaviest(3)).isEqualTo(all.subList(0, 3));
    assertThat(profile.heaviest(0)).isEmpty();
  }

  private static String anyTwoOfTwenty(Random random) {
    return "t" + random.nextInt(20) + "|t" + random.nextInt(20);
  }

  /** Where interests are replaced, what fades knows more of the next item's words. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void weights_that_fade_follow_a_drifting_interest_more_closely(long seed) {
    PlantedLog planted =
        Planted.of(200, 200, 8_000)
            .withTopics(10)
            .withInterests(2)
            .withDrift(0.1)
            .withRepeats()
            .generate(seed);
    PlantedWords known = PlantedWords.of(planted);
    Sequences sequences = known.sequences();
    ItemWords words = known.words();
    double fading = foreknown(sequences, words, Fading.byEvents(5));
    double never = foreknown(sequences, words, Fading.never());
    assertThat(fading).isGreaterThan(1.2 * never);
  }

  /** The mean weight that the next item's words have before it is met. */
  private static double foreknown(Sequences sequences, ItemWords words, Fading fading) {
    double sum = 0;
    for (int user = 0; user < sequences.size(); user++) {
      History history = sequences.history(user);
      InterestProfile profile = InterestProfile.none(fading);
      for (int event = 0; event < history.length(); event++) {
        for (int word : words.of(history.item(event))) {
          sum += profile.share(word);
        }
        profile = profile.after(words, history.item(event), history.time(event));
      }
    }
    return sum / sequences.events();
  }
}
