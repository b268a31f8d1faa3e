package heed.bundle.network;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.bundle.BundleExtension;
import heed.bundle.BundleKind;
import heed.bundle.onnx.TransformerOnnx;
import heed.clicks.ClickSchema;
import heed.layer.Weights;
import heed.model.ModelConfig;
import heed.model.ModelKinds;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.click.ClickConfig;
import heed.model.click.ClickNetwork;
import heed.model.click.ClickNetworkPredictor;
import heed.model.interest.InterestRecommender;
import heed.model.interest.MixtureRecommender;
import heed.sequence.Catalogue;
import java.util.List;
import java.util.function.Function;

/** Networks over histories, networks of clicks, and interest weights in bundles. */
public final class NetworkBundles implements BundleExtension {

  /** What a bundle holds of a network: it is made anew by its settings, then given its weights. */
  private record SavedNetwork(ModelConfig settings, Weights weights) {}

  /** What a bundle holds of a network of clicks. */
  private record SavedClickNetwork(
      ClickConfig settings, ClickSchema fields, double clickWeight, Weights weights) {}

  @Override
  public List<BundleKind<?>> kinds() {
    return List.of(
        BundleKind.of(
                "network",
                NetworkRecommender.class,
                SavedNetwork.class,
                NetworkBundles::saved,
                NetworkBundles::recommender)
            .withCodec(ModelKinds.codec())
            .withOnnx(TransformerOnnx::write),
        BundleKind.of(
                "click network",
                ClickNetworkPredictor.class,
                SavedClickNetwork.class,
                NetworkBundles::saved,
                NetworkBundles::predictor)
            .withCodec(ModelKinds.codec()),
        InterestRecommender.bundleKind(),
        MixtureRecommender.bundleKind());
  }

  private static SavedNetwork saved(NetworkRecommender recommender) {
    Network network = recommender.network();
    return new SavedNetwork(network.config(), Weights.of(network.parameters()));
  }

  private static NetworkRecommender recommender(SavedNetwork saved, Catalogue catalogue) {
    return inOwnMemory(
        manager -> {
          Network network =
              saved.weights.creating(() -> saved.settings.create(catalogue.size(), 0, manager));
          saved.weights.into(network.parameters());
          return NetworkRecommender.owning(network, catalogue, manager);
        });
  }

  private static SavedClickNetwork saved(ClickNetworkPredictor predictor) {
    ClickNetwork network = predictor.network();
    return new SavedClickNetwork(
        network.config(),
        network.schema(),
        predictor.clickWeight(),
        Weights.of(network.parameters()));
  }

  private static ClickNetworkPredictor predictor(SavedClickNetwork saved, Catalogue catalogue) {
    return inOwnMemory(
        manager -> {
          ClickNetwork network =
              saved.weights.creating(() -> saved.settings.create(saved.fields, 0, manager));
          saved.weights.into(network.parameters());
          return ClickNetworkPredictor.owning(network, saved.clickWeight, catalogue, manager);
        });
  }

  /** Memory that what is made in it owns; freed if nothing can be made. */
  private static <T> T inOwnMemory(Function<NDManager, T> make) {
    NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
    try {
      return make.apply(manager);
    } catch (RuntimeException refused) {
      manager.close();
      throw refused;
    }
  }
}
