package heed.kernel;

import heed.notebook.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Views on their way to replace older ones: the newest of each name, a few times a second.
 *
 * <p>What comes too soon waits; what waits when the cell ends is sent with its end, so that the
 * last view is always the one that stays.
 */
final class Replacements {
  private static final long MOMENT_MILLIS = 10;
  private static final long PAUSE_MILLIS = 500;

  private final BiConsumer<String, View> send;
  private final Executor soon;
  private final Executor later;
  private final Map<String, View> waiting = new LinkedHashMap<>();
  private boolean pausing;

  Replacements(BiConsumer<String, View> send) {
    this(
        send,
        CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS),
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
  }

  /**
   * With a clock of somebody else.
   *
   * @param soon runs what it is given a moment later
   * @param later runs what it is given half a second later
   */
  Replacements(BiConsumer<String, View> send, Executor soon, Executor later) {
    this.send = send;
    this.soon = soon;
    this.later = later;
  }

  /** Sends a view at once or, within half a second of the last one, when that time is over. */
  synchronized void put(String id, View view) {
    waiting.put(id, view);
    if (!pausing) {
      // A moment for what belongs together: a chart and the line below it.
      soon.execute(this::flush);
      pause();
    }
  }

  /** Sends what waits. */
  synchronized void flush() {
    waiting.forEach(send);
    waiting.clear();
  }

  private void pause() {
    pausing = true;
    later.execute(this::resume);
  }

  private synchronized void resume() {
    pausing = false;
    if (!waiting.isEmpty()) {
      flush();
      pause();
    }
  }
}
