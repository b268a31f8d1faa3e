package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.file.Container;
import heed.file.FileKind;
import heed.file.Tensor;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights say whose they are, and nobody else takes them. */
class NetworkFileTest {

  private static final Catalogue TEN = catalogue(10);
  private static final SasrecConfig CONFIG =
      SasrecConfig.defaults().withWidth(4).withHeads(2).withLayers(1).withMaxLength(3);

  private static final FileKind KIND = new FileKind("network", 1, "none");

  @TempDir private Path folder;
  private Path file;
  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender saved = recommender(CONFIG, TEN, 1);

  private static Catalogue catalogue(int first) {
    return Catalogue.of(
        IntStream.range(first, first + 10).mapToObj(Integer::toString).toList(), Map.of());
  }

  private NetworkRecommender recommender(ModelConfig config, Catalogue catalogue, long seed) {
    return new NetworkRecommender(
        config.create(catalogue.size(), seed, manager), catalogue, manager);
  }

  @BeforeEach
  void save() throws IOException {
    file = folder.resolve("network.safetensors");
    saved.save(file);
  }

  @AfterEach
  void close() {
    saved.close();
    manager.close();
  }

  @Test
  void a_file_and_its_catalogue_make_the_recommender_again() throws IOException {
    TEN.save(folder.resolve("catalogue.json"));
    Catalogue again = Catalogue.load(folder.resolve("catalogue.json"));
    try (NetworkRecommender loaded = NetworkRecommender.load(file, again, manager)) {
      assertThat(loaded.network().config()).isEqualTo(CONFIG);
      assertThat(scores(loaded)).containsExactly(scores(saved));
    }
  }

  @Test
  void other_settings_are_refused_and_change_nothing() {
    refused(CONFIG.withHeads(1), TEN, "found the settings.heads 2, expected 1");
    refused(CONFIG.withWidth(8), TEN, "found the settings.width 4, expected 8");
    refused(
        CONFIG.withWindow(2),
        TEN,
        "found the settings.attention.mask.kind \"CausalMask\", expected \"LocalMask\"");
    refused(
        LigrConfig.defaults().withWidth(4),
        TEN,
        "found the settings.kind \"SasrecConfig\", expected \"LigrConfig\"");
  }

  @Test
  void another_catalogue_of_equal_size_is_refused() {
    refused(CONFIG, catalogue(11), "found the catalogue ");
    assertThatThrownBy(() -> NetworkRecommender.load(file, catalogue(11), manager))
        .hasMessageContainingAll("found the catalogue ", "give the catalogue it was trained on");
  }

  @Test
  void a_catalogue_of_another_size_is_refused() {
    Catalogue eleven =
        Catalogue.of(IntStream.range(10, 21).mapToObj(Integer::toString).toList(), Map.of());
    refused(CONFIG, eleven, "found the items 10, expected 11");
  }

  private void refused(ModelConfig config, Catalogue catalogue, String message) {
    try (NetworkRecommender other = recommender(config, catalogue, 2)) {
      float[] before = scores(other);
      assertThatThrownBy(() -> other.restore(file))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(
              "network.safetensors", message, "NetworkRecommender.load(file, catalogue, manager)");
      assertThat(scores(other)).containsExactly(before);
    }
  }

  @Test
  void titles_may_have_changed_since() throws IOException {
    Catalogue renamed =
        Catalogue.of(
            IntStream.range(10, 20).mapToObj(Integer::toString).toList(), Map.of("10", "Heat"));
    try (NetworkRecommender loaded = NetworkRecommender.load(file, renamed, manager)) {
      assertThat(loaded.catalogue().title(1)).isEqualTo("Heat");
    }
  }

