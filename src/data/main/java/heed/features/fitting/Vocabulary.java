package heed.features.fitting;

import heed.features.Tokens;
import heed.log.Attributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words that a training part holds.
 *
 * @param words ascending
 * @param texts how many texts hold each word
 * @param of how many texts there are
 */
record Vocabulary(List<String> words, List<Integer> texts, int of) {

  /**
   * The words of a column's texts; texts that are missing count for nothing.
   *
   * @param most how many words to keep, those of most texts first and equals in ascending order
   */
  static Vocabulary words(Attributes attributes, String column, List<String> training, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least one word has to be kept, found " + most);
    }
    Map<String, Integer> counts = new HashMap<>();
    int texts = 0;
    for (String id : training) {
      String text = attributes.text(column, id);
      texts += text.isEmpty() ? 0 : 1;
      new HashSet<>(Tokens.of(text)).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    demandSome(column, counts.size(), training.size(), "words");
    List<String> kept =
        counts.keySet().stream()
            .sorted(
                Comparator.<String>comparingInt(counts::get)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(most)
            .sorted()
            .toList();
    return new Vocabulary(kept, kept.stream().map(counts::get).toList(), texts);
  }

  /** The distinct categories of a column, ascending. */
  static List<String> categories(Attributes attributes, String column, List<String> training) {
    List<String> categories =
        training.stream()
            .flatMap(id -> attributes.categories(column, id).stream())
            .distinct()
            .sorted()
            .toList();
    demandSome(column, categories.size(), training.size(), "categories");
    return categories;
  }

  private static void demandSome(String column, int found, int training, String what) {
    if (found == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' holds no %s for any of the %,d ids of the training part; are they the ids of"
                  + " these attributes?",
              column,
              what,
              training));
    }
  }

  /** ln((1 + n) / (1 + n with the word)) + 1, by word. */
  List<Double> rarities() {
    return texts.stream().map(with -> Math.log((1.0 + of) / (1.0 + with)) + 1).toList();
  }
}
