package heed.baseline;

import heed.recommend.Recommender;
import heed.search.SearchRange;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Matrix factorisation of what was taken, by alternating least squares: Hu, Koren and Volinsky
 * 2008, "Collaborative Filtering for Implicit Feedback Datasets".
 *
 * <p>Users x and items y have vectors that make {@code sum c(u, i) (p(u, i) - x(u) y(i))^2 +
 * regularisation (|x|^2 + |y|^2)} small, where p is 1 for what was taken and 0 for all else, and c
 * is {@code 1 + confidence} where p is 1, else 1. Each side is solved in turn, exactly. A history's
 * vector is solved for when it is asked about, so a new user needs no training. Order does not
 * count.
 *
 * @param factors the width of a vector, at least 1
 * @param regularisation above 0
 * @param confidence how much more a taken item counts than one that was not, above 0
 * @param sweeps how often both sides are solved, at least 1
 * @param seed draws the first item vectors
 */
public record ImplicitAls(
    int factors, double regularisation, double confidence, int sweeps, long seed)
    implements Baseline {

  private static final double FIRST_SPREAD = 0.01;

  public ImplicitAls {
    if (factors < 1 || sweeps < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "at least 1 factor and 1 sweep are needed, found %d and %d; choose such as 32 and 10",
              factors,
              sweeps));
    }
    if (!(regularisation > 0 && confidence > 0)
        || !Double.isFinite(regularisation)
        || !Double.isFinite(confidence)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "regularisation and confidence are above 0, found %s and %s; choose such as 10 and"
                  + " 10",
              regularisation,
              confidence));
    }
  }

  /** 32 factors, regularisation 10, confidence 10, ten sweeps, seed 1. */
  public static ImplicitAls defaults() {
    return new ImplicitAls(32, 10, 10, 10, 1);
  }

  public ImplicitAls withFactors(int factors) {
    return new ImplicitAls(factors, regularisation, confidence, sweeps, seed);
  }

  public ImplicitAls withRegularisation(double regularisation) {
    return new ImplicitAls(factors, regularisation, confidence, sweeps, seed);
  }

  public ImplicitAls withConfidence(double confidence) {
    return new ImplicitAls(factors, regularisation, confidence, sweeps, seed);
  }

  public ImplicitAls withSweeps(int sweeps) {
    return new ImplicitAls(factors, regularisation, confidence, sweeps, seed);
  }

  @Override
  public ImplicitAls withSeed(long seed) {
    return new ImplicitAls(factors, regularisation, confidence, sweeps, seed);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Axis.choices("factors", 16, 32, 64),
        new Axis("regularisation", new SearchRange.Log(1, 100, 2)),
        new Axis("confidence", new SearchRange.Log(1, 40, 2)));
  }

  @Override
  public String name() {
    return String.format(
        Locale.ROOT,
        "ALS, %d factors, regularisation %s, confidence %s, %d sweeps",
        factors,
        regularisation,
        confidence,
        sweeps);
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    double[][] items = vectors(train);
    HalfStep last = HalfStep.of(items, confidence, regularisation);
    return new Fitted(name(), train.catalogue(), last);
  }

  /**
   * A vector per item: items that are taken by the same people point the same way.
   *
   * @return (N + 1, factors), row 0 all 0
   */
  public float[][] itemVectors(Sequences train) {
    double[][] items = vectors(train);
    float[][] vectors = new float[items.length][factors];
    for (int item = 1; item < vectors.length; item++) {
      for (int factor = 0; factor < factors; factor++) {
        vectors[item][factor] = (float) items[item][factor];
      }
    }
    return vectors;
  }

  private double[][] vectors(Sequences train) {
    UserItems taken = UserItems.of(train);
    double[][] items = first(taken.items());
    for (int sweep = 0; sweep < sweeps; sweep++) {
      HalfStep ofUsers = HalfStep.of(items, confidence, regularisation);
      double[][] users =
          IntStream.range(0, taken.users())
              .parallel()
              .mapToObj(user -> ofUsers.solve(taken.itemsOf(user)))
              .toArray(double[][]::new);
      HalfStep ofItems = HalfStep.of(users, confidence, regularisation);
      IntStream.rangeClosed(1, taken.items())
          .parallel()
          .forEach(item -> items[item] = ofItems.solve(taken.usersOf(item)));
    }
    return items;
  }

  private double[][] first(int count) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] items = new double[count + 1][factors];
    for (int item = 1; item < items.length; item++) {
      for (int factor = 0; factor < factors; factor++) {
        items[item][factor] = FIRST_SPREAD * random.nextGaussian();
      }
    }
    return items;
  }

  /** What was learnt: the vectors of items, row 0 all 0, and how a user's is solved from them. */
  record Fitted(String name, Catalogue catalogue, HalfStep users) implements OneByOne {

    Fitted {
      Lengths.require(users.held().length, catalogue);
    }

    @Override
    public float[] scores(History history) {
      double[] user = users.solve(IntStream.of(history.items()).sorted().distinct().toArray());
      double[][] items = users.held();
      float[] scores = new float[items.length];
      for (int item = 1; item < scores.length; item++) {
        double score = 0;
        for (int factor = 0; factor < user.length; factor++) {
          score += user[factor] * items[item][factor];
        }
        scores[item] = (float) score;
      }
      return scores;
    }
  }
}
