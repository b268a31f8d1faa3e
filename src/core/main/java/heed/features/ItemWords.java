package heed.features;

import heed.log.Attributes;
import heed.sequence.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the items of a catalogue are described by: a bag of words each, such as its genres, its tags
 * and the words of its title. Nothing else of an item is known here, so an item that nobody has met
 * yet stands beside the others. Immutable and thread-safe.
 *
 * <p>Of an item's words each has a share, in proportion to how often it stands there times how rare
 * it is, ln((1 + n) / (1 + n with the word)) over the n items of the catalogue that the words were
 * first counted in: a word that every item has says nothing. A word of one item alone is left out:
 * it would be that item's number by another name, and tell nothing of any other. The shares of an
 * item sum to 1; an item of which no word is known has none.
 */
public final class ItemWords {

  /** A word of fewer is left out. */
  private static final int LEAST_ITEMS = 2;

  /** Words are alike that share so many first letters with what was typed. */
  private static final int LIKE = 3;

  private static final int MOST_LIKE = 5;

  private final FittedFeatures features;
  private final List<Word> words;

  /** The number of a column's word, or -1 if it is left out. */
  private final int[] numberOf;

  /** By column. */
  private final double[] rarities;

  /** Row i owns entries {@code offsets[i]} to {@code offsets[i + 1]} of the two below. */
  private final int[] offsets;

  private final int[] numbers;
  private final float[] shares;

  /**
   * A word, and the attribute it stands in: a film of the genre "war" is not one with war in its
   * title.
   */
  public record Word(String attribute, String text) {

    @Override
    public String toString() {
      return text + " (" + attribute + ")";
    }
  }

  private ItemWords(
      FittedFeatures features,
      List<Word> words,
      int[] numberOf,
      double[] rarities,
      FeatureRows rows) {
    this.features = features;
    this.words = words;
    this.numberOf = numberOf;
    this.rarities = rarities;
    this.offsets = new int[rows.size() + 1];
    for (int row = 0; row < rows.size(); row++) {
      offsets[row + 1] = offsets[row] + (int) known(rows.columns(row)).count();
    }
    this.numbers = new int[offsets[rows.size()]];
    this.shares = new float[numbers.length];
    for (int row = 0; row < rows.size(); row++) {
      fill(row, rows.columns(row), rows.values(row));
    }
  }

  /** As they are written to a file, see the fields of the same names. */
  record Saved(
      FittedFeatures features,
      List<Word> words,
      int[] numberOf,
      double[] rarities,
      int[] offsets,
      int[] numbers,
      float[] shares) {

    Saved {
      boolean whole =
          numberOf.length == rarities.length
              && offsets.length >= 2
              && offsets[0] == 0
              && offsets[offsets.length - 1] == numbers.length
              && numbers.length == shares.length
              && IntStream.range(1, offsets.length).allMatch(i -> offsets[i - 1] <= offsets[i])
              && IntStream.of(numbers).allMatch(number -> number >= 0 && number < words.size())
              && IntStream.of(numberOf).allMatch(number -> number >= -1 && number < words.size());
      if (!whole) {
        throw new IllegalArgumentException(
            "words, their numbers and their shares do not go together; take an undamaged copy");
      }
    }
  }

  Saved saved() {
    return new Saved(features, words, numberOf, rarities, offsets, numbers, shares);
  }

  ItemWords(Saved saved) {
    this.features = saved.features;
    this.words = List.copyOf(saved.words);
    this.numberOf = saved.numberOf;
    this.rarities = saved.rarities;
    this.offsets = saved.offsets;
    this.numbers = saved.numbers;
    this.shares = saved.shares;
  }

  private IntStream known(int[] columns) {
    return IntStream.of(columns).filter(column -> numberOf[column] >= 0);
  }

  /** The shares of a row's words. */
  private void fill(int row, int[] columns, float[] counts) {
    double sum = 0;
    int at = offsets[row];
    for (int i = 0; i < columns.length; i++) {
      if (numberOf[columns[i]] >= 0) {
        double weight = counts[i] * rarities[columns[i]];
        numbers[at] = numberOf[columns[i]];
        shares[at++] = (float) weight;
        sum += weight;
      }
    }
    for (int i = offsets[row]; i < at; i++) {
      // Words that all items have weigh nothing; where an item has no others, they share alike.
      shares[i] = sum > 0 ? (float) (shares[i] / sum) : 1f / (at - offsets[row]);
    }
  }

