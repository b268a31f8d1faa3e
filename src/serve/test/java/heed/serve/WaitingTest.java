package heed.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of requests that wait for a worker. */
@Timeout(30)
class WaitingTest {

  private static final ServiceOptions ONE_WORKER =
      ServiceOptions.defaults().withWarmUp(Duration.ofMillis(10)).withWorkers(1);

  private static Service service(NextItem recommender, ServiceOptions options) {
    return new Service(Model.of(recommender), options, UserHistories.none(), ServiceListener.NONE);
  }

  @Test
  void requests_that_wait_are_scored_together() {
    NextItem recommender = NextItem.recommender();
    try (Service service = service(recommender, ONE_WORKER)) {
      recommender.most.set(0);
      recommender.shut();
      List<CompletableFuture<Answer>> answers =
          IntStream.range(0, 40).mapToObj(i -> service.submit(Request.of(NextItem.id(i)))).toList();
      recommender.open();
      for (int i = 0; i < 40; i++) {
        assertThat(answers.get(i).join().ids()).startsWith(NextItem.id(i + 1));
      }
      assertThat(recommender.most.get()).isBetween(2, 32);
    }
  }

  @Test
  void too_many_are_refused_and_the_others_answered() {
    NextItem recommender = NextItem.recommender();
    try (Service service = service(recommender, ONE_WORKER.withMostWaiting(3))) {
      recommender.shut();
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  answers.add(service.submit(Request.of("001")));
                }
              })
          .isInstanceOf(OverloadedException.class)
          .hasMessageContaining("3 requests wait already");
      recommender.open();
      assertThat(answers).hasSizeBetween(3, 4).allMatch(answer -> !answer.join().ids().isEmpty());
    }
  }

  @Test
  void an_answer_that_is_late_is_not_waited_for() {
    NextItem recommender = NextItem.recommender();
    try (Service service = service(recommender, ONE_WORKER)) {
      recommender.shut();
      Request request = Request.of("001").withDeadline(Duration.ofMillis(20));
      assertThatThrownBy(() -> service.recommend(request))
          .isInstanceOf(LateException.class)
          .hasMessageContaining("20 ms");
      recommender.open();
      assertThat(service.recommend(Request.of("001").withK(1)).ids()).containsExactly("002");
    }
  }

  @Test
  void a_history_that_cannot_be_scored_takes_no_other_answer_along() {
    NextItem recommender = NextItem.recommender();
    try (Service service = service(recommender, ONE_WORKER)) {
      recommender.shut();
      String[] many =
          IntStream.range(0, NextItem.BAD_LUCK).mapToObj(NextItem::id).toArray(String[]::new);
      CompletableFuture<Answer> good = service.submit(Request.of("001").withK(1));
      CompletableFuture<Answer> bad = service.submit(Request.of(many));
      CompletableFuture<Answer> other = service.submit(Request.of("005").withK(1));
      recommender.open();
      assertThat(good.join().ids()).containsExactly("002");
      assertThat(other.join().ids()).containsExactly("006");
      assertThatThrownBy(bad::join).hasRootCauseMessage("31 events bring bad luck");
    }
  }

  @Test
  void requests_that_were_cancelled_make_room() {
    NextItem recommender = NextItem.recommender();
    try (Service service = service(recommender, ONE_WORKER.withMostWaiting(3))) {
      recommender.shut();
      for (int i = 0; i < 20; i++) {
        service.submit(Request.of("001")).cancel(false);
      }
      CompletableFuture<Answer> last = service.submit(Request.of("001").withK(1));
      recommender.open();
      assertThat(last.join().ids()).containsExactly("002");
    }
  }

  @Test
  void a_deadline_may_be_centuries_away() {
    Duration centuries = Duration.ofDays(365_000);
    ServiceOptions options = ONE_WORKER.withDeadline(centuries);
    try (Service service = service(NextItem.recommender(), options)) {
      Request request = Request.of("001").withK(1);
      assertThat(service.recommend(request).ids()).containsExactly("002");
      assertThat(service.recommend(request.withDeadline(Duration.ofSeconds(Long.MAX_VALUE))).ids())
          .containsExactly("002");
      assertThat(service.recommend(request.withDeadline(Duration.ofSeconds(5))).ids())
          .containsExactly("002");
    }
  }

  @Test
  void a_listener_that_fails_ends_no_worker() {
    ServiceListener failing =
        new ServiceListener() {
          @Override
          public void scored(int requests) {
            throw new IllegalStateException("nobody counts");
          }
        };
    Model model = Model.of(NextItem.recommender());
    try (Service service = new Service(model, ONE_WORKER, UserHistories.none(), failing)) {
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> service.recommend(Request.of("001"))).hasMessage("nobody counts");
      }
    }
  }

  @Test
  void a_model_warms_up_where_fewer_may_wait_than_there_are_workers() {
    ServiceOptions options = ONE_WORKER.withWorkers(8).withMostWaiting(1);
    try (Service service = service(NextItem.recommender(), options)) {
      assertThat(service.recommend(Request.of("001").withK(1)).ids()).containsExactly("002");
    }
  }
}
