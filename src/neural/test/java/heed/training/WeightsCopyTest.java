package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.layer.Parameters;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeightsCopyTest {

  @Test
  void a_copy_in_a_file_gives_back_what_the_parameters_were_as_often_as_asked() throws IOException {
    try (NDManager manager = NDManager.newBaseManager();
        Parameters parameters = new Parameters(manager, 1)) {
      parameters.truncatedNormal("larger than a part", 1, new Shape(2, 700_001));
      parameters.constant("small", 7, new Shape(3));
      Map<String, float[]> before = parameters.values();
      try (WeightsCopy copy = WeightsCopy.inFile(parameters)) {
        for (int turn = 0; turn < 2; turn++) {
          parameters.arrays().values().forEach(array -> array.set(new float[(int) array.size()]));
          assertThat(parameters.values().get("small")).containsOnly(0);
          assertSame(copy.values(parameters), before);
          copy.giveBack(parameters);
          assertSame(parameters.values(), before);
        }
        assertThat(filesNamedSo()).isZero();
      }
    }
  }

  private static void assertSame(Map<String, float[]> some, Map<String, float[]> others) {
    assertThat(some.keySet()).isEqualTo(others.keySet());
    some.forEach(
        (name, values) -> assertThat(Arrays.equals(values, others.get(name))).as(name).isTrue());
  }

  private static int filesNamedSo() throws IOException {
    AtomicInteger count = new AtomicInteger();
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "heed-best*")) {
      files.forEach(file -> count.incrementAndGet());
    }
    return count.get();
  }
}
