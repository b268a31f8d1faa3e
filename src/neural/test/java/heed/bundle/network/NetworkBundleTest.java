package heed.bundle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.bundle.Elsewhere;
import heed.file.Container;
import heed.file.Damages;
import heed.file.FileKind;
import heed.file.Tensor;
import heed.file.UnreadableFileException;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Blend;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkBundleTest {

  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(10, 20).mapToObj(Integer::toString).toList(), Map.of());
  private static final SasrecConfig CONFIG =
      SasrecConfig.defaults().withWidth(4).withHeads(2).withLayers(1).withMaxLength(3);
  private static final FileKind KIND = new FileKind("bundle", 1, "none");

  @TempDir Path folder;
  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender saved =
      new NetworkRecommender(CONFIG.create(TEN.size(), 1, manager), TEN, manager);

  @AfterEach
  void close() {
    saved.close();
    manager.close();
  }

  @Test
  void another_jvm_gives_the_same_answers_to_the_last_digit() throws Exception {
    Elsewhere.assertSameAnswers(saved, folder);
  }

  @Test
  void its_settings_are_text_and_its_weights_safetensors() throws IOException {
    Path file = save();
    Container container = Container.read(file, KIND);
    assertThat(container.json("recommender"))
        .contains("\"SasrecConfig\"", "\"heads\": 2")
        .doesNotContain("heed.");
    assertThat(container.tensors("recommender").keySet()).contains("weights.arrays.items");
  }

  @Test
  void a_thousand_damages_are_refused_a_thousand_times() throws IOException {
    Path file = save();
    assertThat(Damages.of(file, 1_000, 1, broken -> Bundle.load(broken).close()))
        .isEqualTo(new Damages.Tally(1_000, 0, 0, ""));
    Path network = folder.resolve("network.heed");
    saved.save(network);
    assertThat(
            Damages.of(
                network, 1_000, 2, broken -> NetworkRecommender.load(broken, TEN, manager).close()))
        .isEqualTo(new Damages.Tally(1_000, 0, 0, ""));
  }

  @Test
  void weights_that_are_no_numbers_or_of_other_settings_are_refused() throws IOException {
    Path file = save();
    Container whole = Container.read(file, KIND);
    Map<String, Tensor> weights = new LinkedHashMap<>(whole.tensors("recommender"));
    Tensor.Floats items = (Tensor.Floats) weights.get("weights.arrays.items");
    float[] broken = items.values().clone();
    Arrays.fill(broken, Float.NaN);
    rewrite(
        file,
        whole,
        whole.json("recommender"),
        Map.of("weights.arrays.items", new Tensor.Floats(items.shape(), broken)));
    refused(file, "of 'items' is NaN", "expected finite weights");
    rewrite(
        file, whole, whole.json("recommender").replace("\"width\": 4", "\"width\": 8"), Map.of());
    refused(file, "in the shape");
    rewrite(
        file, whole, whole.json("recommender").replace("\"heads\": 2", "\"heads\": 3"), Map.of());
    refused(file, "not divisible by 3 heads");
    rewrite(
        file,
        whole,
        whole.json("recommender").replace("\"width\": 4", "\"width\": 2000000000"),
        Map.of());
    refused(file, "expected them in the shape [11, 2000000000]");
  }

  private Path save() throws IOException {
    Path file = folder.resolve("sasrec.heed");
    Bundle.save(file, saved);
    return file;
  }

  private static void rewrite(Path file, Container whole, String json, Map<String, Tensor> changed)
      throws IOException {
    Map<String, Tensor> weights = new LinkedHashMap<>(whole.tensors("recommender"));
    weights.putAll(changed);
    Container.of(KIND)
        .json("bundle", whole.json("bundle"))
        .json("catalogue", whole.json("catalogue"))
        .json("recommender", json)
        .tensors("recommender", weights)
        .write(file);
  }

  private static void refused(Path file, String... words) {
    assertThatThrownBy(() -> Bundle.load(file).close())
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  @Test
  void a_loaded_bundle_frees_its_memory_when_it_is_closed() throws IOException {
    Path file = save();
    Bundle bundle = Bundle.load(file);
    History asked = History.untimed(TEN, 1, 2);
    assertThat(bundle.recommender().score(List.of(asked)))
        .isDeepEqualTo(saved.score(List.of(asked)));
    bundle.close();
    assertThatThrownBy(() -> bundle.recommender().score(List.of(asked)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_blend_with_a_network_is_loaded_and_freed_as_the_network_is() throws IOException {
    History asked = History.untimed(TEN, 1, 2);
    Sequences log = Sequences.of(TEN, List.of("u"), List.of(asked));
    Blend blend = new Blend(saved, Popularity.ever(log), 0.5);
    Path file = folder.resolve("blend.heed");
    Bundle.save(file, blend);
    Bundle bundle = Bundle.load(file);
    assertThat(bundle.recommender().score(List.of(asked)))
        .isDeepEqualTo(blend.score(List.of(asked)));
    bundle.close();
    assertThatThrownBy(() -> bundle.recommender().score(List.of(asked)))
        .isInstanceOf(IllegalStateException.class);
  }
}