  @Test
  void a_file_cut_off_anywhere_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 1 + whole.length / 100) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("cut off after " + length);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused("a byte too many");
  }

  @Test
  void a_bit_of_another_value_is_refused_wherever_it_is() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int numbers = new String(whole, StandardCharsets.ISO_8859_1).indexOf("data_offsets");
    // All of the headers and texts, and of the numbers some.
    for (int at = 0; at < whole.length; at += at < numbers ? 1 : 7) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) (1 << at % 8);
      Files.write(file, damaged);
      assertRefused("byte " + at + " of " + whole.length);
    }
  }

  private void assertRefused(String damage) {
    assertThatThrownBy(() -> NetworkRecommender.load(file, TEN, manager).close())
        .as(damage)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("network.safetensors");
  }

  @Test
  void a_header_that_claims_to_be_huge_takes_no_memory() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {-1, Integer.MAX_VALUE, 1 << 30, 0}) {
      byte[] claim = whole.clone();
      ByteBuffer.wrap(claim).order(ByteOrder.LITTLE_ENDIAN).putInt(18, length).putInt(22, length);
      Files.write(file, claim);
      assertRefused("a manifest of " + length);
    }
  }

  @Test
  void a_later_format_is_told_as_such() throws IOException {
    Container.of(new FileKind("network", 2, "none")).json("settings", "{}").write(file);
    assertThatThrownBy(() -> NetworkRecommender.load(file, TEN, manager))
        .hasMessageContainingAll("version 2 of a network", "version 1", "Heed that wrote it");
  }

  @Test
  void weights_that_are_no_numbers_are_neither_written_nor_read() throws IOException {
    Map<String, Tensor> whole = Container.read(file, KIND).tensors("weights");
    String name = whole.keySet().iterator().next();
    Tensor.Floats tensor = (Tensor.Floats) whole.get(name);
    float[] values = tensor.values().clone();
    values[3] = Float.NaN;
    rewrite(Map.of(name, new Tensor.Floats(tensor.shape(), values)));
    assertThatThrownBy(() -> NetworkRecommender.load(file, TEN, manager))
        .hasMessageContainingAll("number 3 of '" + name + "' is NaN", "expected finite");
    try (NetworkRecommender diverged = recommender(CONFIG, TEN, 1)) {
      Map<String, float[]> weights = new LinkedHashMap<>(saved.network().parameters().values());
      weights.put(name, values);
      diverged.network().parameters().set(weights);
      assertThatThrownBy(() -> diverged.save(file)).hasMessageContaining("is NaN");
    }
  }

  @Test
  void weights_of_another_shape_or_name_are_refused() throws IOException {
    Map<String, Tensor> whole = Container.read(file, KIND).tensors("weights");
    Map.Entry<String, Tensor> first = whole.entrySet().iterator().next();
    Tensor.Floats matrix = (Tensor.Floats) first.getValue();
    long[] turned = {matrix.shape()[1], matrix.shape()[0]};
    rewrite(Map.of(first.getKey(), new Tensor.Floats(turned, matrix.values())));
    assertRefused("a matrix turned");
    rewrite(Map.of(first.getKey(), new Tensor.Ints(turned, new int[matrix.values().length])));
    assertRefused("whole numbers");
    rewrite(Map.of(first.getKey(), matrix, "more", matrix));
    assertRefused("one more");
  }

  /** Writes the file anew with other weights, its digests right. */
  private void rewrite(Map<String, Tensor> weights) throws IOException {
    Container whole = Container.read(file, KIND);
    Map<String, Tensor> all = new LinkedHashMap<>(whole.tensors("weights"));
    all.putAll(weights);
    Container.of(KIND)
        .json("settings", whole.json("settings"))
        .json("items", whole.json("items"))
        .json("catalogue", whole.json("catalogue"))
        .tensors("weights", all)
        .write(file);
  }

  @Test
  void any_reader_of_safetensors_reads_the_weights() throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("weights.safetensors"))) {
      Map<String, float[]> weights = saved.network().parameters().values();
      for (NDArray array : NDList.decode(manager, in)) {
        assertThat(array.toFloatArray()).containsExactly(weights.remove(array.getName()));
      }
      assertThat(weights).isEmpty();
    }
  }

  private static float[] scores(NetworkRecommender recommender) {
    return recommender.score(List.of(History.untimed(recommender.catalogue(), 1, 2, 3)))[0];
  }
}
