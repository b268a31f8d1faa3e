package heed.baseline;

import heed.recommend.Recommender;
import heed.recommend.TopItems;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Locale;

/**
 * Session-kNN: what people of like histories took, V-SkNN of Ludewig and Jannach 2018 ("Evaluation
 * of Session-based Recommendation Algorithms").
 *
 * <p>An item of the history weighs {@code decay} to the power of how many events came after it. A
 * neighbour is as alike as the weights of the items it shares, divided by the root of how many
 * items it has. Each item scores the likeness of the neighbours that took it, each times the weight
 * of the newest item it shares.
 *
 * <p>Deviations: decay is a power, theirs falls on a line; likeness is divided by the neighbour's
 * size, since histories here are lives and not visits; all histories are candidates, theirs the
 * most recent.
 *
 * @param neighbours how many histories speak, at least 1; ties by user number
 * @param decay above 0, at most 1
 */
public record SessionKnn(int neighbours, double decay) implements Baseline {

  public SessionKnn {
    if (neighbours < 1) {
      throw new IllegalArgumentException(
          "a history needs at least 1 neighbour, found " + neighbours + "; choose such as 100");
    }
    PositionDecay.requireDecay(decay);
  }

  /** 100 neighbours, decay 0.9. */
  public static SessionKnn defaults() {
    return new SessionKnn(100, 0.9);
  }

  public SessionKnn withNeighbours(int neighbours) {
    return new SessionKnn(neighbours, decay);
  }

  public SessionKnn withDecay(double decay) {
    return new SessionKnn(neighbours, decay);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(Axis.choices("neighbours", 20, 50, 100, 200, 400), PositionDecay.decays());
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "session-kNN, %d neighbours, decay %s", neighbours, decay);
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    return new Fitted(name(), train.catalogue(), UserItems.of(train), this);
  }

  /** Nothing is learnt: the histories themselves are asked. */
  record Fitted(String name, Catalogue catalogue, UserItems taken, SessionKnn settings)
      implements OneByOne {

    Fitted {
      taken.requireItems(catalogue.size());
    }

    @Override
    public float[] scores(History history) {
      double[] weights = PositionDecay.weights(history, settings.decay);
      // By user, from 1 as TopItems counts.
      float[] alike = new float[taken.users() + 1];
      double[] newest = new double[taken.users() + 1];
      for (int item = 1; item < weights.length; item++) {
        for (int user : weights[item] == 0 ? new int[0] : taken.usersOf(item)) {
          alike[user + 1] += (float) (weights[item] / Math.sqrt(taken.itemsOf(user).length));
          newest[user + 1] = Math.max(newest[user + 1], weights[item]);
        }
      }
      return votes(alike, newest);
    }

    private float[] votes(float[] alike, double[] newest) {
      boolean[] strangers = new boolean[alike.length];
      for (int user = 1; user < alike.length; user++) {
        strangers[user] = alike[user] == 0;
      }
      float[] scores = new float[catalogue.size() + 1];
      for (int neighbour : new TopItems(settings.neighbours).of(alike, strangers)) {
        for (int item : taken.itemsOf(neighbour - 1)) {
          scores[item] += (float) (alike[neighbour] * newest[neighbour]);
        }
      }
      return scores;
    }
  }
}
