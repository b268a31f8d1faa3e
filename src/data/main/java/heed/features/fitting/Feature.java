package heed.features.fitting;

import heed.features.FittedCodes;
import heed.features.FittedColumns;
import heed.features.FittedFeature;
import heed.features.WordVectors;
import heed.log.Attributes;
import java.util.List;
import java.util.Objects;

/** An attribute and what a model sees of it, not yet fitted. */
public sealed interface Feature {

  /** The column of {@link Attributes} that is looked at. */
  String attribute();

  /**
   * Learns from the training part what the feature has to know.
   *
   * @param training ids of the training part, each once
   * @throws IllegalArgumentException if the column is not there, is of another kind, or holds
   *     nothing
   */
  FittedFeature fit(Attributes attributes, List<String> training);

  /**
   * A number scaled to 0..1: {@link heed.features.Scaling.MinMax}. A missing one becomes the mean.
   */
  static Feature minMax(String attribute) {
    return new Scaled(attribute, Scaler.MIN_MAX);
  }

  /**
   * A number scaled to mean 0, deviation 1: {@link heed.features.Scaling.ZScore}. A missing one
   * becomes 0.
   */
  static Feature zScore(String attribute) {
    return new Scaled(attribute, Scaler.Z_SCORE);
  }

  /**
   * The logarithm of a number: {@link heed.features.Scaling.Log}. A missing one becomes the median.
   */
  static Feature log(String attribute) {
    return new Scaled(attribute, Scaler.LOG);
  }

  /**
   * A number's share of smaller ones: {@link heed.features.Scaling.Quantile}. A missing one becomes
   * a half.
   */
  static Feature quantile(String attribute) {
    return new Scaled(attribute, Scaler.QUANTILE);
  }

  /** 1 where a number is missing, 0 where it is known; to stand beside the scaled number. */
  static Feature missing(String attribute) {
    return new Missing(attribute);
  }

  /**
   * A column for each category: 1 for the one an id has, 0 for the others. Missing, or unknown to
   * the training part: all 0.
   */
  static Feature oneHot(String attribute) {
    return new Hot(attribute);
  }

  /** As {@link #oneHot}, with a 1 for each of several categories. */
  static Feature multiHot(String attribute) {
    return new Hot(attribute);
  }

  /**
   * Categories in a fixed number of columns, chosen by a hash, with a sign: nothing is learnt, and
   * no category is unknown. Missing: all 0. See {@link FittedColumns.Hashed}.
   *
   * @param columns how many, at least 2
   */
  static Feature hashed(String attribute, int columns) {
    return new Hashed(attribute, columns);
  }

  /**
   * A category as a number for a table of embeddings: 0 for padding, {@link FittedCodes#UNKNOWN}
   * for missing or unknown to the training part, then the categories in ascending order.
   */
  static Feature category(String attribute) {
    return new Codes(attribute);
  }

  /**
   * How often each word stands in a text: bag of words. Words unknown to the training part are left
   * out; a missing text has none.
   *
   * @param most how many words to keep at most, those of most texts first
   */
  static Feature words(String attribute, int most) {
    return new Words(attribute, most);
  }

  /** As {@link #words}, weighted by how rare a word is: {@link FittedColumns.Tfidf}. */
  static Feature tfidf(String attribute, int most) {
    return new Tfidf(attribute, most);
  }

  /**
   * The mean of the vectors of a text's words; all 0 where no word has one. Nothing is learnt.
   *
   * @param vectors pretrained elsewhere
   */
  static Feature vectors(String attribute, WordVectors vectors) {
    return new Vectors(attribute, vectors);
  }

  /** See {@link #minMax}, {@link #zScore}, {@link #log}, {@link #quantile}. */
  record Scaled(String attribute, Scaler scaler) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      double[] numbers =
          training.stream().mapToDouble(id -> attributes.number(attribute, id)).toArray();
      try {
        return new FittedColumns.Scaled(attribute, scaler.toString(), scaler.fit(numbers));
      } catch (IllegalArgumentException nothing) {
        throw new IllegalArgumentException("'" + attribute + "': " + nothing.getMessage(), nothing);
      }
    }
  }

  /** See {@link #missing}. */
  record Missing(String attribute) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      return new FittedColumns.Missing(attribute);
    }
  }

  /** See {@link #oneHot}, {@link #multiHot}. */
  record Hot(String attribute) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      return new FittedColumns.Hot(
          attribute, Vocabulary.categories(attributes, attribute, training));
    }
  }

  /** See {@link #hashed}. */
  record Hashed(String attribute, int columns) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      return new FittedColumns.Hashed(attribute, columns);
    }
  }

  /** See {@link #category}. */
  record Codes(String attribute) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      return new FittedCodes(attribute, Vocabulary.categories(attributes, attribute, training));
    }
  }

  /** See {@link #words}. */
  record Words(String attribute, int most) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      Vocabulary vocabulary = Vocabulary.words(attributes, attribute, training, most);
      return new FittedColumns.Words(attribute, vocabulary.words());
    }
  }

  /** See {@link #tfidf}. */
  record Tfidf(String attribute, int most) implements Feature {

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      Vocabulary vocabulary = Vocabulary.words(attributes, attribute, training, most);
      return new FittedColumns.Tfidf(attribute, vocabulary.words(), vocabulary.rarities());
    }
  }

  /** See {@link #vectors}. */
  record Vectors(String attribute, WordVectors vectors) implements Feature {

    public Vectors {
      Objects.requireNonNull(vectors, "word vectors: read them with WordVectors.read");
    }

    @Override
    public FittedFeature fit(Attributes attributes, List<String> training) {
      return new FittedColumns.Vectors(attribute, vectors);
    }
  }
}
