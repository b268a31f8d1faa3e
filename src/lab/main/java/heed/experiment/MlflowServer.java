package heed.experiment;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import heed.training.optimizer.Epoch;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An MLflow tracking server that run records are sent to, by its REST API 2.0. The files in {@code
 * runs/} need no server; this is for who has one.
 *
 * <p>A run becomes an MLflow run in the experiment of the record's name: what was asked for as
 * parameters, metrics and seconds as metrics, the curve as the metrics {@code loss} and {@code
 * validation} with the epoch as step, data and machine as tags. MLflow takes no {@code @} in a
 * name: {@code NDCG@10} is called {@code NDCG at 10} there.
 *
 * @param address of the server, such as {@code http://localhost:5000}
 */
public record MlflowServer(URI address) {

  /** Where MLflow's own clients read the address from. */
  static final String VARIABLE = "MLFLOW_TRACKING_URI";

  private static final Gson GSON = new Gson();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String API = "/api/2.0/mlflow/";
  private static final int LONGEST_VALUE = 500;
  private static final int PARAMETERS_A_CALL = 100;
  private static final int METRICS_A_CALL = 1_000;

  public MlflowServer {
    if (address.getScheme() == null || !address.getScheme().startsWith("http")) {
      throw new IllegalArgumentException(
          "the address of an MLflow server begins with http:// or https://, found " + address);
    }
  }

  /** The server that the environment names, if it does: {@code MLFLOW_TRACKING_URI}. */
  public static Optional<MlflowServer> named() {
    return named(System.getenv());
  }

  /** A name that is no address of a server, such as a folder, is MLflow's own affair. */
  static Optional<MlflowServer> named(Map<String, String> environment) {
    String address = environment.getOrDefault(VARIABLE, "");
    return address.startsWith("http")
        ? Optional.of(new MlflowServer(URI.create(address)))
        : Optional.empty();
  }

  /**
   * Sends a record.
   *
   * @return the id of the run on the server
   * @throws IOException if the server cannot be reached or refuses; says what it answered
   */
  public String send(RunRecord record) throws IOException {
    long ended = Instant.parse(record.time()).toEpochMilli();
    long took = Math.round(1000 * record.seconds().values().stream().mapToDouble(s -> s).sum());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("experiment_id", experiment(record.name()));
    run.put("run_name", record.name() + ", seed " + record.seed());
    run.put("start_time", ended - took);
    run.put("tags", pairs(tags(record)));
    String id =
        post("runs/create", run)
            .getAsJsonObject("run")
            .getAsJsonObject("info")
            .get("run_id")
            .getAsString();
    List<Object> parameters = pairs(parameters(record));
    for (List<Object> some : parts(parameters, PARAMETERS_A_CALL)) {
      post("runs/log-batch", Map.of("run_id", id, "params", some));
    }
    for (List<Object> some : parts(metrics(record, ended), METRICS_A_CALL)) {
      post("runs/log-batch", Map.of("run_id", id, "metrics", some));
    }
    post("runs/update", Map.of("run_id", id, "status", "FINISHED", "end_time", ended));
    return id;
  }

  private String experiment(String name) throws IOException {
    String query = "experiment_name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    HttpResponse<String> found = answer(request("experiments/get-by-name?" + query).GET().build());
    if (found.statusCode() == 200) {
      return parsed(found).getAsJsonObject("experiment").get("experiment_id").getAsString();
    }
    if (found.statusCode() != 404) {
      throw refused("experiments/get-by-name", found);
    }
    return post("experiments/create", Map.of("name", name)).get("experiment_id").getAsString();
  }

  private static Map<String, String> tags(RunRecord record) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("split", record.split());
    tags.put("data", record.data().file());
    tags.put("sha256", record.data().sha256());
    record.versions().forEach((name, version) -> tags.put("version " + name, version));
    record.machine().forEach((name, value) -> tags.put("machine " + name, value));
    return tags;
  }

  private static Map<String, String> parameters(RunRecord record) {
    Map<String, String> parameters = new LinkedHashMap<>(Configurations.flat(record.config()));
    parameters.put("seed", Long.toString(record.seed()));
    return parameters;
  }

  private static List<Object> metrics(RunRecord record, long time) {
    List<Object> metrics = new ArrayList<>();
    record.metrics().forEach((name, value) -> add(metrics, name, value, 0, time));
    record.seconds().forEach((name, value) -> add(metrics, "seconds " + name, value, 0, time));
    for (Epoch epoch : record.curve()) {
      add(metrics, "loss", epoch.loss(), epoch.number(), time);
      add(metrics, "validation", epoch.validation(), epoch.number(), time);
    }
    return metrics;
  }

  private static void add(List<Object> metrics, String name, double value, int step, long time) {
    if (Double.isFinite(value)) {
      metrics.add(Map.of("key", key(name), "value", value, "step", step, "timestamp", time));
    }
  }

  private static List<Object> pairs(Map<String, String> values) {
    List<Object> pairs = new ArrayList<>();
    values.forEach(
        (name, value) ->
            pairs.add(
                Map.of(
                    "key",
                    key(name),
                    "value",
                    value.substring(0, Math.min(value.length(), LONGEST_VALUE)))));
    return pairs;
  }

  /** MLflow's names hold letters, digits, and a few signs. */
  private static String key(String name) {
    return name.replace("@", " at ").replaceAll("[^\\w\\-./ ]", "_");
  }

  private static List<List<Object>> parts(List<Object> all, int most) {
    List<List<Object>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return parts;
  }

  private JsonObject post(String call, Map<String, ?> body) throws IOException {
    HttpResponse<String> answer =
        answer(
            request(call)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(GSON.toJson(body)))
                .build());
    if (answer.statusCode() != 200) {
      throw refused(call, answer);
    }
    return parsed(answer);
  }

  private HttpRequest.Builder request(String call) {
    String base = address.toString().replaceAll("/+$", "");
    return HttpRequest.newBuilder(URI.create(base + API + call)).timeout(PATIENCE);
  }

  private HttpResponse<String> answer(HttpRequest request) throws IOException {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new IOException("the MLflow server at " + address + " cannot be reached", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while sending to the MLflow server at " + address, stopped);
    }
  }

  private JsonObject parsed(HttpResponse<String> answer) throws IOException {
    try {
      return JsonParser.parseString(answer.body()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException other) {
      throw new IOException(
          address + " does not answer as an MLflow server: " + answer.body(), other);
    }
  }

  private IOException refused(String call, HttpResponse<String> answer) {
    return new IOException(
        String.format(
            Locale.ROOT,
            "the MLflow server at %s refused %s with %d: %s",
            address,
            call,
            answer.statusCode(),
            answer.body()));
  }
}
