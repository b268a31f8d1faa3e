package heed.model;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;

/**
 * A network with other attention weights than its own, which owns nothing.
 *
 * @param name the network's, and how it is weighed
 * @param network shares its parameters with the one it was made from
 */
record AblatedAttention(String name, NetworkRecommender network) implements Recommender {

  @Override
  public Catalogue catalogue() {
    return network.catalogue();
  }

  @Override
  public float[][] score(List<History> histories) {
    return network.score(histories);
  }
}
