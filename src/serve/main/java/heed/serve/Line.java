package heed.serve;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import heed.batch.SingleCores;
import heed.model.NetworkRecommender;
import heed.recommend.rule.BoundRules;
import heed.sequence.Catalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * One model with its waiting line and its workers. A service swaps models by changing lines: the
 * old one takes no more and answers what waits in it, so nobody is lost and nobody gets the answer
 * of two models.
 */
final class Line {

  private static final int WARM_UP_LENGTH = 20;

  private final Model model;
  private final ServiceOptions options;
  private final BoundRules rules;
  private final TaskQueue queue;
  private final ExecutorService workers;
  private final RequestReader reader;

  Line(Model model, ServiceOptions options, UserHistories users, ServiceListener listener) {
    this.model = model;
    this.options = options;
    this.rules = model.rules().on(model.items());
    this.reader = new RequestReader(model, options, users);
    this.queue = new TaskQueue(options);
    // Only a network needs PyTorch, whose start costs most of a second.
    this.workers =
        model.recommender() instanceof NetworkRecommender
            ? SingleCores.workers(options.workers())
            : Executors.newFixedThreadPool(options.workers(), Line::daemon);
    Answering answering = new Answering(model, listener);
    for (int i = 0; i < options.workers(); i++) {
      workers.execute(() -> work(answering));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heed answers");
    thread.setDaemon(true);
    return thread;
  }

  private void work(Answering answering) {
    for (List<Task> tasks = queue.take(); !tasks.isEmpty(); tasks = queue.take()) {
      try {
        answering.answer(tasks);
      } catch (RuntimeException | Error failure) { // Such as a listener's: the worker goes on.
        tasks.forEach(task -> task.answer().completeExceptionally(failure));
      }
    }
  }

  Model model() {
    return model;
  }

  int waiting() {
    return queue.size();
  }

  /**
   * Lets a request wait for a worker.
   *
   * @return false if this line takes no more
   */
  boolean offer(Request request, CompletableFuture<Answer> answer, long arrived) {
    return queue.offer(reader.task(request, rules.and(request.rules()), answer, arrived));
  }

  /**
   * Answers histories drawn at random, so that the first real ones do not wait for the compiler.
   */
  void warmUp() {
    Catalogue catalogue = model.recommender().catalogue();
    Random random = new Random(1);
    int together = Math.min(options.workers(), options.mostWaiting());
    long end = System.nanoTime() + NANOSECONDS.convert(options.warmUp());
    while (System.nanoTime() < end && catalogue.size() > 0) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < together; i++) {
        int length = 1 + random.nextInt(WARM_UP_LENGTH);
        int[] items = random.ints(length, 1, catalogue.size() + 1).toArray();
        List<Event> events =
            Arrays.stream(items).mapToObj(item -> Event.now(catalogue.id(item))).toList();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Request request = Request.of(events).withDeadline(Duration.ofMinutes(1));
        if (offer(request, answer, System.nanoTime())) {
          answers.add(answer);
        }
      }
      answers.forEach(CompletableFuture::join);
    }
  }

  /** Takes no more, and returns when all that waited is answered. */
  void close() {
    queue.close();
    workers.shutdown();
    boolean interrupted = false;
    while (!workers.isTerminated()) {
      try {
        workers.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
