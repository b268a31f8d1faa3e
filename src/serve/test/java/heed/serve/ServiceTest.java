package heed.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.rule.AtMost;
import heed.recommend.rule.Exclude;
import heed.recommend.rule.Items;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServiceTest {

  private static final ServiceOptions QUICK =
      ServiceOptions.defaults().withWarmUp(Duration.ofMillis(10)).withWorkers(2);

  private static Service service(Model model) {
    return service(model, QUICK);
  }

  private static Service service(Model model, ServiceOptions options) {
    return new Service(
        model,
        options,
        user -> user.equals("ann") ? List.of(Event.now("041")) : List.of(),
        ServiceListener.NONE);
  }

  private static Service service() {
    return service(Model.of(NextItem.recommender()));
  }

  @Test
  void answers_for_a_history_a_known_user_and_an_item() {
    try (Service service = service()) {
      assertThat(service.recommend(Request.of("007").withK(3)).ids())
          .containsExactly("008", "009", "010");
      Answer ofAnn = service.recommend(Request.ofUser("ann").withK(1));
      assertThat(ofAnn.ids()).containsExactly("042");
      assertThat(ofAnn.source()).isEqualTo(Answer.Source.HISTORY);
      Answer similar = service.recommend(Request.likeItem("003").withK(1));
      assertThat(similar.ids()).containsExactly("004");
      assertThat(similar.source()).isEqualTo(Answer.Source.ITEM);
    }
  }

  @Test
  void an_unknown_user_gets_the_fallback() {
    Model model = Model.of(NextItem.recommender()).withFallback(new NextItem("back", -1));
    try (Service service = service(model)) {
      Answer answer = service.recommend(Request.ofUser("bob").withK(2));
      assertThat(answer.source()).isEqualTo(Answer.Source.FALLBACK);
      assertThat(answer.ids()).containsExactly("098", "097");
    }
  }

  @Test
  void unknown_items_are_ignored_warned_of_or_refused() {
    try (Service service = service()) {
      Request request = Request.of("007", "nobody").withK(1);
      assertThat(service.recommend(request).ids()).containsExactly("008");
      assertThat(service.recommend(request).warnings()).isEmpty();
      assertThat(service.recommend(request.withUnknown(UnknownItems.WARNED)).warnings())
          .containsExactly("1 item of the history is not among the 100 of this catalogue: nobody");
      assertThatThrownBy(() -> service.recommend(request.withUnknown(UnknownItems.REFUSED)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nobody");
      assertThatThrownBy(() -> service.recommend(Request.likeItem("nobody")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nobody");
    }
  }

  @Test
  void the_rules_of_the_model_and_of_the_request_hold_together() {
    Model model = Model.of(NextItem.recommender()).withRules(Exclude.ids("008"));
    try (Service service = service(model)) {
      Request request =
          Request.of("007").withK(3).withRules(Exclude.ids("010"), AtMost.of(2, Items.KINDS));
      assertThat(service.recommend(request).ids()).containsExactly("009", "011", "012");
    }
  }

  @Test
  void items_of_the_history_come_again_only_if_asked() {
    try (Service service = service()) {
      Request request = Request.of("008", "007").withK(1);
      assertThat(service.recommend(request).ids()).containsExactly("009");
      assertThat(service.recommend(request.withSeen(Seen.KEPT)).ids()).containsExactly("008");
    }
  }

  @Test
  void reasons_name_the_events_without_which_an_item_would_fall() {
    try (Service service = service()) {
      Answer answer =
          service.recommend(Request.of("050", "007").withK(1).withDetail(new Detail(true, false)));
      assertThat(answer.reasons()).hasSize(1);
      assertThat(answer.reasons().get(0)).containsExactly(new Answer.Reason("007", "007", 1));
    }
  }

  @Test
  void nobody_gets_the_answer_of_another() throws InterruptedException {
    try (Service service = service()) {
      List<Thread> callers = new ArrayList<>();
      AtomicBoolean mixed = new AtomicBoolean();
      for (int caller = 0; caller < 16; caller++) {
        int own = caller;
        callers.add(
            new Thread(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    int last = own * 31 + i;
                    List<String> ids =
                        service.recommend(Request.of(NextItem.id(last)).withK(1)).ids();
                    if (!ids.equals(List.of(NextItem.id(last + 1)))) {
                      mixed.set(true);
                    }
                  }
                }));
      }
      callers.forEach(Thread::start);
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(mixed).isFalse();
    }
  }

  @Test
  void several_requests_at_once_are_answered_in_their_order() {
    try (Service service = service()) {
      List<Request> requests =
          IntStream.range(0, 50).mapToObj(i -> Request.of(NextItem.id(i)).withK(1)).toList();
      List<Answer> answers = service.recommend(requests);
      assertThat(answers).hasSize(50);
      for (int i = 0; i < 50; i++) {
        assertThat(answers.get(i).ids()).containsExactly(NextItem.id(i + 1));
      }
    }
  }

  @Test
  void a_swap_loses_no_request_and_goes_back() throws InterruptedException {
    Model forth = Model.of(NextItem.recommender()).withVersion("forth");
    Model back = Model.of(new NextItem("back", -1)).withVersion("back");
    try (Service service = service(forth)) {
      AtomicBoolean stop = new AtomicBoolean();
      List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
      List<Thread> callers =
          IntStream.range(0, 4)
              .mapToObj(
                  own ->
                      new Thread(
                          () -> {
                            try {
                              for (int i = own; !stop.get(); i++) {
                                check(service.recommend(Request.of(NextItem.id(i)).withK(1)), i);
                              }
                            } catch (RuntimeException | AssertionError failure) {
                              failures.add(failure);
                            }
                          }))
              .toList();
      callers.forEach(Thread::start);
      for (int i = 0; i < 10; i++) {
        assertThat(service.swap(i % 2 == 0 ? back : forth).version())
            .isEqualTo(i % 2 == 0 ? "forth" : "back");
      }
      assertThat(service.rollBack().version()).isEqualTo("forth");
      assertThat(service.model().version()).isEqualTo("back");
      stop.set(true);
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  /** The list is wholly of the model that it says. */
  private static void check(Answer answer, int last) {
    int step = answer.model().equals("forth") ? 1 : -1;
    assertThat(answer.ids()).containsExactly(NextItem.id(last + step));
  }

  @Test
  void a_model_that_fails_does_not_take_over() {
    Recommender broken =
        new Recommender() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Catalogue catalogue() {
            return NextItem.CATALOGUE;
          }

          @Override
          public float[][] score(List<History> histories) {
            throw new IllegalStateException("no weights");
          }
        };
    try (Service service = service()) {
      assertThatThrownBy(() -> service.swap(Model.of(broken)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("broken cannot answer")
          .hasMessageContaining("no weights");
      assertThat(service.recommend(Request.of("001").withK(1)).ids()).containsExactly("002");
    }
  }

  @Test
  void there_is_nothing_to_go_back_to_at_first() {
    try (Service service = service()) {
      assertThatThrownBy(service::rollBack)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("next item is the first");
    }
  }

  @Test
  void a_closed_service_says_so() {
    Service service = service();
    service.close();
    assertThatThrownBy(() -> service.recommend(Request.of("001")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void only_the_latest_events_of_a_long_history_are_read() {
    Model model = Model.of(NextItem.recommender());
    try (Service service = service(model, QUICK.withLongestHistory(2))) {
      assertThat(service.recommend(Request.of("001", "002", "003")).history().titles())
          .containsExactly("002", "003");
    }
  }
}
