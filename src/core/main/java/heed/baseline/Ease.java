package heed.baseline;

import heed.recommend.Recommender;
import heed.search.SearchRange;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * EASE: the linear map from what a user took to what she takes that never explains an item by
 * itself. Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data".
 *
 * <p>With X the users by items and {@code P = (X'X + regularisation I)^-1}, the weights are {@code
 * B(i, j) = -P(i, j) / P(j, j)} and 0 on the diagonal; a history scores as the sum of its rows of
 * B. B itself is never made: {@code x B = x - (x P) / diag(P)} holds the same sums, and P needs
 * only the inverse of the smaller side, users or items. Order does not count.
 *
 * @param regularisation in events, above 0; hundreds for small logs, up to thousands for large
 */
public record Ease(double regularisation) implements Baseline {

  public Ease {
    if (!(regularisation > 0 && Double.isFinite(regularisation))) {
      throw new IllegalArgumentException(
          "a regularisation is above 0, found " + regularisation + "; choose such as 200");
    }
  }

  /** Regularisation 200. */
  public static Ease defaults() {
    return new Ease(200);
  }

  public Ease withRegularisation(double regularisation) {
    return new Ease(regularisation);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(new Axis("regularisation", new SearchRange.Log(10, 5_000, 2)));
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "EASE, regularisation %s", regularisation);
  }

  /**
   * Inverts a matrix as large as the smaller of users and items.
   *
   * @throws IllegalArgumentException if that does not fit into the heap; the message says what does
   */
  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    RidgeInverse inverse = RidgeInverse.of(UserItems.of(train), regularisation);
    return new Fitted(name(), train.catalogue(), inverse, inverse.diagonal());
  }

  record Fitted(String name, Catalogue catalogue, RidgeInverse inverse, double[] diagonal)
      implements OneByOne {

    Fitted {
      inverse.requireItems(catalogue.size());
      Lengths.require(diagonal.length, catalogue);
    }

    @Override
    public float[] scores(History history) {
      int[] items = IntStream.of(history.items()).sorted().distinct().toArray();
      double[] product = inverse.times(items);
      float[] scores = new float[product.length];
      for (int item = 1; item < scores.length; item++) {
        scores[item] = (float) (-product[item] / diagonal[item]);
      }
      for (int item : items) {
        scores[item] = (float) (1 - product[item] / diagonal[item]);
      }
      return scores;
    }
  }
}
