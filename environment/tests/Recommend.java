import ai.djl.ndarray.NDManager;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import java.util.List;
import java.util.Map;

/** What a service does, on no more than it depends on: a network, not yet trained, answers. */
class Recommend {

  public static void main(String[] arguments) {
    Catalogue catalogue = Catalogue.of(List.of("a", "b", "c"), Map.of());
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender recommender =
            new NetworkRecommender(
                SasrecConfig.defaults().create(catalogue.size(), 1, manager), catalogue, manager)) {
      System.out.println(recommender.recommend(catalogue.history("a"), 2).entries().size());
    }
  }
}
