import ai.djl.ndarray.NDManager;
import com.sun.management.ThreadMXBean;
import heed.bundle.Bundle;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.planted.PlantedShape;
import heed.recommend.rule.Blocklist;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import heed.serve.Model;
import heed.serve.Request;
import heed.serve.Service;
import heed.serve.ServiceListener;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a service's lists cost: SASRec of width 64 over 12,060 items, histories of 10 and 50 events,
 * ten items each; in process and over HTTP. Run by src/bench/serve.
 */
class ServeBench {

  /** The compiler works for so long beside the service on two cores. */
  static final int WARM_SECONDS = 15;

  static final int SECONDS = 6;

  private static final int MOST_ANSWERS = 2_000_000;

  public static void main(String[] arguments) throws Exception {
    Path bundle = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "plant" -> plant(bundle);
      case "first" -> first(bundle);
      case "process" -> inProcess(bundle, Integer.parseInt(arguments[2]));
      case "listen" -> listen(bundle, Integer.parseInt(arguments[2]));
      case "load" -> ServeLoad.load(bundle, URI.create(arguments[2]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void plant(Path bundle) throws IOException {
    Catalogue catalogue = Sequences.of(PlantedShape.baskets().generate(1).log(), 1).catalogue();
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network =
            new NetworkRecommender(
                SasrecConfig.defaults().withMaxLength(50).create(catalogue.size(), 1, manager),
                catalogue,
                manager)) {
      Bundle.save(bundle, network);
    }
  }

  /** From the start of the JVM to the first answer, without the warm-up that a service may have. */
  private static void first(Path file) throws IOException {
    ServiceOptions options = ServiceOptions.defaults().withWarmUp(Duration.ZERO);
    try (Bundle bundle = Bundle.load(file);
        Service service =
            new Service(Model.of(bundle), options, UserHistories.none(), ServiceListener.NONE)) {
      service.recommend(Request.of(bundle.catalogue().id(1)));
      long began = ManagementFactory.getRuntimeMXBean().getStartTime();
      System.out.println("start to first answer: " + (System.currentTimeMillis() - began) + " ms");
    }
  }

  private static void inProcess(Path file, int workers) throws Exception {
    try (Bundle bundle = Bundle.load(file);
        Service service =
            new Service(
                Model.of(bundle),
                ServiceOptions.defaults().withWorkers(workers),
                UserHistories.none(),
                ServiceListener.NONE)) {
      for (int length : new int[] {10, 50}) {
        List<Request> requests = requests(bundle.catalogue(), length);
        for (int clients : new int[] {1, 4 * workers}) {
          ask(service, requests, clients, WARM_SECONDS);
          long allocated = allocated();
          long[] took = ask(service, requests, clients, SECONDS);
          String name =
              String.format(
                  Locale.ROOT,
                  "in process, %d workers, %d events, %d clients",
                  workers,
                  length,
                  clients);
          print(name, took, SECONDS);
          System.out.printf(
              Locale.ROOT,
              "    %,d bytes allocated for an answer%n",
              (allocated() - allocated) / took.length);
        }
      }
    }
    System.out.println("    " + resident());
  }

  private static List<Request> requests(Catalogue catalogue, int length) {
    Random random = new Random(length);
    return IntStream.range(0, 1_000)
        .mapToObj(
            i ->
                Request.of(
                    random
                        .ints(length, 1, catalogue.size() + 1)
                        .mapToObj(catalogue::id)
                        .toArray(String[]::new)))
        .toList();
  }

  /** Nanoseconds of each answer to clients that ask again as soon as they have one. */
  private static long[] ask(Service service, List<Request> requests, int clients, int seconds)
      throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    return together(
        clients,
        (client, took) -> {
          int count = 0;
          for (long now = System.nanoTime(); now < end && count < took.length; ) {
            service.recommend(requests.get((37 * client + count) % requests.size()));
            long next = System.nanoTime();
            took[count++] = next - now;
            now = next;
          }
          return count;
        });
  }

  /** One of several that ask at once. */
  interface Client {

    /** Asks, writes the nanoseconds of each answer, and returns how many there are. */
    int ask(int number, long[] took) throws IOException;
  }

  /** The nanoseconds of all clients' answers, sorted. */
  static long[] together(int clients, Client client) throws InterruptedException {
    List<long[]> all = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int number = i;
      threads.add(
          new Thread(
              () -> {
                long[] took = new long[MOST_ANSWERS];
                try {
                  int count = client.ask(number, took);
                  synchronized (all) {
                    all.add(Arrays.copyOf(took, count));
                  }
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds())).sum();
  }

  private static String resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
        .reduce("", (left, right) -> left + " " + right.replaceAll("\\s+", " "));
  }

  static void print(String name, long[] sorted, double seconds) {
    System.out.printf(
        Locale.ROOT,
        "%s: %,.0f answers a second, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms%n",
        name,
        sorted.length / seconds,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 0.999));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))] / 1e6;
  }

  private static void listen(Path file, int workers) throws Exception {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    LiveUsers users = LiveUsers.inMemory(LiveOptions.defaults(), UserHistories.none());
    try (Bundle bundle = Bundle.load(file);
        Service service =
            new Service(
                Model.of(bundle),
                ServiceOptions.defaults().withWorkers(workers),
                users,
                new ServiceMetrics(metrics));
        HttpService http =
            new HttpService(
                new Served(service, users, new Blocklist(), Optional.empty()),
                HttpOptions.defaults(),
                metrics)) {
      System.out.println(http.address());
      System.in.read();
      System.err.println("    service:" + resident());
    }
  }
}
