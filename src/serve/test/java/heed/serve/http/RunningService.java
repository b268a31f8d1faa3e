package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heed.recommend.rule.Blocklist;
import heed.serve.Model;
import heed.serve.NextItem;
import heed.serve.Service;
import heed.serve.ServiceOptions;
import heed.serve.UserHistories;
import heed.serve.live.LiveOptions;
import heed.serve.live.LiveUsers;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service that listens, and a client that asks it. */
final class RunningService implements AutoCloseable {

  final Blocklist blocklist = new Blocklist();
  final LiveUsers users = LiveUsers.inMemory(LiveOptions.defaults(), UserHistories.none());
  final Service service;
  final HttpService http;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Puts the next item first, and takes bodies of up to 10,000 bytes, 50 events and 20 items. */
  static RunningService ofNextItem() {
    return new RunningService(
        Model.of(NextItem.recommender()), HttpOptions.defaults().withLimits(10_000, 50, 20));
  }

  RunningService(Model model, HttpOptions options) {
    this(model, options, Optional.empty());
  }

  RunningService(Model model, HttpOptions options, Optional<Bundles> bundles) {
    PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    service =
        new Service(
            model.withRules(blocklist),
            ServiceOptions.defaults().withWorkers(2).withWarmUp(Duration.ofMillis(10)),
            users,
            new ServiceMetrics(metrics));
    try {
      http = new HttpService(new Served(service, users, blocklist, bundles), options, metrics);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** An answer: its status and its body. */
  record Got(int status, String body) {

    JsonObject json() {
      return JsonParser.parseString(body).getAsJsonObject();
    }

    String error() {
      return json().get("error").getAsString();
    }

    /** The ids of the list, which must have come. */
    List<String> ids() {
      assertThat(status).as(body).isEqualTo(200);
      return RunningService.ids(json());
    }
  }

  Got post(String path, String body) throws Exception {
    return send(
        to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  Got get(String path) throws Exception {
    return send(to(path).GET());
  }

  Got delete(String path) throws Exception {
    return send(to(path).DELETE());
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(http.address().resolve(path)).timeout(Duration.ofSeconds(20));
  }

  Got send(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    return new Got(response.statusCode(), response.body());
  }

  static List<String> ids(JsonObject answer) {
    return answer.getAsJsonArray("items").asList().stream()
        .map(item -> item.getAsJsonObject().get("id").getAsString())
        .toList();
  }

  /** The first bytes of the answer to what need not be HTTP. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http.address().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1) + " ";
    }
  }

  @Override
  public void close() {
    http.close();
    service.close();
  }
}
