package heed.features;

import java.util.List;

/**
 * Cuts a text into words. The module {@code heed-data} brings the one that Heed's features are
 * fitted with; {@link java.util.ServiceLoader} finds it.
 */
public interface Tokenizer {

  /** The words of a text in lower case, cut as Unicode says (UAX 29), no word left out. */
  List<String> words(String text);

  /** MurmurHash3, x86, 32 bits, of some bytes: what spreads words that no vocabulary holds. */
  int hash(byte[] bytes, int seed);
}
