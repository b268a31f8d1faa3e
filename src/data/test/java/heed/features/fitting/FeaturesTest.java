package heed.features.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.features.FeatureRows;
import heed.features.FittedFeatures;
import heed.features.Restored;
import heed.features.Scaling;
import heed.features.Tokens;
import heed.features.WordVectors;
import heed.file.Resealed;
import heed.file.UnreadableFileException;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class FeaturesTest {

  private static final List<String> TRAINING = List.of("a", "b", "c");

  private static final Attributes SHOP = shop("e", 1_000, "zeta", "news|sport", "An unheard title");

  private static final WordVectors VECTORS =
      new WordVectors(List.of("blue", "shoe"), 2, new float[] {1, 2, 3, 6});

  private static final FeatureSet EVERYTHING =
      FeatureSet.of(
          Feature.minMax("price"),
          Feature.zScore("price"),
          Feature.log("price"),
          Feature.quantile("price"),
          Feature.missing("price"),
          Feature.oneHot("brand"),
          Feature.multiHot("kinds"),
          Feature.hashed("brand", 4),
          Feature.category("brand"),
          Feature.words("title", 10),
          Feature.tfidf("title", 10),
          Feature.vectors("title", VECTORS));

  @TempDir Path folder;

  /** Five rows; the last one, which is not trained on, is as told. */
  private static Attributes shop(
      String last, double price, String brand, String kinds, String title) {
    return Tables.attributes(
        Table.create(
            StringColumn.create("id", "a", "b", "c", "d", last),
            DoubleColumn.create("price", 1, 3, 5, Double.NaN, price),
            StringColumn.create("brand", "acme", "bolt", "acme", "", brand),
            StringColumn.create("kinds", "x|y", "y", "", "", kinds),
            StringColumn.create("title", "Blue shoe", "The blue, BLUE hat", "Hat", "", title)),
        "id",
        Attribute.number("price"),
        Attribute.category("brand"),
        Attribute.categories("kinds", "|"),
        Attribute.text("title"));
  }

  @Test
  void numbers_of_a_tiny_shop_are_those_worked_out_by_hand() {
    assertThat(column(Feature.minMax("price"))).containsExactly(0, 0.5f, 1, 0.5f, 249.75f);
    float unit = (float) Math.sqrt(1.5);
    assertThat(column(Feature.zScore("price")))
        .containsExactly(new float[] {-unit, 0, unit, 0, 997 / 2f * unit}, within(1e-3f));
    assertThat(column(Feature.log("price")))
        .containsExactly(new float[] {0.6931f, 1.3863f, 1.7918f, 1.3863f, 6.9088f}, within(1e-4f));
    assertThat(column(Feature.quantile("price"))).containsExactly(0, 0.5f, 1, 0.5f, 1);
    assertThat(column(Feature.missing("price"))).containsExactly(0, 0, 0, 1, 0);
  }

  private static float[] column(Feature feature) {
    FittedFeatures fitted = FeatureSet.of(feature).fit(SHOP, TRAINING);
    float[] column = new float[SHOP.size()];
    for (int row = 0; row < column.length; row++) {
      column[row] = fitted.of(SHOP, SHOP.ids()).dense(row)[0];
    }
    return column;
  }

  @Test
  void categories_missing_or_unknown_to_the_training_part_are_nought() {
    FittedFeatures fitted =
        FeatureSet.of(Feature.oneHot("brand"), Feature.multiHot("kinds")).fit(SHOP, TRAINING);
    assertThat(fitted.names())
        .containsExactly("brand = acme", "brand = bolt", "kinds = x", "kinds = y");
    assertThat(fitted.of(SHOP, SHOP.ids()).dense())
        .isDeepEqualTo(
            new float[][] {{1, 0, 1, 1}, {0, 1, 0, 1}, {1, 0, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}});
  }

  @Test
  void rows_of_a_catalogue_stand_at_the_numbers_of_its_items_behind_the_padding() {
    Catalogue catalogue = Catalogue.of(List.of("e", "d", "b", "a"), Map.of());
    FittedFeatures fitted =
        FeatureSet.of(Feature.category("brand"), Feature.minMax("price")).fit(SHOP, TRAINING);
    FeatureRows rows = fitted.of(SHOP, catalogue);
    // Padding, a, b, d (no brand), e (a brand that is not in the training part).
    assertThat(rows.codes()).isDeepEqualTo(new int[][] {{0}, {2}, {3}, {1}, {1}});
    assertThat(rows.dense()).isDeepEqualTo(new float[][] {{0}, {0}, {0.5f}, {0.5f}, {249.75f}});
    assertThat(fitted.codes().get(0).size()).isEqualTo(4);
    assertThat(fitted.codes().get(0).restore(3)).isEqualTo(new Restored.Names(List.of("bolt")));
    assertThat(fitted.codes().get(0).restore(1)).isInstanceOf(Restored.Lost.class);
  }

  @Test
  void words_are_held_sparsely_and_the_rarest_go_first() {
    FittedFeatures all = FeatureSet.of(Feature.words("title", 10)).fit(SHOP, TRAINING);
    assertThat(all.names())
        .containsExactly("title: blue", "title: hat", "title: shoe", "title: the");
    FeatureRows rows = all.of(SHOP, SHOP.ids());
    assertThat(rows.columns(1)).containsExactly(0, 1, 3);
    assertThat(rows.values(1)).containsExactly(2, 1, 1);
    assertThat(rows.columns(4)).isEmpty();
    FittedFeatures two = FeatureSet.of(Feature.words("title", 2)).fit(SHOP, TRAINING);
    assertThat(two.names()).containsExactly("title: blue", "title: hat");
  }

  @Test
  void words_are_cut_in_every_script() {
    assertThat(Tokens.of("Amélie's Zauber-Straße (2001), ДОМ 東京 42.5"))
        .containsExactly("amélie's", "zauber", "straße", "2001", "дом", "東", "京", "42.5");
  }

  @Test
  void a_text_with_vectors_is_their_mean() {
    FittedFeatures fitted = FeatureSet.of(Feature.vectors("title", VECTORS)).fit(SHOP, TRAINING);
    assertThat(fitted.of(SHOP, SHOP.ids()).dense())
        .isDeepEqualTo(new float[][] {{2, 4}, {1, 2}, {0, 0}, {0, 0}, {0, 0}});
  }

  @Test
  void what_lies_outside_the_training_part_changes_nothing_that_is_learnt() {
    FittedFeatures fitted = EVERYTHING.fit(SHOP, TRAINING);
    Attributes others = shop("f", -7e9, "aaa", "a|b|c|x", "blue blue aardvark shoe");
    assertThat(EVERYTHING.fit(others, TRAINING)).isEqualTo(fitted);
    assertThat(EVERYTHING.fit(SHOP, SHOP.ids())).isNotEqualTo(fitted);
  }

  @Test
  void what_is_saved_comes_back_equal_and_gives_the_same() throws IOException {
    FittedFeatures fitted = EVERYTHING.fit(SHOP, TRAINING);
    Path file = folder.resolve("model/features.json");
    fitted.save(file);
    FittedFeatures loaded = FittedFeatures.load(file);
    assertThat(loaded).isEqualTo(fitted);
    assertThat(loaded.of(SHOP, SHOP.ids()).dense())
        .isDeepEqualTo(fitted.of(SHOP, SHOP.ids()).dense());
    fitted.save(file);
    try (var files = Files.list(folder.resolve("model"))) {
      assertThat(files).as("nothing half-written is left").containsExactly(file);
    }
  }

  @Test
  void a_damaged_file_is_refused_in_words() throws IOException {
    Path file = folder.resolve("features.json");
    FeatureSet.of(Feature.zScore("price"), Feature.oneHot("brand")).fit(SHOP, TRAINING).save(file);
    String text = Files.readString(file);
    assertRefused(text.replace("heed features", "pickle"), "found the format \"pickle\"");
    assertRefused(text.replace("\"mean\":3.0", "\"mean\":3.5"), "not those of its digest");
    assertMeaningless(text.replace("\"version\":1", "\"version\":2"), "its version is 2");
    assertMeaningless(
        text.replace("\"Hot\"", "\"java.lang.Runtime\""), "is none of Scaled, Missing");
    assertMeaningless(
        text.replace("\"mean\":3.0", "\"mien\":3.0"), "a ZScore has [deviation, kind, mean]");
    assertMeaningless(text.replace("\"mean\":3.0", "\"mean\":null"), "mean: found null");
    assertMeaningless(text.replace("\"mean\":3.0", "\"mean\":\"NaN\""), "NaN");
    assertMeaningless(text.replace("\"acme\"", "\"zzz\""), "names have to ascend");
    assertMeaningless(text.replace("\"acme\",\"bolt\"", ""), "at least one name");
    assertMeaningless(text.replace("\"acme\"", "null"), "");
    assertRefused(text.substring(0, text.length() / 2), "");
    assertRefused("", "the format");
    assertRefused("[1]", "the format");
  }

  /** With its digest put right. */
  private void assertMeaningless(String text, String message) throws IOException {
    assertRefused(Resealed.json(text), message);
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("damaged.json"), text);
    assertThatThrownBy(() -> FittedFeatures.load(file))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("holds no features that can be read")
        .hasMessageContaining(message);
  }

  @Test
  void every_feature_inverts_or_says_why_not() {
    FittedFeatures fitted = EVERYTHING.fit(SHOP, TRAINING);
    Map<String, Restored> restored = fitted.restore(fitted.of(SHOP, List.of("a")).dense(0));
    assertThat(restored).hasSize(EVERYTHING.features().size() - 1);
    for (String how : List.of("min-max", "z-score", "log", "quantile")) {
      assertThat(restored.get("price (" + how + ")"))
          .isInstanceOfSatisfying(
              Restored.Value.class,
              value -> assertThat(value.number()).as(how).isCloseTo(1, within(1e-6)));
    }
    assertThat(restored.get("brand = acme")).isEqualTo(new Restored.Names(List.of("acme")));
    assertThat(restored.get("kinds = x")).isEqualTo(new Restored.Names(List.of("x", "y")));
    for (String lost :
        List.of(
            "price (missing)",
            "brand # 0",
            "title: blue",
            "title (tf-idf): blue",
            "title vector 0")) {
      assertThat(restored.get(lost))
          .isInstanceOfSatisfying(Restored.Lost.class, why -> assertThat(why.why()).isNotBlank());
    }
  }

  @Test
  void scalings_invert_for_any_number_of_the_training_range() {
    double[] training = {-3, -3, 0.5, 2, 2, 2, 40};
    for (Scaler scaler : Scaler.values()) {
      Scaling scaling = scaler.fit(training);
      for (double number = -3; number <= 40; number += 0.25) {
        assertThat(scaling.invert(scaling.apply(number)))
            .as("%s of %s", scaler, number)
            .isCloseTo(number, within(1e-9));
      }
      assertThat(scaling.apply(Double.NaN))
          .as("%s of a missing number", scaler)
          .isBetween(-1e9, 1e9);
      Scaling constant = scaler.fit(new double[] {7, 7, Double.NaN});
      assertThat(constant.apply(7)).as("%s of a constant", scaler).isBetween(0.0, 3.0);
      assertThat(constant.invert(constant.apply(7))).isCloseTo(7, within(1e-9));
      assertThatThrownBy(() -> scaler.fit(new double[] {Double.NaN}))
          .hasMessageContaining("all 1 of the training part are missing");
    }
  }

  @Test
  void features_of_the_wrong_column_say_so() {
    assertThatThrownBy(() -> FeatureSet.of(Feature.zScore("brand")).fit(SHOP, TRAINING))
        .hasMessageContaining("declared as category, and a number is asked for");
    assertThatThrownBy(() -> FeatureSet.of(Feature.words("title", 5)).fit(SHOP, Set.of("q")))
        .hasMessageContaining("'title' holds no words for any of the 1 ids");
    assertThatThrownBy(() -> FeatureSet.of(Feature.zScore("price")).fit(SHOP, Set.of("d")))
        .hasMessageContaining("'price': z-score needs a number");
    FittedFeatures codes = FeatureSet.of(Feature.category("kinds")).fit(SHOP, TRAINING);
    assertThatThrownBy(() -> codes.of(SHOP, List.of("a"))).hasMessageContaining("multiHot");
    assertThatThrownBy(() -> FeatureSet.of(Feature.hashed("brand", 1)).fit(SHOP, TRAINING))
        .hasMessageContaining("at least 2 columns");
    FeatureSet twice = FeatureSet.of(Feature.oneHot("brand"), Feature.oneHot("brand"));
    assertThatThrownBy(() -> twice.fit(SHOP, TRAINING)).hasMessageContaining("Hot of brand");
    assertThatThrownBy(FeatureSet::of).hasMessageContaining("at least one feature");
  }
}
