package heed.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Ease;
import heed.baseline.ItemKnn;
import heed.baseline.Popularity;
import heed.clicks.ClickPredictor;
import heed.features.FittedFeatures;
import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.Damages;
import heed.file.FileKind;
import heed.file.Resealed;
import heed.file.UnreadableFileException;
import heed.log.StepTaken;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

  private static final Sequences LOG = BaselineBundleTest.log(20);
  private static final FileKind KIND = new FileKind("bundle", 1, "none");

  @TempDir Path folder;

  private Path saved(Recommender recommender, BundleNotes notes) throws IOException {
    Path file = folder.resolve("some.heed");
    Bundle.save(file, recommender, notes);
    return file;
  }

  @Test
  void what_was_told_beside_comes_back() throws IOException {
    StepTaken.Size size = new StepTaken.Size(3, 2, 1);
    BundleNotes notes =
        BundleNotes.none()
            .withMetrics(Map.of("NDCG@10", 0.25))
            .withPreparation(List.of(new StepTaken("5-core", size, size)))
            .withDataLicence("CC BY 4.0")
            .withFeatures(new FittedFeatures(List.of()))
            .withRunRecord("{\"any\": 1}");
    Path file = saved(Popularity.ever(LOG), notes);
    try (Bundle bundle = Bundle.load(file)) {
      assertThat(bundle.metrics()).containsExactly(Map.entry("NDCG@10", 0.25));
      assertThat(bundle.preparation()).isEqualTo(notes.preparation());
      assertThat(bundle.dataLicence()).contains("CC BY 4.0");
      assertThat(bundle.features()).contains(new FittedFeatures(List.of()));
      assertThat(bundle.runRecord()).contains("{\"any\": 1}");
      assertThat(bundle.versions()).containsKeys("heed", "java");
      assertThat(bundle.kind()).isEqualTo("popularity");
      assertThat(bundle).hasToString("popularity, ever over 30 items, {NDCG@10=0.25}");
    }
  }

  @Test
  void any_zip_program_lists_it_and_shows_its_texts() throws IOException {
    Path file = saved(Ease.defaults().fit(LOG), BundleNotes.none());
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "manifest.json",
              "bundle.json",
              "catalogue.json",
              "recommender.json",
              "recommender.safetensors");
      assertThat(
              new String(
                  zip.getInputStream(zip.getEntry("recommender.json")).readAllBytes(),
                  StandardCharsets.UTF_8))
          .contains("EASE, regularisation 200", "tensor diagonal")
          .doesNotContain("heed.baseline", "java.");
    }
  }

  @Test
  void another_jvm_without_any_network_library_gives_the_same_answers() throws Exception {
    assertThat(System.getProperty("java.class.path")).doesNotContain("djl");
    Elsewhere.assertSameAnswers(Ease.defaults().fit(LOG), folder);
  }

  @Test
  void a_blend_comes_back_with_both_of_its_recommenders() throws IOException {
    Blend once = new Blend(Ease.defaults().fit(LOG), ItemKnn.defaults().fit(LOG), 0.25);
    Blend twice = new Blend(once, Popularity.ever(LOG), 0.5);
    Path file = saved(twice, BundleNotes.none());
    try (Bundle bundle = Bundle.load(file)) {
      assertThat(bundle.kind()).isEqualTo("blend");
      assertThat(bundle.name()).isEqualTo(twice.name());
      List<History> asked = LOG.histories();
      assertThat(bundle.recommender().score(asked)).isDeepEqualTo(twice.score(asked));
      assertThatThrownBy(() -> bundle.exportOnnx(folder.resolve("x.onnx")))
          .hasMessageContaining("has no ONNX form");
    }
    assertThat(Damages.of(file, 1_000, 3, broken -> Bundle.load(broken).close()))
        .isEqualTo(new Damages.Tally(1_000, 0, 0, ""));
  }

  @Test
  void a_part_of_a_blend_that_is_none_of_its_kinds_is_refused() throws IOException {
    Path file =
        saved(new Blend(Popularity.ever(LOG), Popularity.ever(LOG), 0.5), BundleNotes.none());
    Container whole = Container.read(file, KIND);
    for (String[] change :
        List.of(
            new String[] {"\"weight\": 0.5", "\"weight\": 1.5", "a weight is from 0 to 1"},
            new String[] {"popularity", "unheard of", "'unheard of'"},
            new String[] {"popularity", "blend", "recommender-network.json"})) {
      ContainerWriter changed =
          Container.of(KIND)
              .json("bundle", whole.json("bundle"))
              .json("catalogue", whole.json("catalogue"))
              .json("recommender", whole.json("recommender").replace(change[0], change[1]));
      for (String part : List.of("recommender-network", "recommender-counts")) {
        changed.json(part, whole.json(part)).tensors(part, whole.tensors(part));
      }
      changed.write(file);
      refused(file, change[2]);
    }
  }

  @Test
  void another_bundle_has_another_fingerprint_and_the_same_has_the_same() throws IOException {
    String one = fingerprint(Popularity.ever(LOG));
    assertThat(fingerprint(Popularity.ever(LOG))).isEqualTo(one).hasSize(64);
    assertThat(fingerprint(Popularity.ever(BaselineBundleTest.log(21)))).isNotEqualTo(one);
  }

  private String fingerprint(Recommender recommender) throws IOException {
    try (Bundle bundle = Bundle.load(saved(recommender, BundleNotes.none()))) {
      return bundle.fingerprint();
    }
  }

  @Test
  void a_bundle_recommends_or_predicts_clicks_and_says_which() throws IOException {
    try (Bundle bundle = Bundle.load(saved(Popularity.ever(LOG), BundleNotes.none()))) {
      assertThat(bundle.recommends()).isTrue();
      assertThatThrownBy(bundle::clickPredictor).hasMessageContaining("ask for recommender()");
      assertThatThrownBy(() -> bundle.exportOnnx(folder.resolve("x.onnx")))
          .hasMessageContainingAll("popularity, ever has no ONNX form", "Transformer");
    }
    ClickPredictor blind = ClickPredictor.knowing("blind", row -> 0.5);
    assertThatThrownBy(() -> Bundle.save(folder.resolve("clicks.heed"), blind))
        .hasMessageContaining("blind does not know its catalogue");
  }

  @Test
  void what_no_kind_can_hold_is_refused_before_anything_is_written() {
    Recommender own =
        new Recommender() {
          @Override
          public String name() {
            return "mine";
          }

          @Override
          public Catalogue catalogue() {
            return LOG.catalogue();
          }

          @Override
          public float[][] score(List<History> histories) {
            return new float[0][];
          }
        };
    Path file = folder.resolve("own.heed");
    assertThatThrownBy(() -> Bundle.save(file, own))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("a bundle cannot hold", "'item-kNN'", "BundleKind.of");
    assertThat(file).doesNotExist();
  }

  @Test
  void three_thousand_damages_are_refused_three_thousand_times() throws IOException {
    Path file = saved(ItemKnn.defaults().fit(LOG), BundleNotes.none().withDataLicence("T\u00e4o"));
    assertThat(Damages.of(file, 3_000, 1, broken -> Bundle.load(broken).close()))
        .isEqualTo(new Damages.Tally(3_000, 0, 0, ""));
    Path catalogue = folder.resolve("catalogue.heed");
    LOG.catalogue().save(catalogue);
    assertThat(Damages.of(catalogue, 3_000, 2, Catalogue::load))
        .isEqualTo(new Damages.Tally(3_000, 0, 0, ""));
  }

  @Test
  void a_part_of_another_bundle_is_refused() throws IOException {
    Path file = saved(ItemKnn.defaults().fit(LOG), BundleNotes.none());
    Container one = Container.read(file, KIND);
    Container other =
        Container.read(
            saved(ItemKnn.defaults().fit(BaselineBundleTest.log(50)), BundleNotes.none()), KIND);
    // Its digests are right, its numbers those of another text.
    Container.of(KIND)
        .json("bundle", one.json("bundle"))
        .json("catalogue", one.json("catalogue"))
        .json("recommender", one.json("recommender"))
        .tensors("recommender", Map.of("keepers.ends", other.tensors("recommender").get("alike")))
        .write(file);
    refused(
        file, "recommender.json", "keepers.ends: found \"float32 [", "expected an array of int[]");
  }

  @Test
  void another_catalogue_is_refused() throws IOException {
    Path file = saved(ItemKnn.defaults().fit(LOG), BundleNotes.none());
    Resealed.json(
        file,
        "bundle",
        "catalogue",
        json -> json.replace("\"39\"\n  ],\n  \"titles\"", "\"40\"\n  ],\n  \"titles\""));
    refused(file, "a catalogue with the digest");
  }

  @Test
  void nulls_missing_keys_unknown_kinds_and_newer_formats_are_refused() throws IOException {
    Recommender popular = Popularity.ever(LOG);
    changed(
        popular, "bundle", json -> json.replaceFirst("\"metrics\": \\{\\}", "\"metrics\": null"));
    refused(folder.resolve("some.heed"), "metrics: found null");
    changed(popular, "bundle", json -> json.replaceFirst("\"metrics\": \\{\\},", ""));
    refused(folder.resolve("some.heed"), "a About has", "found [kind");
    changed(
        popular,
        "bundle",
        json -> json.replaceFirst("\"kind\": \"popularity\"", "\"kind\": \"java.lang.Runtime\""));
    refused(folder.resolve("some.heed"), "java.lang.Runtime", "which is none of", "heed-neural");
    changed(popular, "catalogue", json -> json.replaceFirst("\"10\"", "null"));
    refused(folder.resolve("some.heed"), "ids[0]: found null");
    changed(popular, "recommender", json -> json.replaceFirst("\"name\": \".*\"", "\"name\": 3"));
    refused(folder.resolve("some.heed"), "name: found 3");
    Container.of(new FileKind("bundle", 2, "none")).write(folder.resolve("some.heed"));
    refused(folder.resolve("some.heed"), "version 2 of a bundle", "Heed that wrote it");
    Container.of(new FileKind("catalogue", 1, "none")).write(folder.resolve("some.heed"));
    refused(folder.resolve("some.heed"), "the kind \"catalogue\"", "\"bundle\"");
    Container.of(KIND).write(folder.resolve("some.heed"));
    refused(folder.resolve("some.heed"), "no part 'bundle.json'");
    Files.writeString(folder.resolve("some.heed"), "{\"format\": \"heed catalogue 1\"}");
    refused(folder.resolve("some.heed"), "no container of Heed's");
    Files.writeString(folder.resolve("some.heed"), "");
    refused(folder.resolve("some.heed"), "0 bytes");
  }

  private void changed(
      Recommender recommender, String part, java.util.function.UnaryOperator<String> change)
      throws IOException {
    Path file = saved(recommender, BundleNotes.none());
    byte[] before = Files.readAllBytes(file);
    Resealed.json(file, "bundle", part, change);
    assertThat(Files.readAllBytes(file)).isNotEqualTo(before);
  }

  private static void refused(Path file, String... words) {
    assertThatThrownBy(() -> Bundle.load(file).close())
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }
}
