package heed.layer;

import java.io.InputStream;

/** Values that PyTorch computed, among the test resources. */
public final class References {

  private References() {}

  /**
   * Opens a file of them.
   *
   * @param resource such as {@code /heed/model/sasrec-reference.safetensors}
   * @param script that writes it
   * @throws AssertionError if there is none, with what makes one
   */
  public static InputStream open(String resource, String script) {
    InputStream in = References.class.getResourceAsStream(resource);
    if (in == null) {
      throw new AssertionError(
          "no reference values "
              + resource
              + " among the test resources; write src/reference/"
              + script
              + " and run it: python src/reference/"
              + script
              + " (it needs torch, safetensors and numpy), then commit what it wrote");
    }
    return in;
  }
}
