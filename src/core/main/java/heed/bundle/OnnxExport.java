package heed.bundle;

import java.io.IOException;
import java.nio.file.Path;

/** Writes a recommender as an ONNX model, for runtimes that are not Java's. */
@FunctionalInterface
public interface OnnxExport<T> {

  /**
   * Writes the model, whole or not at all.
   *
   * @throws IllegalArgumentException if this recommender has no ONNX form; says why
   */
  void to(T recommender, Path file) throws IOException;
}
