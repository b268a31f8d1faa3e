package heed.features;

import heed.log.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Vectors of words that were learnt elsewhere.
 *
 * @param words ascending
 * @param width how long a vector is
 * @param values the vectors one after the other, in the order of the words
 */
public record WordVectors(List<String> words, int width, float[] values) {

  public WordVectors {
    words = Ascending.copyOf(words);
    values = values.clone();
    if (width < 1 || values.length != (long) words.size() * width) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d words with vectors of length %,d need %,d values, found %,d",
              words.size(),
              width,
              (long) words.size() * width,
              values.length));
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("word vectors have to be finite, found " + value);
      }
    }
  }

  /**
   * Reads the vectors of some words from a text file of GloVe or word2vec, gzip or not. The file is
   * streamed: memory is needed for the wanted words only. A word that stands twice keeps its first
   * vector. That a line has the right number of fields is checked for all, that they are numbers
   * for the wanted words.
   *
   * @param wanted the words to keep, exactly as written in the file; {@link #wordsOf} lists those
   *     of a column
   * @throws IllegalArgumentException naming the line, if one is malformed; if no wanted word is
   *     found
   */
  public static WordVectors read(Path file, Set<String> wanted) throws IOException {
    return new WordVectorFile(file, wanted).read();
  }

  /** The distinct words of all texts of a column, cut and in lower case as the features do. */
  public static Set<String> wordsOf(Attributes attributes, String column) {
    return attributes.ids().stream()
        .flatMap(id -> Tokens.of(attributes.text(column, id)).stream())
        .collect(Collectors.toSet());
  }

  @Override
  public float[] values() {
    return values.clone();
  }

  /** The vector of a word, if there is one. */
  public Optional<float[]> vector(String word) {
    int place = Collections.binarySearch(words, word);
    return place < 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(values, place * width, (place + 1) * width));
  }

  /**
   * A row per word, for a table of embeddings; zeros for a word without a vector.
   *
   * @param vocabulary the words of the rows, such as {@link FittedColumns.Words#words()}
   * @return (words, width)
   */
  public float[][] table(List<String> vocabulary) {
    return vocabulary.stream()
        .map(word -> vector(word).orElseGet(() -> new float[width]))
        .toArray(float[][]::new);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WordVectors that
        && width == that.width
        && words.equals(that.words)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * words.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "vectors of %,d words, length %,d", words.size(), width);
  }
}
