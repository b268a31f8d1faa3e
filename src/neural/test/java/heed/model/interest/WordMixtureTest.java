package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.bundle.Bundle;
import heed.contract.recommend.RecommenderContract;
import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class WordMixtureTest implements RecommenderContract {

  private static final List<String> IDS = List.of("1", "2", "3", "4", "5");
  private static final Catalogue FIVE = Catalogue.of(IDS, Map.of());

  /** Items 1 and 2 are about love, 3 and 4 about war, and nothing is known of 5. */
  private static final ItemWords WORDS = words();

  private static final Sequences TAKEN =
      Sequences.of(
          FIVE,
          List.of("ann", "bob"),
          List.of(History.untimed(FIVE, 1, 1, 3), History.untimed(FIVE, 1, 4, 5)));

  private static final WordMixture MIXTURE = WordMixture.of(TAKEN, WORDS);

  @Override
  public Recommender recommender() {
    List<String> ids = IntStream.rangeClosed(1, 6).mapToObj(TRAIN.catalogue()::id).toList();
    Attributes kinds =
        Tables.attributes(
            Table.create(
                StringColumn.create("id", ids),
                StringColumn.create("kind", List.of("a", "a|b", "b", "b|c", "c", ""))),
            "id",
            Attribute.categories("kind", "|"));
    ItemWords described =
        ItemWords.of(
            FeatureSet.of(Feature.multiHot("kind")).fit(kinds, ids), kinds, TRAIN.catalogue());
    return WordMixture.of(TRAIN, described)
        .adapting(List.of(Fading.never(), Fading.byEvents(2), Fading.byTime(Duration.ofDays(1))));
  }

  private static ItemWords words() {
    Attributes films =
        Tables.attributes(
            Table.create(
                StringColumn.create("film", IDS),
                StringColumn.create("genres", List.of("love", "love", "war", "war", ""))),
            "film",
            Attribute.categories("genres", "|"));
    return ItemWords.of(FeatureSet.of(Feature.multiHot("genres")).fit(films, IDS), films, FIVE);
  }

  @Test
  void scores_are_the_probabilities_of_picking_a_word_and_then_an_item() {
    InterestProfile twoThirdsLove =
        InterestProfile.none(Fading.never())
            .after(WORDS, 1, 0)
            .after(WORDS, 2, 0)
            .after(WORDS, 3, 0);
    // Each taken once more than it was: 4, 1, 2, 2, 2, of 11.
    assertThat(MIXTURE.score(twoThirdsLove))
        .containsExactly(
            new float[] {
              0,
              (float) (.9 * 2 / 3 * 4 / 5 + .1 * 4 / 11),
              (float) (.9 * 2 / 3 * 1 / 5 + .1 * 1 / 11),
              (float) (.9 * 1 / 3 * 1 / 2 + .1 * 2 / 11),
              (float) (.9 * 1 / 3 * 1 / 2 + .1 * 2 / 11),
              (float) (.1 * 2 / 11)
            },
            within(1e-6f));
  }

  @Test
  void somebody_of_whom_nothing_is_known_gets_what_everybody_takes() {
    float[] scores = MIXTURE.following(Fading.never()).score(List.of(History.untimed(FIVE)))[0];
    assertThat(scores[1]).isCloseTo(4 / 11f, within(1e-6f));
    assertThat(IntStream.range(1, 6).mapToDouble(i -> scores[i]).sum()).isCloseTo(1, within(1e-6));
  }

  @Test
  void a_dislike_lowers_what_has_the_word_and_nothing_else() {
    InterestProfile before = InterestProfile.none(Fading.never()).after(WORDS, 3, 0);
    InterestProfile after = before.notInterestedIn(WORDS, "Love");
    float[] liked = MIXTURE.score(before);
    float[] disliked = MIXTURE.score(after);
    assertThat(disliked[1]).isLessThan(liked[1]).isLessThan(disliked[5]);
    assertThat(disliked[2]).isLessThan(liked[2]);
    assertThat(disliked[3]).isEqualTo(liked[3]);
    assertThat(disliked[5]).isEqualTo(liked[5]);
  }

  @Test
  void the_fading_that_validates_best_is_chosen_and_the_first_of_equals() {
    List<Fading> fadings = List.of(Fading.never(), Fading.byEvents(3), Fading.byEvents(9));
    assertThat(MIXTURE.best(fadings, one -> one.name().contains("3.0") ? 2 : 1))
        .isEqualTo(Fading.byEvents(3));
    assertThat(MIXTURE.best(fadings, one -> 1)).isEqualTo(Fading.never());
  }

  @Test
  void an_adaptive_profile_believes_the_fading_that_foretold_what_came() {
    AdaptiveProfile steady =
        AdaptiveProfile.none(MIXTURE, List.of(Fading.never(), Fading.byEvents(0.5)));
    assertThat(steady.beliefs()).containsExactly(.5, .5);
    for (int i = 0; i < 20; i++) {
      steady = steady.after(i % 2 == 0 ? 1 : 3, i); // What came last never comes next.
    }
    assertThat(steady.beliefs()[0]).isGreaterThan(.9);
    assertThat(steady).hasToString("interests never fading (98% sure)");
    AdaptiveProfile turned = steady;
    for (int i = 0; i < 40; i++) {
      turned = turned.after(1, 20 + i);
    }
    assertThat(turned.beliefs()[1]).as("now it does").isGreaterThan(.5);
    assertThat(turned.share(0)).isGreaterThan(.9);
  }

  @Test
  void an_adaptive_recommender_of_one_fading_is_one_that_follows() {
    History history = History.untimed(FIVE, 1, 3, 3);
    Recommender one = MIXTURE.adapting(List.of(Fading.byEvents(2)));
    assertThat(one.score(List.of(history))[0])
        .containsExactly(
            MIXTURE.following(Fading.byEvents(2)).score(List.of(history))[0], within(1e-6f));
  }

  @Test
  void it_answers_out_of_a_bundle_as_it_did_before(@TempDir Path folder) throws IOException {
    List<History> asked = List.of(History.untimed(FIVE, 1, 3), History.untimed(FIVE));
    for (MixtureRecommender saved :
        List.of(
            MIXTURE.following(Fading.byTime(Duration.ofDays(3))),
            MIXTURE.adapting(List.of(Fading.never(), Fading.byEvents(2))))) {
      Path file = folder.resolve("words.heed");
      Bundle.save(file, saved);
      try (Bundle bundle = Bundle.load(file)) {
        assertThat(bundle.recommender().name()).isEqualTo(saved.name());
        assertThat(bundle.recommender().score(asked)).isDeepEqualTo(saved.score(asked));
      }
    }
  }

  @Test
  void words_of_another_catalogue_and_no_fadings_are_refused() {
    Catalogue two = Catalogue.of(List.of("1", "2"), Map.of());
    Sequences other = Sequences.of(two, List.of("ann"), List.of(History.untimed(two, 1)));
    assertThatThrownBy(() -> WordMixture.of(other, WORDS))
        .hasMessageContaining("the catalogue has 2 items");
    assertThatThrownBy(() -> MIXTURE.adapting(List.of())).hasMessageContaining("found none");
  }
}
