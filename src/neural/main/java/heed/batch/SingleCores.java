package heed.batch;

import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Work on tensors that is dealt to threads of one core each. By itself PyTorch shares each single
 * call among its threads, and much of a small call's time goes into that; whoever has many calls
 * that do not wait for each other does better to deal them out.
 */
public final class SingleCores {

  private SingleCores() {}

  /**
   * Runs the work once on each of as many threads as PyTorch would use, and waits for all. Each has
   * a number, from 0, by which it finds its part. A GPU runs one thing after the other, but what is
   * done with its results is shared. Where PyTorch was told to use one thread, that is once, on
   * this thread.
   *
   * @throws RuntimeException what the work threw
   */
  public static void run(IntConsumer work) {
    int cores = JniUtils.getNumThreads();
    if (cores == 1) {
      work.accept(0);
      return;
    }
    ExecutorService threads = Executors.newFixedThreadPool(cores, SingleCores::daemon);
    try {
      takeOneCoreEach(threads, cores, cores);
      all(threads, cores, number -> () -> work.accept(number));
    } finally {
      threads.shutdown();
    }
  }

  /**
   * Threads that stay, of one core each, for whoever answers many small questions at once. What
   * other threads of this JVM use is as before.
   *
   * @param count at least 1
   * @return the caller's to shut down; its threads do not keep the JVM alive
   */
  public static ExecutorService workers(int count) {
    ExecutorService threads = Executors.newFixedThreadPool(count, SingleCores::daemon);
    int own = JniUtils.getNumThreads();
    takeOneCoreEach(threads, count, own);
    return threads;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "heed core");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * PyTorch holds how many threads share a call for each thread that calls, and a new one begins
   * with what was set last by any. So each of ours sets its own, and then this one sets what is its
   * own already, for those that come later.
   */
  private static synchronized void takeOneCoreEach(ExecutorService threads, int count, int own) {
    CountDownLatch ready = new CountDownLatch(count);
    all(
        threads,
        count,
        number ->
            () -> {
              JniUtils.setNumThreads(1);
              ready.countDown();
              awaitAll(ready);
            });
    JniUtils.setNumThreads(own);
  }

  /** So that no thread does two of the tasks, and another none. */
  private static void awaitAll(CountDownLatch ready) {
    try {
      ready.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("nobody interrupts these threads", stopped);
    }
  }

  private static void all(ExecutorService threads, int cores, IntFunction<Runnable> tasks) {
    List<CompletableFuture<Void>> running =
        IntStream.range(0, cores)
            .mapToObj(number -> CompletableFuture.runAsync(tasks.apply(number), threads))
            .toList();
    try {
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
