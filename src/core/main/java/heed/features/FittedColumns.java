package heed.features;

import heed.log.Attributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A fitted feature that fills columns with numbers. */
public sealed interface FittedColumns extends FittedFeature {

  /** The name of each column. */
  List<String> columns();

  /** How many columns there are. */
  default int width() {
    return columns().size();
  }

  /** The word that each column counts, where columns count words or categories; else none. */
  default List<String> words() {
    return List.of();
  }

  /** Writes the values of an id; known columns only, in ascending order. */
  void write(Attributes attributes, String id, Cells cells);

  /**
   * What can be told of the attribute from its columns.
   *
   * @param cells one value a column
   */
  Restored restore(float[] cells);

  /** A scaled number. */
  record Scaled(String attribute, String how, Scaling scaling) implements FittedColumns {

    public Scaled {
      Objects.requireNonNull(scaling, "a scaling");
    }

    @Override
    public List<String> columns() {
      return List.of(attribute + " (" + how + ")");
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      cells.put(0, scaling.apply(attributes.number(attribute, id)));
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Value(scaling.invert(cells[0]));
    }
  }

  /** 1 where a number is missing. */
  record Missing(String attribute) implements FittedColumns {

    @Override
    public List<String> columns() {
      return List.of(attribute + " (missing)");
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      if (Double.isNaN(attributes.number(attribute, id))) {
        cells.put(0, 1);
      }
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Lost("it tells whether there is a number, not which");
    }
  }

  /** A column for each category of the training part. */
  record Hot(String attribute, List<String> categories) implements FittedColumns {

    public Hot {
      categories = Ascending.copyOf(categories);
    }

    @Override
    public List<String> columns() {
      return categories.stream().map(category -> attribute + " = " + category).toList();
    }

    @Override
    public List<String> words() {
      return categories;
    }

    @Override
    public int width() {
      return categories.size();
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      attributes.categories(attribute, id).stream()
          .mapToInt(category -> Collections.binarySearch(categories, category))
          .filter(column -> column >= 0)
          .sorted()
          .forEach(column -> cells.put(column, 1));
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Names(
          IntStream.range(0, cells.length)
              .filter(column -> cells[column] != 0)
              .mapToObj(categories::get)
              .toList());
    }
  }

  /**
   * Categories in columns chosen by MurmurHash3 (32 bits, seed 0) of their UTF-8 bytes: |hash| mod
   * width, with the hash's sign, so that two categories that meet cancel on average (Weinberger et
   * al. 2009).
   */
  record Hashed(String attribute, int width) implements FittedColumns {

    public Hashed {
      if (width < 2) {
        throw new IllegalArgumentException("hashing needs at least 2 columns, found " + width);
      }
    }

    @Override
    public List<String> columns() {
      return IntStream.range(0, width).mapToObj(column -> attribute + " # " + column).toList();
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      TreeMap<Integer, Double> sums = new TreeMap<>();
      for (String category : attributes.categories(attribute, id)) {
        byte[] bytes = category.getBytes(StandardCharsets.UTF_8);
        int hash = Tokens.hash(bytes, 0);
        int column = (int) (Math.abs((long) hash) % width);
        sums.merge(column, hash < 0 ? -1.0 : 1.0, Double::sum);
      }
      sums.forEach(cells::put);
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Lost("several categories share a column, and no list of them is kept");
    }
  }

  /** How often each word of the training part stands in a text. */
  record Words(String attribute, List<String> words) implements FittedColumns {

    public Words {
      words = Ascending.copyOf(words);
    }

    @Override
    public List<String> columns() {
      return words.stream().map(word -> attribute + ": " + word).toList();
    }

    @Override
    public int width() {
      return words.size();
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      counts(words, attributes.text(attribute, id)).forEach(cells::put);
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Lost("the order of the words and those the training part lacks are gone");
    }

    private static TreeMap<Integer, Double> counts(List<String> words, String text) {
      TreeMap<Integer, Double> counts = new TreeMap<>();
      for (String word : Tokens.of(text)) {
        int column = Collections.binarySearch(words, word);
        if (column >= 0) {
          counts.merge(column, 1.0, Double::sum);
        }
      }
      return counts;
    }
  }

  /**
   * Words weighted by count times rarity, each text scaled to length 1 (Salton and Buckley 1988).
   *
   * @param words ascending
   * @param rarities ln((1 + n) / (1 + n with the word)) + 1 over the n texts of the training part,
   *     by word: smoothed as if one more text held every word
   */
  record Tfidf(String attribute, List<String> words, List<Double> rarities)
      implements FittedColumns {

    public Tfidf {
      words = Ascending.copyOf(words);
      rarities = List.copyOf(rarities);
      if (rarities.size() != words.size()
          || !rarities.stream().allMatch(rarity -> Double.isFinite(rarity) && rarity >= 1)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "TF-IDF needs a finite weight of at least 1 for each of its %,d words, found %,d",
                words.size(),
                rarities.size()));
      }
    }

    @Override
    public List<String> columns() {
      return words.stream().map(word -> attribute + " (tf-idf): " + word).toList();
    }

    @Override
    public int width() {
      return words.size();
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      TreeMap<Integer, Double> weights = Words.counts(words, attributes.text(attribute, id));
      weights.replaceAll((column, count) -> count * rarities.get(column));
      double length =
          Math.sqrt(weights.values().stream().mapToDouble(weight -> weight * weight).sum());
      weights.forEach((column, weight) -> cells.put(column, weight / length));
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Lost("the length of the text, its order and unknown words are gone");
    }
  }

  /** The mean of the vectors of a text's words, words without one left out. */
  record Vectors(String attribute, WordVectors vectors) implements FittedColumns {

    @Override
    public List<String> columns() {
      return IntStream.range(0, width()).mapToObj(i -> attribute + " vector " + i).toList();
    }

    @Override
    public int width() {
      return vectors.width();
    }

    @Override
    public void write(Attributes attributes, String id, Cells cells) {
      List<float[]> found = new ArrayList<>();
      for (String word : Tokens.of(attributes.text(attribute, id))) {
        vectors.vector(word).ifPresent(found::add);
      }
      if (found.isEmpty()) {
        return;
      }
      for (int column = 0; column < width(); column++) {
        double sum = 0;
        for (float[] vector : found) {
          sum += vector[column];
        }
        cells.put(column, sum / found.size());
      }
    }

    @Override
    public Restored restore(float[] cells) {
      return new Restored.Lost("many texts have one mean");
    }
  }
}
