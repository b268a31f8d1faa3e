package heed.serve.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import heed.log.Counted;
import heed.recommend.rule.Blocklist;
import heed.sequence.Catalogue;
import heed.serve.Answer;
import heed.serve.Event;
import heed.serve.Request;
import heed.serve.Service;
import heed.serve.live.LiveUsers;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a service answers over HTTP, route by route; {@code openapi.json} tells the same. */
final class Endpoints {

  private static final int MOST_FOUND = 20;

  private final Served served;
  private final JsonRequestReader reader;
  private final HttpOptions options;
  private final PrometheusMeterRegistry metrics;
  private final BooleanSupplier ready;
  private final Executor slow;

  /**
   * Of one service.
   *
   * @param ready whether it is not about to stop
   * @param slow runs what reads files or takes its time
   */
  Endpoints(
      Served served,
      HttpOptions options,
      PrometheusMeterRegistry metrics,
      BooleanSupplier ready,
      Executor slow) {
    this.served = served;
    this.reader = new JsonRequestReader(options);
    this.options = options;
    this.metrics = metrics;
    this.ready = ready;
    this.slow = slow;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/recommend", false, this::recommend),
        new Route("POST", "/recommend/batch", false, this::recommendSeveral),
        new Route("POST", "/events", false, call -> slowly(() -> events(call))),
        new Route("DELETE", "/users/", false, call -> slowly(() -> forget(call))),
        new Route("GET", "/items", false, call -> slowly(() -> items(call))),
        new Route("GET", "/blocklist", false, call -> at(blocked())),
        new Route("POST", "/blocklist", false, call -> at(block(call))),
        new Route("DELETE", "/blocklist/", false, call -> at(unblock(call))),
        new Route("GET", "/model", false, call -> at(model())),
        new Route("POST", "/model", false, call -> slowly(() -> swap(call))),
        new Route("POST", "/model/rollback", false, call -> slowly(this::rollBack)),
        new Route("GET", "/metrics", false, call -> slowly(this::metrics)),
        new Route("GET", "/health", true, call -> at(status("up"))),
        new Route("GET", "/ready", true, call -> at(ready())),
        new Route("GET", "/openapi.json", true, call -> at(file("openapi.json", Reply.JSON))),
        new Route("GET", "/", true, call -> at(file("page.html", "text/html;charset=utf-8"))),
        new Route("GET", "/page.css", true, call -> at(file("page.css", "text/css"))),
        new Route("GET", "/page.js", true, call -> at(file("page.js", "text/javascript"))));
  }

  private static CompletableFuture<Reply> at(Reply reply) {
    return CompletableFuture.completedFuture(reply);
  }

  private CompletableFuture<Reply> slowly(Supplier<Reply> reply) {
    return CompletableFuture.supplyAsync(reply, slow);
  }

  private CompletableFuture<Reply> recommend(Call call) {
    Request request = reader.request(call.fields());
    return service().submit(request).thenApply(answer -> Reply.of(AnswerWriter.json(answer)));
  }

  private Service service() {
    return served.service();
  }

  /** Each has its own place in the answer, also one that failed. */
  private CompletableFuture<Reply> recommendSeveral(Call call) {
    List<Fields> several = call.fields().only("requests").objects("requests");
    if (several.size() > options.mostRequests()) {
      throw new Refusal(
          400,
          String.format(
              Locale.ROOT,
              "at most %s at once, found %,d; send them in parts",
              Counted.of(options.mostRequests(), "request comes", "requests come"),
              several.size()));
    }
    List<CompletableFuture<JsonObject>> answers = new ArrayList<>();
    for (Fields fields : several) {
      answers.add(one(fields));
    }
    return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
        .thenApply(
            all -> {
              JsonArray array = new JsonArray();
              answers.forEach(answer -> array.add(answer.join()));
              JsonObject json = new JsonObject();
              json.add("answers", array);
              return Reply.of(json);
            });
  }

  private CompletableFuture<JsonObject> one(Fields fields) {
    CompletableFuture<Answer> answer;
    try {
      answer = service().submit(reader.request(fields));
    } catch (RuntimeException refused) {
      answer = CompletableFuture.failedFuture(refused);
    }
    return answer.thenApply(AnswerWriter::json).exceptionally(Endpoints::problem);
  }

  private static JsonObject problem(Throwable failure) {
    JsonObject problem = new JsonObject();
    Throwable cause = Reply.cause(failure);
    int status = Reply.status(cause);
    problem.addProperty("status", status);
    problem.addProperty("error", Reply.error(cause, status));
    return problem;
  }

  private Reply events(Call call) {
    Fields fields = call.fields();
    LiveUsers users = served.users();
    Catalogue catalogue = service().model().items().catalogue();
    List<Fields> events =
        fields.has("events") ? fields.only("events").objects("events") : List.of(fields);
    if (events.size() > options.mostRequests()) {
      throw new Refusal(
          400,
          "at most " + options.mostRequests() + " events come at once, found " + events.size());
    }
    List<String> unknown = new ArrayList<>();
    List<Runnable> adding = new ArrayList<>();
    for (Fields one : events) {
      one.only("user", "item", "time", "type");
      String user = one.requiredText("user");
      Event event = JsonRequestReader.event(one);
      if (user.isEmpty()) {
        throw new Refusal(400, "an event is somebody's; found an empty 'user'");
      }
      if (catalogue.number(event.item()) == 0) {
        unknown.add(event.item());
      }
      adding.add(() -> users.add(user, event));
    }
    adding.forEach(Runnable::run); // All of them are known to be well formed.
    JsonObject json = new JsonObject();
    json.addProperty("accepted", events.size());
    json.addProperty("kept", users.isLogged() ? "file" : "memory");
    json.add("unknown", AnswerWriter.texts(unknown));
    return Reply.of(json);
  }

  private Reply forget(Call call) {
    try {
      JsonObject json = new JsonObject();
      json.addProperty("forgotten", served.users().forget(call.rest()));
      json.addProperty(
          "remains", "what she did before the training is in the training log and the weights");
      return Reply.of(json);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Reply items(Call call) {
    Catalogue catalogue = service().model().items().catalogue();
    String query = call.query().getOrDefault("query", "").toLowerCase(Locale.ROOT).strip();
    JsonArray found = new JsonArray();
    for (int pass = 0; pass < 2; pass++) { // Those that begin with it come first.
      for (int item = 1; item <= catalogue.size() && found.size() < MOST_FOUND; item++) {
        String title = catalogue.title(item).toLowerCase(Locale.ROOT);
        boolean begins = title.startsWith(query) || catalogue.id(item).equals(query);
        if (pass == 0 ? begins : !begins && title.contains(query)) {
          JsonObject one = new JsonObject();
          one.addProperty("id", catalogue.id(item));
          one.addProperty("title", catalogue.title(item));
          one.add("kinds", AnswerWriter.texts(catalogue.kinds(item)));
          found.add(one);
        }
      }
    }
    JsonObject json = new JsonObject();
    json.add("items", found);
    return Reply.of(json);
  }

  private Reply blocked() {
    JsonObject json = new JsonObject();
    json.add("ids", AnswerWriter.texts(served.blocklist().ids().stream().sorted().toList()));
    return Reply.of(json);
  }

  private Reply block(Call call) {
    Blocklist blocklist = served.blocklist();
    blocklist.block(call.fields().only("ids").texts("ids"));
    return blocked();
  }

  private Reply unblock(Call call) {
    served.blocklist().unblock(List.of(call.rest()));
    return blocked();
  }

  private Reply model() {
    JsonObject json = new JsonObject();
    json.addProperty("version", service().model().version());
    json.addProperty("items", service().model().items().catalogue().size());
    json.add("columns", AnswerWriter.texts(service().model().items().columns()));
    service().previous().ifPresent(before -> json.addProperty("previous", before.version()));
    return Reply.of(json);
  }

  private Reply swap(Call call) {
    String name = call.fields().only("bundle").requiredText("bundle");
    served.bundles().orElseThrow(Endpoints::noBundles).swap(service(), name);
    return model();
  }

  private Reply rollBack() {
    served.bundles().orElseThrow(Endpoints::noBundles).rollBack(service());
    return model();
  }

  private static Refusal noBundles() {
    return new Refusal(
        409, "this service was given a model and no bundle; whoever started it can swap it");
  }

  private Reply metrics() {
    return Reply.of(200, "text/plain;version=0.0.4;charset=utf-8", metrics.scrape());
  }

  private static Reply status(String status) {
    JsonObject json = new JsonObject();
    json.addProperty("status", status);
    return Reply.of(json);
  }

  private Reply ready() {
    if (!ready.getAsBoolean()) {
      throw new Refusal(503, "the service is stopping");
    }
    return status("ready");
  }

  static Reply file(String name, String type) {
    try (InputStream in = Endpoints.class.getResourceAsStream(name)) {
      return Reply.of(200, type, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
