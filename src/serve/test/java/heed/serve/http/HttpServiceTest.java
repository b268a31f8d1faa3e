package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import heed.serve.Model;
import heed.serve.NextItem;
import heed.serve.http.RunningService.Got;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpServiceTest {

  private static final RunningService RUNNING =
      new RunningService(
          Model.of(NextItem.recommender()), HttpOptions.defaults().withLimits(10_000, 50, 20));

  /** What smuggles a second request past a proxy. */
  private static final String TWO_LENGTHS =
      """
      POST /recommend HTTP/1.1\r
      Host: localhost\r
      Content-Length: 5\r
      Transfer-Encoding: chunked\r
      \r
      0\r
      \r
      """;

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    RUNNING.close();
  }

  private static List<String> ids(Got got) {
    assertThat(got.status()).as(got.body()).isEqualTo(200);
    return ids(got.json());
  }

  private static List<String> ids(JsonObject answer) {
    List<String> ids = new ArrayList<>();
    answer
        .getAsJsonArray("items")
        .forEach(item -> ids.add(item.getAsJsonObject().get("id").getAsString()));
    return ids;
  }

  @Test
  void answers_for_a_history_an_item_and_nobody() throws Exception {
    Got ofHistory = RUNNING.post("/recommend", "{\"history\":[\"005\",\"007\"],\"k\":2}");
    assertThat(ids(ofHistory)).containsExactly("008", "009");
    assertThat(ofHistory.json().get("source").getAsString()).isEqualTo("history");
    assertThat(ids(RUNNING.post("/recommend", "{\"item\":\"007\",\"k\":1}")))
        .containsExactly("008");
    assertThat(RUNNING.post("/recommend", "{\"history\":[]}").json().get("source").getAsString())
        .isEqualTo("fallback");
    assertThat(
            ids(
                RUNNING.post(
                    "/recommend", "{\"history\":[{\"item\":\"007\",\"time\":12}],\"k\":1}")))
        .containsExactly("008");
  }

  @Test
  void rules_come_with_a_request() throws Exception {
    assertThat(
            ids(
                RUNNING.post(
                    "/recommend",
                    "{\"history\":[\"007\"],\"k\":3,\"exclude\":[\"008\"],"
                        + "\"allow\":[{\"values\":[\"comedy\"]}],\"atMost\":[{\"count\":2}]}")))
        .containsExactly("010", "011");
    assertThat(
            ids(
                RUNNING.post(
                    "/recommend",
                    "{\"history\":[\"007\"],\"k\":2,\"diversify\":{\"dial\":0.5},"
                        + "\"calibrate\":{\"dial\":0},"
                        + "\"boost\":[{\"values\":[\"drama\"],\"amount\":9}]}")))
        .hasSize(2);
  }

  @Test
  void reasons_are_told_on_request() throws Exception {
    JsonObject answer =
        RUNNING
            .post("/recommend", "{\"history\":[\"050\",\"007\"],\"k\":1,\"reasons\":true}")
            .json();
    JsonObject item = answer.getAsJsonArray("items").get(0).getAsJsonObject();
    JsonObject reason = item.getAsJsonArray("reasons").get(0).getAsJsonObject();
    assertThat(reason.get("title").getAsString()).isEqualTo("007");
    assertThat(reason.get("share").getAsDouble()).isEqualTo(1);
  }

  @Test
  void several_are_answered_at_once_and_a_bad_one_harms_no_other() throws Exception {
    JsonObject answer =
        RUNNING
            .post(
                "/recommend/batch",
                "{\"requests\":[{\"history\":[\"001\"],\"k\":1},{\"item\":\"nobody\"},"
                    + "{\"history\":[\"003\"],\"k\":1}]}")
            .json();
    List<JsonObject> answers =
        answer.getAsJsonArray("answers").asList().stream()
            .map(one -> one.getAsJsonObject())
            .toList();
    assertThat(ids(answers.get(0))).containsExactly("002");
    assertThat(answers.get(1).get("status").getAsInt()).isEqualTo(400);
    assertThat(answers.get(1).get("error").getAsString()).contains("nobody");
    assertThat(ids(answers.get(2))).containsExactly("004");
  }

  @Test
  void a_click_is_in_the_next_answer_and_is_forgotten_on_demand() throws Exception {
    String ofAnn = "{\"user\":\"ann\",\"k\":1}";
    assertThat(RUNNING.post("/recommend", ofAnn).json().get("source").getAsString())
        .isEqualTo("fallback");
    Got taken = RUNNING.post("/events", "{\"user\":\"ann\",\"item\":\"041\"}");
    assertThat(taken.json().get("accepted").getAsInt()).isEqualTo(1);
    assertThat(taken.json().get("kept").getAsString()).isEqualTo("memory");
    assertThat(ids(RUNNING.post("/recommend", ofAnn))).containsExactly("042");
    RUNNING.post(
        "/events",
        "{\"events\":[{\"user\":\"ann\",\"item\":\"043\"},{\"user\":\"ann\",\"item\":\"new\"}]}");
    assertThat(ids(RUNNING.post("/recommend", ofAnn))).containsExactly("044");
    assertThat(RUNNING.delete("/users/ann").json().get("forgotten").getAsInt()).isEqualTo(3);
    assertThat(RUNNING.post("/recommend", ofAnn).json().get("source").getAsString())
        .isEqualTo("fallback");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a/b", "a%2Fb", "100%", "J\u00fcrgen", "a;b=c", "a?b#c", "a+b"})
  void whatever_an_id_looks_like_it_can_be_named_in_a_path(String user) throws Exception {
    JsonObject event = new JsonObject();
    event.addProperty("user", user);
    event.addProperty("item", "041");
    assertThat(RUNNING.post("/events", event.toString()).status()).isEqualTo(200);
    String named = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
    Got forgotten = RUNNING.delete("/users/" + named);
    assertThat(forgotten.status()).as(forgotten.body()).isEqualTo(200);
    assertThat(forgotten.json().get("forgotten").getAsInt()).isEqualTo(1);
  }

  @Test
  void a_deadline_far_away_does_no_harm() throws Exception {
    for (int i = 0; i < 4; i++) {
      String request = "{\"history\":[\"001\"],\"k\":1,\"deadlineMillis\":999999999999999999}";
      assertThat(ids(RUNNING.post("/recommend", request))).containsExactly("002");
    }
  }

  @Test
  void a_blocked_item_is_in_no_list() throws Exception {
    String request = "{\"history\":[\"089\"],\"k\":1}";
    RUNNING.post("/blocklist", "{\"ids\":[\"090\"]}");
    assertThat(ids(RUNNING.post("/recommend", request))).containsExactly("091");
    assertThat(RUNNING.get("/blocklist").body()).isEqualTo("{\"ids\":[\"090\"]}");
    assertThat(RUNNING.delete("/blocklist/090").body()).isEqualTo("{\"ids\":[]}");
    assertThat(ids(RUNNING.post("/recommend", request))).containsExactly("090");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|the body is a JSON object, found nothing",
        "[]|the body is a JSON object, found an array",
        "{|the body is not JSON",
        "{\"history\":[]} x|the body is not JSON",
        "{\"history\":[],}|the body is not JSON",
        "{\"history\":[],\"k\":NaN}|'k' of the body is a whole number, found \"NaN\"",
        "{\"history\":[],\"k\":1,\"k\":2}|'k' stands twice",
        "{\"history\":[1]}|'history' is an array of item ids",
        "{\"history\":\"1\"}|'history' of the body is an array, found \"1\"",
        "{\"histroy\":[]}|the body has no field 'histroy'; it has allow, atMost",
        "{}|names one of 'history', 'user' and 'item'; found 0",
        "{\"user\":\"a\",\"item\":\"b\"}|found 2",
        "{\"history\":[],\"k\":0}|'k' is between 1 and 50 here, found 0",
        "{\"history\":[],\"k\":51}|found 51",
        "{\"history\":[],\"k\":1.5}|'k' of the body is a whole number, found 1.5",
        "{\"history\":[],\"k\":1e400}|'k' of the body is a whole number",
        "{\"history\":[],\"seen\":\"no\"}|'seen' is one of [excluded, kept], found 'no'",
        "{\"history\":[],\"allow\":[{\"column\":\"brand\",\"values\":[]}]}|rules know no column 'brand'",
        "{\"history\":[],\"diversify\":{\"dial\":2}}|found 2",
        "{\"history\":[],\"deadlineMillis\":0}|a deadline is some time from now",
        "{\"history\":[\"nobody\"],\"unknown\":\"refused\"}|nobody",
        "{\"item\":\"nobody\"}|no item with the id 'nobody'",
      })
  void a_bad_request_is_told_what_is_wrong(String body, String error) throws Exception {
    Got got = RUNNING.post("/recommend", body);
    assertThat(got.status()).as(got.body()).isEqualTo(400);
    assertThat(got.error()).contains(error);
  }

  @Test
  void limits_hold() throws Exception {
    String history = String.join(",", Collections.nCopies(21, "\"001\""));
    assertThat(RUNNING.post("/recommend", "{\"history\":[" + history + "]}").error())
        .contains("at most 20 events here, found 21");
    String large = "{\"history\":[" + " ".repeat(10_000) + "]}";
    assertThat(RUNNING.post("/recommend", large).status()).isEqualTo(413);
    Got chunked =
        RUNNING.send(
            RUNNING
                .to("/recommend")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
    assertThat(chunked.status()).as("of a length that is not told before").isEqualTo(413);
  }

  @Test
  void nested_arrays_and_random_bytes_end_no_service() throws Exception {
    assertThat(RUNNING.post("/recommend", "[".repeat(9_000)).status()).isEqualTo(400);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Got got =
          RUNNING.send(
              RUNNING
                  .to("/recommend")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(bytes)));
      assertThat(got.status()).as(got.body()).isEqualTo(400);
    }
    assertThat(RUNNING.get("/health").status()).isEqualTo(200);
  }

  @Test
  void bytes_that_are_no_http_end_no_service() throws Exception {
    for (String raw :
        List.of(
            "nonsense\r\n\r\n",
            "POST /recommend HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            TWO_LENGTHS,
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%00%2e%2e HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /items?query=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertThat(raw(raw))
          .as(raw.lines().findFirst().orElse(""))
          .matches("(?s)HTTP/1.1 4\\d\\d .*");
    }
    assertThat(RUNNING.get("/health").status()).isEqualTo(200);
  }

  private static String raw(String request) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), RUNNING.http.address().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      socket.shutdownOutput();
      InputStream in = socket.getInputStream();
      return new String(in.readNBytes(12), StandardCharsets.ISO_8859_1) + " ";
    }
  }

  @Test
  void other_paths_and_methods_are_refused() throws Exception {
    assertThat(RUNNING.get("/nowhere").status()).isEqualTo(404);
    assertThat(RUNNING.get("/recommend").error()).contains("this path knows [POST], found GET");
    Got form =
        RUNNING.send(
            RUNNING
                .to("/recommend")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(form.status()).isEqualTo(415);
  }

  @Test
  void a_page_of_a_stranger_may_not_ask() throws Exception {
    Got foreign = RUNNING.send(RUNNING.to("/model").header("Origin", "http://evil.example"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(raw("GET /model HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains("403");
    Got own =
        RUNNING.send(RUNNING.to("/model").header("Origin", RUNNING.http.address().toString()));
    assertThat(own.status()).isEqualTo(200);
  }

  @Test
  void a_token_is_asked_for_where_one_was_given() throws Exception {
    String token = "0123456789abcdef";
    try (RunningService running =
        new RunningService(
            Model.of(NextItem.recommender()), HttpOptions.defaults().at("127.0.0.1", token))) {
      assertThat(running.get("/health").status()).isEqualTo(200);
      assertThat(running.get("/model").status()).isEqualTo(401);
      assertThat(running.get("/metrics").status()).isEqualTo(401);
      assertThat(running.send(running.to("/model").header("Authorization", "Bearer x")).status())
          .isEqualTo(401);
      assertThat(
              running
                  .send(running.to("/model").header("Authorization", "Bearer " + token))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void to_listen_wider_needs_a_token() {
    assertThatThrownBy(
            () -> ServeArguments.of(new String[] {"pom.xml", "--host", "0.0.0.0"}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a service needs a token");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "short"))
        .hasMessageContaining("take at least 16");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "0123456789abcdef\n"))
        .hasMessageContaining("no space at either end");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "gel\u00e4nge von 16 Zeichen"))
        .hasMessageContaining("ASCII");
  }

  @Test
  void metrics_tell_of_answers_and_failures() throws Exception {
    RUNNING.post("/recommend", "{\"history\":[\"001\"]}");
    RUNNING.post("/recommend", "{\"item\":\"nobody\"}");
    assertThat(RUNNING.get("/metrics").body())
        .contains("heed_answers_seconds_count{source=\"history\"}")
        .contains("heed_answers_seconds_bucket{source=\"history\",le=\"0.005\"}")
        .contains("heed_failures_total{reason=\"request\"}")
        .contains("heed_http_total{route=\"/recommend\",status=\"200\"}")
        .contains("heed_waiting 0.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void the_description_and_the_routes_are_the_same() throws Exception {
    JsonObject described = RUNNING.get("/openapi.json").json();
    TreeSet<String> told = new TreeSet<>();
    described
        .getAsJsonObject("paths")
        .entrySet()
        .forEach(
            path ->
                path.getValue()
                    .getAsJsonObject()
                    .keySet()
                    .forEach(
                        method ->
                            told.add(
                                method.toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{.*", ""))));
    TreeSet<String> answered = new TreeSet<>();
    new Endpoints(
            new Served(RUNNING.service, RUNNING.users, RUNNING.blocklist, Optional.empty()),
            HttpOptions.defaults(),
            null,
            () -> true,
            Runnable::run)
        .routes()
        .forEach(route -> answered.add(route.method() + " " + route.path()));
    assertThat(told).isEqualTo(answered);
  }

  @Test
  void a_stop_waits_for_what_has_begun_and_refuses_what_is_new() throws Exception {
    NextItem slow = NextItem.recommender();
    RunningService running = new RunningService(Model.of(slow), HttpOptions.defaults());
    slow.shut();
    CompletableFuture<Got> begun =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return running.post("/recommend", "{\"history\":[\"001\"],\"k\":1}");
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    Thread.sleep(100);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(running::close);
    Thread.sleep(100);
    slow.open();
    assertThat(ids(begun.join())).containsExactly("002");
    stopped.join();
    assertThatThrownBy(() -> running.get("/health")).isInstanceOf(IOException.class);
  }

  private Path bundle(String name, String... items) throws IOException {
    Catalogue catalogue = Catalogue.of(List.of("a", "b", "c"), Map.of());
    Sequences log = Sequences.of(catalogue, List.of("ann"), List.of(catalogue.history(items)));
    Path file = folder.resolve(name);
    Bundle.save(file, Popularity.ever(log));
    return file;
  }

  @Test
  void a_swap_under_load_loses_no_request_and_a_bad_bundle_changes_nothing() throws Exception {
    Path first = bundle("first.heed", "a", "a", "b");
    bundle("second.heed", "c", "c", "b");
    Files.writeString(folder.resolve("broken.heed"), "no bundle");
    try (Bundles bundles = new Bundles(first, model -> model);
        RunningService running =
            new RunningService(bundles.first(), HttpOptions.defaults(), Optional.of(bundles))) {
      AtomicBoolean stop = new AtomicBoolean();
      List<CompletableFuture<Integer>> callers =
          IntStream.range(0, 4)
              .mapToObj(caller -> CompletableFuture.supplyAsync(() -> asking(running, stop)))
              .toList();
      String before = running.service.model().version();
      for (int i = 0; i < 3; i++) {
        assertThat(running.post("/model", "{\"bundle\":\"second.heed\"}").status()).isEqualTo(200);
        assertThat(best(running)).isEqualTo("c");
        assertThat(running.post("/model", "{\"bundle\":\"broken.heed\"}").status()).isEqualTo(400);
        assertThat(running.post("/model", "{\"bundle\":\"../x.heed\"}").status()).isEqualTo(400);
        assertThat(best(running)).isEqualTo("c");
        assertThat(running.post("/model/rollback", "{}").json().get("version").getAsString())
            .isEqualTo(before);
        assertThat(best(running)).isEqualTo("a");
      }
      stop.set(true);
      assertThat(callers).allMatch(asked -> asked.join() > 0);
    }
  }

  private static String best(RunningService running) throws Exception {
    return ids(running.post("/recommend", "{\"history\":[],\"k\":1}")).get(0);
  }

  /** Asks until it is told to stop; fails at the first answer that is none. */
  private static int asking(RunningService running, AtomicBoolean stop) {
    int asked = 0;
    try {
      for (; !stop.get(); asked++) {
        assertThat(best(running)).isIn("a", "c");
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return asked;
  }

  @Test
  void the_page_forbids_itself_all_that_is_not_its_own() throws Exception {
    assertThat(RUNNING.get("/").body())
        .contains("<title>Heed")
        .doesNotContain("http://", "https://");
    assertThat(RUNNING.get("/page.js").body()).doesNotContain("innerHTML", "eval(");
  }
}
