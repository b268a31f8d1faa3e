package heed.bundle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import com.sun.management.ThreadMXBean;
import heed.bundle.Bundle;
import heed.file.UnreadableFileException;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MappedBundleTest {

  private static final int ITEMS = 30_000;

  private static final Catalogue CATALOGUE =
      Catalogue.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList(), Map.of());

  private static final ModelConfig CONFIG = SasrecConfig.defaults().withWidth(64).withMaxLength(5);

  private static final long TABLE_BYTES = 4L * 64 * (ITEMS + 1);

  private static final List<History> ASKED =
      List.of(History.untimed(CATALOGUE, 1, 2, ITEMS), History.untimed(CATALOGUE));

  @TempDir Path folder;

  private Path saved() throws IOException {
    Path file = folder.resolve("ünïcode 'quoted' \\ name.heed");
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network =
            new NetworkRecommender(CONFIG.create(ITEMS, 1, manager), CATALOGUE, manager)) {
      Bundle.save(file, network);
    }
    return file;
  }

  @Test
  void a_mapped_bundle_answers_as_a_loaded_one() throws IOException {
    Path file = saved();
    try (Bundle loaded = Bundle.load(file);
        Bundle mapped = Bundle.map(file)) {
      assertThat(mapped.fingerprint()).isEqualTo(loaded.fingerprint());
      assertThat(mapped.recommender().score(ASKED))
          .isDeepEqualTo(loaded.recommender().score(ASKED));
      assertThat(((NetworkRecommender) mapped.recommender()).itemVectors())
          .isEqualTo(((NetworkRecommender) loaded.recommender()).itemVectors());
      Path again = folder.resolve("again.heed");
      Bundle.save(again, mapped.recommender());
      assertThat(again).hasSameBinaryContentAs(file);
    }
  }

  @Test
  void the_table_of_a_mapped_bundle_never_reaches_the_java_heap() throws IOException {
    Path file = saved();
    for (int once = 0; once < 2; once++) { // What is made once a JVM is made here.
      allocated(() -> Bundle.load(file).close());
      allocated(() -> Bundle.map(file).close());
    }
    long loading = allocated(() -> Bundle.load(file).close());
    long mapping = allocated(() -> Bundle.map(file).close());
    assertThat(loading - mapping).isGreaterThan(TABLE_BYTES * 9 / 10);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static long allocated(Work work) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void the_file_is_mapped_as_long_as_the_bundle_is_open_and_may_be_replaced() throws IOException {
    Path file = saved();
    try (Bundle mapped = Bundle.map(file)) {
      assertThat(mappedFiles()).contains("name.heed");
      float[][] before = mapped.recommender().score(ASKED);
      Path other = Files.write(folder.resolve("other"), new byte[] {1});
      Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
      assertThat(mapped.recommender().score(ASKED)).isDeepEqualTo(before);
    }
    assertThat(mappedFiles()).doesNotContain("name.heed");
  }

  private static String mappedFiles() throws IOException {
    return Files.readString(Path.of("/proc/self/maps"));
  }

  @Test
  void damage_outside_the_table_is_refused_and_load_refuses_it_within() throws IOException {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    long inTable = whole.length - TABLE_BYTES / 2;
    flip(file, inTable);
    Bundle.map(file).close();
    assertThatThrownBy(() -> Bundle.load(file)).isInstanceOf(UnreadableFileException.class);
    flip(file, inTable);
    for (long at : new long[] {3, 40, 200, 2_000, whole.length - 3, whole.length - 60}) {
      flip(file, at);
      assertThatThrownBy(() -> Bundle.map(file))
          .as("byte %d", at)
          .isInstanceOf(UnreadableFileException.class);
      flip(file, at);
    }
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(whole.length - 1);
    }
    assertThatThrownBy(() -> Bundle.map(file)).isInstanceOf(UnreadableFileException.class);
  }

  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int found = bytes.read();
      bytes.seek(at);
      bytes.write(found ^ 1);
    }
  }
}
