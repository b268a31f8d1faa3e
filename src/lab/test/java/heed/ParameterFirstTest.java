package heed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A parameter is never the first operand: what comes of it would stay in the parameters' memory.
 */
class ParameterFirstTest {

  private static final Path SOURCES = Path.of("src/neural/main/java/heed");

  /** What lands beside a parameter and is attached to the step at once, and why. */
  private static final Set<String> ATTACHED = Set.of();

  @Test
  void no_parameter_is_the_first_operand() throws IOException {
    try (StandardJavaFileManager files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> sources = sources();
      assertThat(sources).hasSizeGreaterThan(100);
      assertThat(new TreeSet<>(ParameterFirst.in(files.getJavaFileObjectsFromPaths(sources))))
          .as("write x.mul(weight), never weight.mul(x)")
          .isEqualTo(ATTACHED);
    }
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> Set.of("attention", "layer", "model", "training").contains(room(file)))
          .toList();
    }
  }

  private static String room(Path file) {
    return SOURCES.relativize(file).getName(0).toString();
  }

  @Test
  void a_planted_one_is_found() throws IOException {
    assertThat(
            ParameterFirst.in(
                List.of(
                    source(
                        """
                        record Planted(NDArray weight, NDArray bias) {
                          static Planted create(Parameters parameters) {
                            return new Planted(parameters.xavier("w", 2, 2), null);
                          }
                          NDArray first(NDArray x) {
                            return weight.mul(x);
                          }
                          NDArray fieldFirst(NDArray x) {
                            return this.bias.add(x);
                          }
                          NDArray items(Network network, NDManager step) {
                            return network.itemVectors(step).get(0);
                          }
                          NDArray second(NDArray x) {
                            return x.mul(weight).add(bias).reshape(weight.getShape());
                          }
                        }
                        """))))
        .containsExactly(
            "Planted: weight.mul",
            "Planted: this.bias.add",
            "Planted: network.itemVectors(step).get");
  }

  @Test
  void arrays_of_a_class_that_draws_no_parameters_may_come_first() throws IOException {
    assertThat(
            ParameterFirst.in(
                List.of(source("record Scores(NDArray a) { NDArray b() { return a.neg(); } }"))))
        .isEmpty();
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(URI.create("string:///Text.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
