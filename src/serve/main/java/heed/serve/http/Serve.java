package heed.serve.http;

import heed.recommend.rule.Blocklist;
import heed.serve.Service;
import heed.serve.ServiceOptions;
import heed.serve.UserHistories;
import heed.serve.live.LiveOptions;
import heed.serve.live.LiveUsers;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The command that serves a bundle: {@code environment/serve films.heed}. */
public final class Serve {

  private Serve() {}

  /** Serves until the process is told to end; what it is told is in {@link ServeArguments}. */
  public static void main(String[] arguments) {
    try {
      run(ServeArguments.of(arguments, System.getenv()), System.out);
    } catch (IllegalArgumentException | IllegalStateException | IOException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void run(ServeArguments arguments, PrintStream out) throws IOException {
    Blocklist blocklist = new Blocklist();
    ServiceOptions options =
        ServiceOptions.defaults()
            .withWorkers(arguments.workers())
            .withLongestHistory(arguments.http().longestHistory());
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Bundles bundles =
        new Bundles(arguments.bundle(), arguments.opening(), model -> model.withRules(blocklist));
    LiveUsers users = users(arguments);
    Service service = new Service(bundles.first(), options, users, new ServiceMetrics(metrics));
    HttpService http =
        new HttpService(
            new Served(service, users, blocklist, Optional.of(bundles)), arguments.http(), metrics);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(http, service, users, bundles);
                  ended.countDown();
                },
                "heed stop"));
    out.println(service.model().version() + " is at " + http.address() + " (Ctrl-C stops it)");
    out.flush();
    awaitEnd(ended);
  }

  private static LiveUsers users(ServeArguments arguments) throws IOException {
    if (arguments.events().isEmpty()) {
      return LiveUsers.inMemory(LiveOptions.defaults(), UserHistories.none());
    }
    Path file = arguments.events().get();
    return LiveUsers.logged(LiveOptions.defaults(), UserHistories.none(), file, arguments.forced());
  }

  /** In the order in which nothing is asked of what is closed. */
  private static void close(HttpService http, Service service, LiveUsers users, Bundles bundles) {
    http.close();
    service.close();
    bundles.close();
    try {
      users.close();
    } catch (IOException failed) {
      System.err.println("the log of events was not closed: " + failed.getMessage());
    }
  }

  private static void awaitEnd(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
