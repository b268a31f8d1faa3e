package heed.model;

import ai.djl.ndarray.NDManager;
import heed.file.RecordCodec;
import heed.layer.Weights;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A trained recommender in a file, see {@link NetworkRecommender#save(Path, RecordCodec)}. */
record NetworkFile(Path file, RecordCodec codec) {

  private static final String KIND = "network";
  private static final String SETTINGS = "settings";

  void write(NetworkRecommender recommender) throws IOException {
    Map<String, String> owner = owner(recommender.network().config(), recommender.catalogue());
    ModelConfig settings = recommender.network().config();
    owner.put(SETTINGS, SavedWeights.settings(KIND, settings, ModelConfig.class, codec));
    SavedWeights.write(file, KIND, owner, Weights.of(recommender.network().parameters()));
  }

  private Map<String, String> owner(ModelConfig settings, Catalogue catalogue) {
    Map<String, String> owner = new LinkedHashMap<>();
    owner.put(SETTINGS, codec.write(settings));
    owner.put("items", Integer.toString(catalogue.size()));
    owner.put("catalogue", codec.write(catalogue.fingerprint()));
    return owner;
  }

  NetworkRecommender read(Catalogue catalogue, NDManager manager) throws IOException {
    SavedWeights saved = SavedWeights.read(file, KIND);
    ModelConfig settings = saved.value(SETTINGS, ModelConfig.class, codec);
    saved.requireOwner(owner(settings, catalogue), "give the catalogue it was trained on");
    Network network = saved.creating(() -> settings.create(catalogue.size(), 0, manager));
    try {
      saved.into(network.parameters());
    } catch (IllegalArgumentException refused) {
      network.close();
      throw refused;
    }
    return new NetworkRecommender(network, catalogue, manager);
  }

  void into(NetworkRecommender recommender) throws IOException {
    SavedWeights saved = SavedWeights.read(file, KIND);
    saved.requireOwner(
        owner(recommender.network().config(), recommender.catalogue()),
        "make the network it is of by NetworkRecommender.load(file, catalogue, manager)");
    saved.into(recommender.network().parameters());
  }
}
