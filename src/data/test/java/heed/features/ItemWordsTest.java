package heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ItemWordsTest {

  private static final Attributes FILMS =
      Tables.attributes(
          Table.create(
              StringColumn.create("film", List.of("a", "b", "c", "d", "e")),
              StringColumn.create("genres", List.of("war", "war|love", "love", "", "war|noir")),
              StringColumn.create(
                  "title", List.of("The War", "The the end", "The end of love", "Zzz", "War"))),
          "film",
          Attribute.categories("genres", "|"),
          Attribute.text("title"));

  private static final FittedFeatures FITTED =
      FeatureSet.of(Feature.multiHot("genres"), Feature.words("title", 100))
          .fit(FILMS, List.of("a", "b", "c", "d"));

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());
  private static final ItemWords WORDS = ItemWords.of(FITTED, FILMS, FOUR);

  @Test
  void words_of_one_item_alone_are_left_out_and_the_same_word_elsewhere_is_another() {
    assertThat(WORDS.words())
        .extracting(ItemWords.Word::toString)
        .containsExactly("love (genres)", "war (genres)", "end (title)", "the (title)");
    assertThat(WORDS.items()).isEqualTo(4);
    assertThat(WORDS).hasToString("4 words of 4 items");
  }

  @Test
  void a_share_is_count_times_rarity_of_all_there_is() {
    double two = Math.log(5.0 / 3); // Of four items, two have the word.
    double three = Math.log(5.0 / 4);
    double all = two + two + two + 2 * three; // war, love, end, and "the" twice.
    assertThat(WORDS.of(2)).containsExactly(0, 1, 2, 3);
    assertThat(WORDS.sharesOf(2))
        .containsExactly(
            new float[] {
              (float) (two / all),
              (float) (two / all),
              (float) (two / all),
              (float) (2 * three / all)
            },
            within(1e-6f));
  }

  @Test
  void padding_and_an_item_of_unknown_words_have_none() {
    assertThat(WORDS.of(0)).isEmpty();
    assertThat(WORDS.of(4)).isEmpty();
    assertThat(WORDS.sharesOf(4)).isEmpty();
  }

  @Test
  void words_that_all_items_have_count_alike_where_there_are_no_others() {
    Catalogue two = Catalogue.of(List.of("a", "e"), Map.of());
    ItemWords words = ItemWords.of(FITTED, FILMS, two);
    assertThat(words.words()).extracting(ItemWords.Word::text).containsExactly("war", "war");
    assertThat(words.sharesOf(1)).containsExactly(0.5f, 0.5f);
  }

  @Test
  void another_catalogue_is_described_by_the_same_words_of_the_same_rarity() {
    Catalogue grown = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());
    ItemWords more = WORDS.over(FILMS, grown);
    assertThat(more.words()).isEqualTo(WORDS.words());
    assertThat(more.items()).isEqualTo(5);
    for (int item = 1; item <= 4; item++) {
      assertThat(more.of(item)).containsExactly(WORDS.of(item));
      assertThat(more.sharesOf(item)).containsExactly(WORDS.sharesOf(item));
    }
    assertThat(more.of(5))
        .as("war, but no noir and no title word of several films")
        .containsExactly(1);
  }

  @Test
  void a_feature_that_counts_no_words_is_refused_with_those_that_do() {
    FittedFeatures weighed =
        FeatureSet.of(Feature.tfidf("title", 10)).fit(FILMS, List.of("a", "b", "c"));
    assertThatThrownBy(() -> ItemWords.of(weighed, FILMS, FOUR))
        .hasMessage(
            "words are counted, and the feature Tfidf of 'title' counts none; take"
                + " Feature.multiHot(\"title\") for categories or Feature.words(\"title\", most)"
                + " for a text");
  }
}
