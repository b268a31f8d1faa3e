package heed.features;

import java.util.List;
import java.util.ServiceLoader;

/** The words of a text, by the {@link Tokenizer} on the class path. */
public final class Tokens {

  private Tokens() {}

  /**
   * The words of a text in lower case, cut as Unicode says (UAX 29), no word left out.
   *
   * @throws IllegalStateException if no tokenizer is on the class path
   */
  public static List<String> of(String text) {
    return Holder.TOKENIZER.words(text);
  }

  /** MurmurHash3, x86, 32 bits, of some bytes. */
  static int hash(byte[] bytes, int seed) {
    return Holder.TOKENIZER.hash(bytes, seed);
  }

  /** Found once, when the first text is cut. */
  private static final class Holder {
    static final Tokenizer TOKENIZER =
        ServiceLoader.load(Tokenizer.class, Tokenizer.class.getClassLoader())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "nothing on the class path cuts texts into words; add the artifact"
                            + " heed-data"));
  }
}
