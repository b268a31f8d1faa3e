package heed.training;

import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Items that the same users took lie together from the start, so that a network begins as a rough
 * item-kNN on the last item and not with nothing.
 *
 * <p>With X users by items and each entry divided by the root of its user's and its item's count,
 * the vectors are the leading right singular vectors of X, each times its singular value, found by
 * subspace iteration (Halko, Martinsson and Tropp 2011, algorithm 4.4), turned by a drawn rotation
 * so that no coordinate is special, and all of one length. It takes a pass over the log for each
 * iteration.
 *
 * @param length of every vector, above 0
 * @param smoothing added to an item's count, in users, at least 0, so that rare items do not lead
 * @param iterations at least 1
 */
public record CooccurrenceStart(double length, double smoothing, int iterations)
    implements ItemStart {

  public CooccurrenceStart {
    if (!(length > 0 && smoothing >= 0 && iterations >= 1)
        || !Double.isFinite(length)
        || !Double.isFinite(smoothing)) {
      throw new IllegalArgumentException(
          "a start has vectors longer than 0, a smoothing of at least 0 and at least 1 iteration,"
              + " found "
              + length
              + ", "
              + smoothing
              + " and "
              + iterations);
    }
  }

  /** The length that drawn vectors of width 64 have. */
  public static CooccurrenceStart defaults() {
    return new CooccurrenceStart(.16, 5, 8);
  }

  @Override
  public Optional<float[]> vectors(Sequences train, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] basis = drawn(train.catalogue().size() + 1, width, random);
    Arrays.fill(basis[0], 0); // Padding.
    Taken taken = Taken.of(train, smoothing);
    double[] values = Orthogonal.columns(basis);
    for (int i = 0; i < iterations; i++) {
      basis = taken.together(basis);
      values = Orthogonal.columns(basis); // Squared singular values, in the end.
    }
    double[][] rotation = drawn(width, width, random);
    Orthogonal.columns(rotation);
    return Optional.of(turned(basis, values, rotation, random));
  }

  private static double[][] drawn(int rows, int columns, SplittableRandom random) {
    double[][] drawn = new double[rows][columns];
    for (double[] row : drawn) {
      Arrays.setAll(row, column -> random.nextGaussian());
    }
    return drawn;
  }

  private float[] turned(
      double[][] basis, double[] values, double[][] rotation, SplittableRandom random) {
    int width = values.length;
    float[] vectors = new float[basis.length * width];
    for (int item = 1; item < basis.length; item++) {
      double[] turned = new double[width];
      for (int from = 0; from < width; from++) {
        double scaled = basis[item][from] * Math.sqrt(values[from]);
        for (int to = 0; to < width; to++) {
          turned[to] += scaled * rotation[from][to];
        }
      }
      if (Arrays.stream(turned).allMatch(number -> number == 0)) {
        Arrays.setAll(turned, column -> random.nextGaussian()); // Nobody took it.
      }
      double norm = Math.sqrt(Arrays.stream(turned).map(number -> number * number).sum());
      for (int to = 0; to < width; to++) {
        vectors[item * width + to] = (float) (length * turned[to] / norm);
      }
    }
    return vectors;
  }

  /** Which items each user took, and what an entry of each user and of each item is divided by. */
  private record Taken(int[][] users, double[] ofItems) {

    static Taken of(Sequences train, double smoothing) {
      int[][] users = new int[train.size()][];
      double[] counts = new double[train.catalogue().size() + 1];
      for (int user = 0; user < users.length; user++) {
        users[user] = Arrays.stream(train.history(user).items()).distinct().toArray();
        for (int item : users[user]) {
          counts[item]++;
        }
      }
      return new Taken(
          users, Arrays.stream(counts).map(count -> Math.sqrt(count + smoothing)).toArray());
    }

    /** X'X times the basis. */
    double[][] together(double[][] basis) {
      int width = basis[0].length;
      double[][] product = new double[basis.length][width];
      double[] sum = new double[width];
      for (int[] items : users) {
        Arrays.fill(sum, 0);
        for (int item : items) {
          add(sum, basis[item], 1 / ofItems[item]);
        }
        for (int item : items) {
          add(product[item], sum, 1 / (ofItems[item] * items.length));
        }
      }
      return product;
    }

    private static void add(double[] to, double[] from, double factor) {
      for (int i = 0; i < to.length; i++) {
        to[i] += factor * from[i];
      }
    }
  }
}
