package heed.serve.http;

import heed.bundle.Bundle;
import heed.model.NetworkRecommender;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a bundle is opened to be served. Both are for catalogues of millions of items.
 *
 * @param mapped whether large tables stay in the file, see {@link Bundle#map(Path)}; it must not be
 *     changed in place then
 * @param quantized whether lists are looked for among vectors of 8 bits first, see {@link
 *     NetworkRecommender#quantize()}; they are the same lists
 */
public record Opening(boolean mapped, boolean quantized) {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  /** Reads the whole file, and keeps no second copy of any vector. */
  public static Opening whole() {
    return new Opening(false, false);
  }

  /** Opens it; whoever asked closes it. */
  Bundle open(Path file) throws IOException {
    Bundle bundle = mapped ? Bundle.map(file) : Bundle.load(file);
    if (quantized && !isQuantized(bundle)) {
      LOG.info(
          "{} keeps no 8-bit vectors: its catalogue is too small to gain by them, or it does not"
              + " score by products of vectors",
          bundle.name());
    }
    return bundle;
  }

  private static boolean isQuantized(Bundle bundle) {
    return bundle.recommender() instanceof NetworkRecommender network && network.quantize();
  }
}
