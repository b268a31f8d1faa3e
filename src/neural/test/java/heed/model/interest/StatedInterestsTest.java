package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.interest.InterestProfile.Interest;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class StatedInterestsTest {

  /** Words 0 and 1, love and war, as genres; word 2, war, as a tag. */
  private static final ItemWords WORDS = words();

  private static final int LOVE_STORY = 1;
  private static final int WAR_FILM = 3;
  private static final InterestProfile NOBODY = InterestProfile.none(Fading.byEvents(1));

  private static ItemWords words() {
    List<String> ids = List.of("1", "2", "3", "4", "5");
    Attributes films =
        Tables.attributes(
            Table.create(
                StringColumn.create("film", ids),
                StringColumn.create("genres", List.of("love", "love", "war", "war", "")),
                StringColumn.create("tags", List.of("", "", "", "war", "war"))),
            "film",
            Attribute.categories("genres", "|"),
            Attribute.categories("tags", "|"));
    return ItemWords.of(
        FeatureSet.of(Feature.multiHot("genres"), Feature.multiHot("tags")).fit(films, ids),
        films,
        Catalogue.of(ids, Map.of()));
  }

  @Test
  void what_is_stated_needs_no_event_and_counts_as_five() {
    InterestProfile stated = NOBODY.interestedIn(WORDS, "Love");
    assertThat(stated.share(0)).isEqualTo(1);
    InterestProfile clicked = stated.after(WORDS, WAR_FILM, 100);
    assertThat(clicked.share(0)).isCloseTo(5 / 6.0, within(1e-6));
  }

  @Test
  void what_is_stated_does_not_fade_while_events_do() {
    InterestProfile profile = NOBODY.interestedIn(WORDS, "love").after(WORDS, WAR_FILM, 0);
    for (int i = 0; i < 3; i++) {
      profile = profile.after(WORDS, WAR_FILM, i);
    }
    assertThat(profile.share(0)).isCloseTo(5 / (5 + 1.875), within(1e-6));
  }

  @Test
  void a_word_of_two_attributes_is_shared_among_them() {
    InterestProfile profile = NOBODY.interestedIn(WORDS, "WAR ", "love");
    assertThat(profile.shares()).containsExactly(.5f, .25f, .25f);
  }

  @Test
  void a_word_that_is_disliked_is_no_interest_until_events_outweigh_it() {
    InterestProfile profile =
        NOBODY.notInterestedIn(WORDS, "love").after(WORDS, LOVE_STORY, 0).after(WORDS, WAR_FILM, 1);
    assertThat(profile.words()).doesNotContain(0);
    assertThat(profile.share(0)).isZero();
    assertThat(profile.dislikes()).containsExactly(new Interest(0, 4.5));
    InterestProfile loving = InterestProfile.none(Fading.never()).notInterestedIn(WORDS, "love");
    for (int i = 0; i < 6; i++) {
      loving = loving.after(WORDS, LOVE_STORY, i);
    }
    assertThat(loving.dislikes()).isEmpty();
    assertThat(loving.share(0)).isEqualTo(1);
  }

  @Test
  void the_last_word_counts_and_can_be_taken_back() {
    InterestProfile turned = NOBODY.interestedIn(WORDS, "love").notInterestedIn(WORDS, "love");
    assertThat(turned.size()).isZero();
    assertThat(turned.dislikes()).containsExactly(new Interest(0, 1));
    InterestProfile back = turned.stating(WORDS, 0, "love");
    assertThat(back.dislikes()).isEmpty();
  }

  @Test
  void an_event_has_the_strength_it_is_given_also_below_0() {
    InterestProfile profile =
        InterestProfile.none(Fading.never())
            .after(WORDS, LOVE_STORY, 0, 3)
            .after(WORDS, WAR_FILM, 1, 1);
    assertThat(profile.share(0)).isCloseTo(.75, within(1e-6));
    InterestProfile notThis = profile.after(WORDS, WAR_FILM, 2, -2);
    assertThat(notThis.words()).containsExactly(0);
    assertThat(notThis.dislikes().get(0).share()).isCloseTo(1 / 3.0, within(1e-6));
  }

  @Test
  void strengths_come_from_types_or_values() {
    EventStrengths byType = EventStrengths.byType(Map.of("view", .2, "dismiss", -1.0));
    assertThat(byType.ofType("view")).isEqualTo(.2);
    assertThat(byType.ofType("dismiss")).isEqualTo(-1);
    assertThat(byType.ofType("purchase")).isEqualTo(1);
    EventStrengths byRating = EventStrengths.byValue(3, 2);
    assertThat(byRating.ofValue(5)).isEqualTo(1);
    assertThat(byRating.ofValue(1)).isEqualTo(-1);
    assertThat(byRating.ofValue(Double.NaN)).isEqualTo(1);
    assertThatThrownBy(() -> EventStrengths.byValue(3, 0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> EventStrengths.byType(Map.of("view", Double.NaN)))
        .hasMessageContaining("'view'");
  }

  @Test
  void an_unknown_word_is_refused_with_those_like_it() {
    assertThatThrownBy(() -> NOBODY.interestedIn(WORDS, "lovers"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no item has the word 'lovers' among the 3 that are known; there is love");
    assertThatThrownBy(() -> NOBODY.after(WORDS, LOVE_STORY, 0, Double.NaN))
        .hasMessageContaining("found NaN");
    assertThatThrownBy(() -> NOBODY.stating(WORDS, Double.POSITIVE_INFINITY, "love"))
        .hasMessageContaining("found Infinity");
  }
}