  /**
   * Counts the words of a catalogue's items.
   *
   * @param features which words count: multi-hot, one-hot and words, fitted on the training part
   * @throws IllegalArgumentException if a feature does not count words
   */
  public static ItemWords of(FittedFeatures features, Attributes attributes, Catalogue catalogue) {
    List<Word> words = words(features);
    FeatureRows rows = features.of(attributes, catalogue);
    int[] with = new int[words.size()];
    for (int row = 1; row < rows.size(); row++) {
      for (int column : rows.columns(row)) {
        with[column]++;
      }
    }
    double[] rarities =
        IntStream.of(with)
            .mapToDouble(items -> Math.log((1.0 + catalogue.size()) / (1.0 + items)))
            .toArray();
    List<Word> kept = new ArrayList<>();
    int[] numberOf = new int[with.length];
    for (int column = 0; column < with.length; column++) {
      numberOf[column] = with[column] < LEAST_ITEMS ? -1 : kept.size();
      if (numberOf[column] >= 0) {
        kept.add(words.get(column));
      }
    }
    return new ItemWords(features, List.copyOf(kept), numberOf, rarities, rows);
  }

  private static List<Word> words(FittedFeatures features) {
    List<Word> words = new ArrayList<>();
    for (FittedFeature feature : features.features()) {
      if (!(feature instanceof FittedColumns.Hot || feature instanceof FittedColumns.Words)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "words are counted, and the feature %s of '%s' counts none; take"
                    + " Feature.multiHot(\"%3$s\") for categories or Feature.words(\"%2$s\", most)"
                    + " for a text",
                feature.getClass().getSimpleName(),
                feature.attribute(),
                feature.attribute()));
      }
      ((FittedColumns) feature)
          .words()
          .forEach(text -> words.add(new Word(feature.attribute(), text)));
    }
    return words;
  }

  /**
   * The same words, of the same rarity, in the items of another catalogue: one that has grown since
   * a network was trained, or that shares no item with it.
   */
  public ItemWords over(Attributes attributes, Catalogue catalogue) {
    return new ItemWords(features, words, numberOf, rarities, features.of(attributes, catalogue));
  }

  /** How many items are described: N. */
  public int items() {
    return offsets.length - 2;
  }

  /** The words that are known, in the order of their numbers from 0. */
  public List<Word> words() {
    return words;
  }

  /**
   * The numbers of the words of a text, whatever attribute they stand in and however they are
   * capitalised: what a user types who tells her interests.
   *
   * @return at least one, ascending
   * @throws IllegalArgumentException if no word is such, naming some that are like it
   */
  public int[] find(String text) {
    String typed = text.strip();
    int[] found =
        IntStream.range(0, words.size())
            .filter(word -> words.get(word).text().equalsIgnoreCase(typed))
            .toArray();
    if (found.length > 0) {
      return found;
    }
    String begin = typed.substring(0, Math.min(LIKE, typed.length())).toLowerCase(Locale.ROOT);
    List<String> like =
        words.stream()
            .map(Word::text)
            .distinct()
            .filter(word -> word.toLowerCase(Locale.ROOT).contains(begin))
            .limit(MOST_LIKE)
            .toList();
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "no item has the word '%s' among the %,d that are known; %s",
            typed,
            words.size(),
            like.isEmpty() ? "words() lists them" : "there is " + String.join(", ", like)));
  }

  /** The numbers of an item's words, ascending; none for item 0, the padding. */
  public int[] of(int item) {
    return Arrays.copyOfRange(numbers, offsets[item], offsets[item + 1]);
  }

  /** The number of one of an item's words, by its place in {@link #of(int)}. */
  public int word(int item, int place) {
    return numbers[offsets[item] + place];
  }

  /** The shares of an item's words, in the order of {@link #of(int)}; they sum to 1. */
  public float[] sharesOf(int item) {
    return Arrays.copyOfRange(shares, offsets[item], offsets[item + 1]);
  }

  /** How many words all items have together. */
  public int size() {
    return numbers.length;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d words of %,d items", words.size(), items());
  }
}
