package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.ReadingFuzz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jazzer, led by what the reader's code does with its bytes, in a process of its own: it turns the
 * classes it watches into others. {@code -Dheed.fuzz.runs=100000} lets it look for longer.
 */
class FuzzTest {

  /** Some fifteen seconds of a busy core, most of them for opening databases. */
  private static final int RUNS = Integer.getInteger("heed.fuzz.runs", 300);

  private static final int MOST_MINUTES = 60;

  @TempDir Path folder;

  @Test
  void no_bytes_crash_the_reader_or_lose_a_row() throws Exception {
    Path output = folder.resolve("output");
    Process jazzer =
        new ProcessBuilder(command(seeds()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(jazzer.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      jazzer.destroyForcibly();
    }
    String said = Files.readString(output, StandardCharsets.ISO_8859_1);
    assertThat(jazzer.exitValue()).as(said).isZero();
    assertThat(said).contains("Done ");
  }

  private List<String> command(Path seeds) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + ReadingFuzz.class.getName(),
        "--instrumentation_includes=heed.reading.**:heed.log.**",
        // It calls every statement that fails an injection; a damaged Parquet file makes one fail.
        "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.SqlInjection",
        "-runs=" + RUNS,
        "-max_len=2000",
        // The first input starts the database besides, whose code is instrumented meanwhile.
        "-timeout=90",
        "-rss_limit_mb=3000",
        "-seed=1",
        seeds.toString());
  }

  private Path seeds() throws IOException {
    Path seeds = Files.createDirectory(folder.resolve("seeds"));
    for (int i = 0; i < MangledLogTest.SEEDS.length; i++) {
      Files.writeString(
          seeds.resolve("seed" + i), MangledLogTest.SEEDS[i], StandardCharsets.ISO_8859_1);
    }
    return seeds;
  }
}
