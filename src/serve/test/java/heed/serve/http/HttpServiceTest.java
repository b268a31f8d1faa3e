package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import heed.serve.http.RunningService.Got;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpServiceTest {

  private static final RunningService RUNNING = RunningService.ofNextItem();

  @AfterAll
  static void close() {
    RUNNING.close();
  }

  @Test
  void answers_for_a_history_an_item_and_nobody() throws Exception {
    Got ofHistory = RUNNING.post("/recommend", "{\"history\":[\"005\",\"007\"],\"k\":2}");
    assertThat(ofHistory.ids()).containsExactly("008", "009");
    assertThat(ofHistory.json().get("source").getAsString()).isEqualTo("history");
    assertThat(RUNNING.post("/recommend", "{\"item\":\"007\",\"k\":1}").ids())
        .containsExactly("008");
    assertThat(RUNNING.post("/recommend", "{\"history\":[]}").json().get("source").getAsString())
        .isEqualTo("fallback");
    assertThat(
            RUNNING
                .post("/recommend", "{\"history\":[{\"item\":\"007\",\"time\":12}],\"k\":1}")
                .ids())
        .containsExactly("008");
  }

  @Test
  void rules_come_with_a_request() throws Exception {
    assertThat(
            RUNNING
                .post(
                    "/recommend",
                    "{\"history\":[\"007\"],\"k\":3,\"exclude\":[\"008\"],"
                        + "\"allow\":[{\"values\":[\"comedy\"]}],\"atMost\":[{\"count\":2}]}")
                .ids())
        .containsExactly("010", "011");
    assertThat(
            RUNNING
                .post(
                    "/recommend",
                    "{\"history\":[\"007\"],\"k\":2,\"diversify\":{\"dial\":0.5},"
                        + "\"calibrate\":{\"dial\":0},"
                        + "\"boost\":[{\"values\":[\"drama\"],\"amount\":9}]}")
                .ids())
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
    assertThat(RunningService.ids(answers.get(0))).containsExactly("002");
    assertThat(answers.get(1).get("status").getAsInt()).isEqualTo(400);
    assertThat(answers.get(1).get("error").getAsString()).contains("nobody");
    assertThat(RunningService.ids(answers.get(2))).containsExactly("004");
  }

  @Test
  void a_click_is_in_the_next_answer_and_is_forgotten_on_demand() throws Exception {
    String ofAnn = "{\"user\":\"ann\",\"k\":1}";
    assertThat(RUNNING.post("/recommend", ofAnn).json().get("source").getAsString())
        .isEqualTo("fallback");
    Got taken = RUNNING.post("/events", "{\"user\":\"ann\",\"item\":\"041\"}");
    assertThat(taken.json().get("accepted").getAsInt()).isEqualTo(1);
    assertThat(taken.json().get("kept").getAsString()).isEqualTo("memory");
    assertThat(RUNNING.post("/recommend", ofAnn).ids()).containsExactly("042");
    RUNNING.post(
        "/events",
        "{\"events\":[{\"user\":\"ann\",\"item\":\"043\"},{\"user\":\"ann\",\"item\":\"new\"}]}");
    assertThat(RUNNING.post("/recommend", ofAnn).ids()).containsExactly("044");
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
      assertThat(RUNNING.post("/recommend", request).ids()).containsExactly("002");
    }
  }

  @Test
  void a_blocked_item_is_in_no_list() throws Exception {
    String request = "{\"history\":[\"089\"],\"k\":1}";
    RUNNING.post("/blocklist", "{\"ids\":[\"090\"]}");
    assertThat(RUNNING.post("/recommend", request).ids()).containsExactly("091");
    assertThat(RUNNING.get("/blocklist").body()).isEqualTo("{\"ids\":[\"090\"]}");
    assertThat(RUNNING.delete("/blocklist/090").body()).isEqualTo("{\"ids\":[]}");
    assertThat(RUNNING.post("/recommend", request).ids()).containsExactly("090");
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
}
