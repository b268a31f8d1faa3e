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
  private static final long PAUSE_MILLIS = 500;

  private final BiConsumer<String, View> send;
  private final Executor later =
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  private final Map<String, View> waiting = new LinkedHashMap<>();
  private boolean pausing;

  Replacements(BiConsumer<String, View> send) {
    this.send = send;
  }

  /** Sends a view at once or, within half a second of the last one, when that time is over. */
  synchronized void put(String id, View view) {
    waiting.put(id, view);
    if (!pausing) {
      // A moment for what belongs together: a chart and the line below it.
      CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS).execute(this::flush);
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
