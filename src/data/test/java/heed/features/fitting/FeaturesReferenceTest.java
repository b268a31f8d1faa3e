package heed.features.fitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import heed.features.FittedFeatures;
import heed.features.Scaling;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** scikit-learn's figures, made by features_reference.py. */
class FeaturesReferenceTest {

  private static final Gson GSON = new Gson();

  private final JsonObject reference;

  FeaturesReferenceTest() throws IOException {
    reference =
        GSON.fromJson(
            Files.readString(
                Path.of("src/data/test/resources/heed/features/features-reference.json")),
            JsonObject.class);
  }

  @Test
  void numbers_are_scaled_as_scikit_learn_scales_them() {
    double[] train = get("train", double[].class);
    double[] asked = get("asked", double[].class);
    for (Scaler scaler : List.of(Scaler.MIN_MAX, Scaler.Z_SCORE, Scaler.QUANTILE)) {
      double[] expected = get(scaler.toString(), double[].class);
      Scaling fitted = scaler.fit(train);
      for (int i = 0; i < asked.length; i++) {
        assertThat(fitted.apply(asked[i]))
            .as("%s of %s", scaler, asked[i])
            .isCloseTo(expected[i], within(1e-12));
      }
    }
  }

  @Test
  void words_are_counted_and_weighted_as_scikit_learn_does() {
    List<String> texts = List.of(get("texts", String[].class));
    List<String> asked = List.of(get("asked texts", String[].class));
    List<String> all = new ArrayList<>(texts);
    all.addAll(asked);
    Attributes attributes = column(all, Attribute.text("text"));
    List<String> training = IntStream.range(0, texts.size()).mapToObj(String::valueOf).toList();
    List<String> rest =
        IntStream.range(texts.size(), all.size()).mapToObj(String::valueOf).toList();
    assertSame("words", FeatureSet.of(Feature.words("text", 100)), attributes, training, rest);
    assertSame("tfidf", FeatureSet.of(Feature.tfidf("text", 100)), attributes, training, rest);
  }

  private void assertSame(
      String name, FeatureSet set, Attributes texts, List<String> training, List<String> rest) {
    JsonObject expected = reference.getAsJsonObject(name);
    FittedFeatures fitted = set.fit(texts, training);
    assertThat(fitted.names())
        .containsExactly(
            Arrays.stream(GSON.fromJson(expected.get("words"), String[].class))
                .map(word -> (name.equals("tfidf") ? "text (tf-idf): " : "text: ") + word)
                .toArray(String[]::new));
    float[][] rows = GSON.fromJson(expected.get("rows"), float[][].class);
    float[][] found = fitted.of(texts, rest).dense();
    for (int row = 0; row < rows.length; row++) {
      assertThat(found[row]).as("%s, row %s", name, row).containsExactly(rows[row], within(1e-6f));
    }
  }

  @Test
  void categories_are_hashed_as_scikit_learn_hashes_them() {
    List<String> names = List.of(get("categories", String[].class));
    Attributes attributes = column(names, Attribute.category("text"));
    float[][] expected = get("hashed", float[][].class);
    FittedFeatures fitted =
        FeatureSet.of(Feature.hashed("text", 8)).fit(attributes, attributes.ids());
    assertThat(fitted.of(attributes, attributes.ids()).dense()).isDeepEqualTo(expected);
  }

  private static Attributes column(List<String> texts, Attribute attribute) {
    List<String> ids = IntStream.range(0, texts.size()).mapToObj(String::valueOf).toList();
    Table table = Table.create(StringColumn.create("id", ids), StringColumn.create("text", texts));
    return Tables.attributes(table, "id", attribute);
  }

  private <T> T get(String name, Class<T> type) {
    return GSON.fromJson(reference.get(name), type);
  }
}
