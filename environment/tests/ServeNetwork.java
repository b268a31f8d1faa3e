import ai.djl.ndarray.NDManager;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.rule.Blocklist;
import heed.sequence.Catalogue;
import heed.serve.Model;
import heed.serve.Service;
import heed.serve.ServiceOptions;
import heed.serve.UserHistories;
import heed.serve.http.HttpOptions;
import heed.serve.http.HttpService;
import heed.serve.http.Served;
import heed.serve.http.ServiceMetrics;
import heed.serve.live.LiveOptions;
import heed.serve.live.LiveUsers;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A network, not yet trained, over films with awkward titles; serves until its input ends. */
class ServeNetwork {

  public static void main(String[] arguments) throws Exception {
    List<String> ids = IntStream.range(0, 60).mapToObj(i -> "f" + i).toList();
    Map<String, String> awkward = Map.of("f0", "<b>Bold</b> & \"Quoted\"", "f1", "Alien (1979)", "f2", "Aliens (1986)");
    Catalogue catalogue =
        Catalogue.of(ids, awkward).withKinds(id -> List.of(id.hashCode() % 2 == 0 ? "even" : "odd"));
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network =
            new NetworkRecommender(SasrecConfig.defaults().create(catalogue.size(), 1, manager), catalogue, manager);
        LiveUsers users = LiveUsers.inMemory(LiveOptions.defaults(), UserHistories.none())) {
      PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      Blocklist blocklist = new Blocklist();
      Model model = Model.of(network).withRules(blocklist);
      try (Service service = new Service(model, ServiceOptions.defaults(), users, new ServiceMetrics(metrics));
          HttpService http =
              new HttpService(
                  new Served(service, users, blocklist, Optional.empty()), HttpOptions.defaults(), metrics)) {
        System.out.println(http.address());
        System.in.read();
      }
    }
  }
}
