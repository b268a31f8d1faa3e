package heed.serve;

import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.History;
import java.util.List;

/**
 * How similar every item is to one: the cosine of their vectors in a network. Any other recommender
 * is asked what follows the item alone. The vectors are copied out of the network at the first
 * question. Thread-safe.
 */
final class SimilarItems {

  private final Recommender recommender;
  private float[] directions = new float[0];

  SimilarItems(Recommender recommender) {
    this.recommender = recommender;
  }

  /** N + 1 scores, item i at index i. */
  float[] to(int item) {
    if (!(recommender instanceof NetworkRecommender network)) {
      return recommender.score(List.of(History.untimed(recommender.catalogue(), item)))[0].clone();
    }
    float[] all = directions(network);
    float[] scores = new float[recommender.catalogue().size() + 1];
    int width = all.length / scores.length;
    for (int other = 1; other < scores.length; other++) {
      float cosine = 0;
      for (int d = 0; d < width; d++) {
        cosine += all[item * width + d] * all[other * width + d];
      }
      scores[other] = cosine;
    }
    return scores;
  }

  private synchronized float[] directions(NetworkRecommender network) {
    if (directions.length == 0) {
      float[] vectors = network.itemVectors();
      int width = vectors.length / (network.catalogue().size() + 1);
      for (int from = 0; from < vectors.length; from += width) {
        double squares = 0;
        for (int d = from; d < from + width; d++) {
          squares += (double) vectors[d] * vectors[d];
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int d = from; d < from + width; d++) {
          vectors[d] *= scale;
        }
      }
      directions = vectors;
    }
    return directions;
  }
}
