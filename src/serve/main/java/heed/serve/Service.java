package heed.serve;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import heed.bundle.Bundle;
import heed.recommend.Recommender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Answers requests of many threads at once with one model, which may be changed meanwhile.
 *
 * <p>A few workers score, each on one core. A request that finds one idle is scored at once; those
 * that wait while all are busy are scored together, which takes less time for each. The line is
 * bounded, and what waited longer than its deadline is not scored any more: under more load than
 * the machine can bear, some requests are refused at once and the others answered in time.
 *
 * <p>Thread-safe. Owns its workers and nothing else: recommenders stay the caller's to close.
 */
public final class Service implements AutoCloseable {

  private final ServiceOptions options;
  private final UserHistories users;
  private final ServiceListener listener;
  private final AtomicReference<Line> line;
  private final ScheduledThreadPoolExecutor clock = clock();

  /** The model before the present one, for {@link #rollBack}. */
  private Optional<Model> before = Optional.empty();

  private volatile boolean closed;

  /**
   * A service that has warmed up.
   *
   * @param users histories of those whom requests name
   * @param listener is told what happens
   */
  public Service(
      Model model, ServiceOptions options, UserHistories users, ServiceListener listener) {
    this.options = options;
    this.users = users;
    this.listener = listener;
    this.line = new AtomicReference<>(warm(model));
  }

  /** A service with usual options, which knows no users. */
  public static Service of(Model model) {
    return new Service(
        model, ServiceOptions.defaults(), UserHistories.none(), ServiceListener.NONE);
  }

  /** A service with usual options for what a bundle holds; it knows no users and no rules. */
  public static Service of(Bundle bundle) {
    return of(Model.of(bundle));
  }

  /** A service with usual options, which knows no users and no rules. */
  public static Service of(Recommender recommender) {
    return of(Model.of(recommender));
  }

  private Line warm(Model model) {
    // Not told to the listener: nobody asked.
    Line warming = new Line(model, options, UserHistories.none(), ServiceListener.NONE);
    try {
      warming.warmUp();
    } catch (CompletionException failed) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the model %s cannot answer and was not taken into service: %s",
              model.version(),
              failed.getCause()),
          failed.getCause());
    } finally {
      warming.close();
    }
    return new Line(model, options, users, listener);
  }

  /**
   * The answer to one request; waits for it.
   *
   * @throws IllegalArgumentException if the request asks for what is not there
   * @throws OverloadedException if too many wait
   * @throws LateException if it is not there by its deadline
   * @throws IllegalStateException if the service is closed
   */
  public Answer recommend(Request request) {
    return awaited(submit(request));
  }

  /** The answers to several requests in their order, scored together; throws as for one. */
  public List<Answer> recommend(List<Request> requests) {
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    try {
      requests.forEach(request -> answers.add(submit(request)));
      return answers.stream().map(Service::awaited).toList();
    } finally {
      answers.forEach(answer -> answer.cancel(false)); // Of no use once one has failed.
    }
  }

  private static Answer awaited(CompletableFuture<Answer> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  /**
   * Asks without waiting. A request whose future is cancelled is not scored, and leaves the line
   * when its turn comes or its place is needed.
   *
   * @return is completed with the answer, or exceptionally by what {@link #recommend(Request)}
   *     throws; whoever depends on it goes on in a worker's thread and returns soon
   * @throws IllegalArgumentException if the request asks for what is not there
   * @throws OverloadedException if too many wait
   * @throws IllegalStateException if the service is closed
   */
  public CompletableFuture<Answer> submit(Request request) {
    long arrived = System.nanoTime();
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      while (!line.get().offer(request, answer, arrived)) {
        requireOpen(); // A line that was closed has been swapped for another.
        Thread.onSpinWait();
      }
    } catch (RuntimeException refused) {
      listener.failed(refused);
      throw refused;
    }
    limit(answer, request.deadline().orElse(options.deadline()));
    return answer;
  }

  /** An answer that nobody waits for any more is given up; the worker will pass it over. */
  private void limit(CompletableFuture<Answer> answer, Duration deadline) {
    long nanos = NANOSECONDS.convert(deadline);
    Future<?> late = clock.schedule(() -> late(answer, deadline), nanos, NANOSECONDS);
    CompletableFuture<?> unused = answer.whenComplete((value, failure) -> late.cancel(false));
  }

  private void late(CompletableFuture<Answer> answer, Duration deadline) {
    LateException reason = new LateException(deadline);
    if (answer.completeExceptionally(reason)) {
      listener.failed(reason);
    }
  }

  private static ScheduledThreadPoolExecutor clock() {
    ScheduledThreadPoolExecutor clock =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "heed deadlines");
              thread.setDaemon(true);
              return thread;
            },
            // A service that was closed meanwhile has answered already.
            new ThreadPoolExecutor.DiscardPolicy());
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the service is closed; make a new one to ask");
    }
  }

  /** The model that answers now. */
  public Model model() {
    return line.get().model();
  }

  /** The model before the present one, which {@link #rollBack} goes back to. */
  public synchronized Optional<Model> previous() {
    return before;
  }

  /** How many requests wait now. */
  public int waiting() {
    return line.get().waiting();
  }

  /**
   * Answers with another model from now on. It is warmed up before; requests that came earlier are
   * answered by the model they came to, and none is lost. Returns when the last of those is
   * answered.
   *
   * @throws IllegalArgumentException if the model fails while it warms up; the one before goes on
   * @return the model that answered before; its recommender may be closed now, unless {@link
   *     #rollBack} is to be called
   */
  public synchronized Model swap(Model model) {
    requireOpen();
    Line next = warm(model);
    Line last = line.getAndSet(next);
    last.close();
    before = Optional.of(last.model());
    listener.swapped(model);
    return last.model();
  }

  /**
   * Answers with the model before the present one again.
   *
   * @return the model that answered until now
   * @throws IllegalStateException if there was none before
   */
  public synchronized Model rollBack() {
    return swap(
        before.orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no model to go back to: " + model().version() + " is the first")));
  }

  /** Takes no more requests, and returns when all that waited are answered. */
  @Override
  public synchronized void close() {
    closed = true;
    line.get().close();
    clock.shutdownNow();
  }
}
