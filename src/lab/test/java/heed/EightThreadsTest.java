package heed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.explain.AttentionRollout;
import heed.explain.Dropping;
import heed.explain.Explainer;
import heed.explain.GradientTimesInput;
import heed.explain.IntegratedGradients;
import heed.explain.Occlusion;
import heed.explain.Support;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.serve.Answer;
import heed.serve.Request;
import heed.serve.Service;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A network that is asked, explained and served by many threads, beside a training. */
@Timeout(120)
class EightThreadsTest {

  private static final int THREADS = 8;

  private static final Catalogue THIRTY =
      Catalogue.of(IntStream.rangeClosed(1, 30).mapToObj(Integer::toString).toList(), Map.of());

  private static final Sequences USERS = users();

  private static final Training SMALL =
      Training.of(SasrecConfig.defaults().withWidth(16).withMaxLength(8)).withEpochs(3);

  private static TrainingRun run;

  private static Sequences users() {
    Random random = new Random(5);
    List<History> histories =
        IntStream.range(0, 40)
            .mapToObj(user -> History.untimed(THIRTY, random.ints(9, 1, 31).toArray()))
            .toList();
    return Sequences.of(
        THIRTY, IntStream.range(0, 40).mapToObj(Integer::toString).toList(), histories);
  }

  @BeforeAll
  static void train() {
    run = SMALL.fit(USERS, unused -> 0, ProgressListener.SILENT);
  }

  @AfterAll
  static void close() {
    run.close();
  }

  /** What one user gets: a list, what explains its first item, and the service's list. */
  private record Answers(Ranking list, List<double[]> because, List<String> served) {

    static Answers of(int user, Service service) {
      History history = USERS.history(user);
      Ranking list = run.recommender().recommend(history, 5);
      int first = list.entries().get(0).item();
      List<Explainer> explainers =
          List.of(
              new GradientTimesInput(run.recommender(), Support.SCORE),
              new IntegratedGradients(run.recommender(), Support.LOG_PROBABILITY),
              new AttentionRollout(run.recommender()),
              new Occlusion(new Dropping(run.recommender(), Support.SCORE)));
      List<double[]> because =
          explainers.stream()
              .map(explainer -> explainer.explain(history, first).weights())
              .toList();
      Answer answer =
          service.recommend(
              Request.of(IntStream.of(history.items()).mapToObj(THIRTY::id).toArray(String[]::new))
                  .withK(5));
      return new Answers(list, because, answer.ids());
    }
  }

  @Test
  void eight_threads_beside_a_training_get_the_answers_of_one_thread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicBoolean trains = new AtomicBoolean(true);
    Thread training = new Thread(() -> trainUntil(trains), "beside");
    try (Service service = Service.of(run.recommender())) {
      List<Answers> alone =
          IntStream.range(0, USERS.size()).mapToObj(user -> Answers.of(user, service)).toList();
      training.start();
      List<Future<Answers>> together = new ArrayList<>();
      for (int round = 0; round < 3; round++) {
        for (int user = 0; user < USERS.size(); user++) {
          int asked = user;
          together.add(threads.submit(() -> Answers.of(asked, service)));
        }
      }
      for (int i = 0; i < together.size(); i++) {
        assertThat(together.get(i).get())
            .usingRecursiveComparison()
            .isEqualTo(alone.get(i % alone.size()));
      }
      assertThat(training.isAlive()).as("it trained all the while").isTrue();
    } finally {
      trains.set(false);
      training.join();
      threads.shutdownNow();
    }
  }

  private static void trainUntil(AtomicBoolean trains) {
    while (trains.get()) {
      try (TrainingRun other = SMALL.fit(USERS, unused -> 0, ProgressListener.SILENT)) {
        assertThat(other.parameters().values()).isNotEmpty();
        assertThat(other.parameters().values().get("items"))
            .containsExactly(run.parameters().values().get("items"));
      }
    }
  }

  @Test
  void what_is_asked_of_a_closed_recommender_is_a_clear_error() {
    TrainingRun other = SMALL.fit(USERS, unused -> 0, ProgressListener.SILENT);
    Recommender recommender = other.recommender();
    Explainer explainer = new GradientTimesInput(other.recommender(), Support.SCORE);
    other.close();
    assertClosed(() -> recommender.recommend(USERS.history(0), 5));
    assertClosed(() -> explainer.explain(USERS.history(0), 1));
    assertClosed(() -> other.recommender().itemVectors());
    other.close(); // Again, which is nothing.
  }

  private static void assertClosed(Callable<?> asked) {
    assertThatThrownBy(asked::call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("SASRec", "is closed");
  }

  @Test
  void closing_waits_for_the_batches_under_way_and_refuses_all_later_ones() throws Exception {
    for (int round = 0; round < 10; round++) {
      TrainingRun other = SMALL.fit(USERS, unused -> 0, ProgressListener.SILENT);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      List<Future<String>> endings = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        endings.add(threads.submit(() -> askedUntilClosed(other.recommender())));
      }
      Thread.sleep(20);
      other.close();
      for (Future<String> ending : endings) {
        assertThat(ending.get()).contains("is closed");
      }
      threads.shutdown();
    }
  }

  private static String askedUntilClosed(Recommender recommender) {
    try {
      while (true) {
        recommender.recommend(USERS.history(0), 5);
      }
    } catch (IllegalStateException closed) {
      return String.valueOf(closed.getMessage());
    }
  }

  @Test
  void a_recommender_is_not_closed_by_what_looks_at_its_scores() {
    TrainingRun other = SMALL.fit(USERS, unused -> 0, ProgressListener.SILENT);
    assertThatThrownBy(
            () ->
                other.recommender().score(List.of(USERS.history(0)), (user, row) -> other.close()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed by what it was just asked for");
    assertThat(other.recommender().recommend(USERS.history(0), 2).entries()).hasSize(2);
    other.close();
  }
}
