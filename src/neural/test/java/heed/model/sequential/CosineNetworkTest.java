package heed.model.sequential;

import heed.contract.training.NetworkContract;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.ModelConfig;
import java.util.OptionalInt;

/** A network that compares directions alone is a network as any other. */
class CosineNetworkTest implements NetworkContract {

  @Override
  public ModelConfig config(int items, double dropout) {
    return new SasrecConfig(8, 2, 2, 6, (float) dropout, Activation.RELU, 1, OptionalInt.empty())
        .withSimilarity(Similarity.cosine(.1));
  }
}
