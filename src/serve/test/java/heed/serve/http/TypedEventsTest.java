package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.serve.Event;
import heed.serve.Model;
import heed.serve.NextItem;
import heed.serve.UserHistories;
import heed.serve.live.LiveOptions;
import heed.serve.live.LiveUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a user did with an item reaches a model that reads it. */
@Timeout(60)
class TypedEventsTest {

  private static final RunningService RUNNING =
      new RunningService(Model.of(new AfterPurchase()), HttpOptions.defaults());

  /** Item b if the last event is a purchase, else item a. */
  private static final class AfterPurchase implements Recommender {

    private static final Catalogue LETTERS = Catalogue.of(List.of("a", "b", "c"), Map.of());

    @Override
    public String name() {
      return "after a purchase";
    }

    @Override
    public Catalogue catalogue() {
      return LETTERS;
    }

    @Override
    public List<String> eventTypes() {
      return List.of("purchase", "view");
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream()
          .map(history -> isPurchase(history) ? new float[] {0, 1, 2, 0} : new float[] {0, 2, 1, 0})
          .toArray(float[][]::new);
    }

    private static boolean isPurchase(History history) {
      int last = history.length() - 1;
      return last >= 0 && history.type(last).equals("purchase");
    }
  }

  @AfterAll
  static void close() {
    RUNNING.close();
  }

  private static RunningService.Got ask(String history) throws Exception {
    return RUNNING.post("/recommend", "{\"history\":[" + history + "],\"k\":1}");
  }

  @Test
  void of_a_history_in_a_request() throws Exception {
    assertThat(ask("{\"item\":\"c\",\"type\":\"purchase\"}").ids()).containsExactly("b");
    assertThat(ask("{\"item\":\"c\",\"type\":\"view\"}").ids()).containsExactly("a");
    assertThat(ask("\"c\"").ids()).containsExactly("a");
  }

  @Test
  void of_an_event_that_was_posted() throws Exception {
    for (String type : List.of("view", "purchase")) {
      String event = "{\"user\":\"ann\",\"item\":\"c\",\"type\":\"" + type + "\"}";
      assertThat(RUNNING.post("/events", event).status()).isLessThan(300);
      assertThat(RUNNING.post("/recommend", "{\"user\":\"ann\",\"k\":1}").ids())
          .containsExactly(type.equals("view") ? "a" : "b");
    }
  }

  @Test
  void one_that_the_model_does_not_know_is_warned_of() throws Exception {
    assertThat(ask("{\"item\":\"c\",\"type\":\"purchas\"}").json().get("warnings").toString())
        .contains("purchas", "the model knows purchase, view");
    try (RunningService without = RunningService.ofNextItem()) {
      String typed = "{\"history\":[{\"item\":\"" + NextItem.id(7) + "\",\"type\":\"gift\"}]}";
      assertThat(without.post("/recommend", typed).body()).doesNotContain("gift");
    }
  }

  @Test
  void it_survives_in_the_log_of_live_events_and_older_logs_are_read(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("events.jsonl");
    Event plain = new Event("a", 5);
    Event typed = new Event("b", 6, "a \"quoted\" type");
    try (LiveUsers users =
        LiveUsers.logged(LiveOptions.defaults(), UserHistories.none(), file, false)) {
      users.add("ann", plain);
      users.add("ann", typed);
    }
    assertThat(Files.readAllLines(file).get(0)).doesNotContain("type");
    try (LiveUsers users =
        LiveUsers.logged(LiveOptions.defaults(), UserHistories.none(), file, false)) {
      assertThat(users.of("ann")).containsExactly(plain, typed);
    }
  }
}
