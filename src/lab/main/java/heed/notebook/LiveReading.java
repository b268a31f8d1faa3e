package heed.notebook;

import heed.log.Columns;
import heed.log.ReadListener;
import heed.log.ReadOptions;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * How far a read has come, as a line below the running cell. A read of less than a second shows
 * none, and neither does one where there is no notebook.
 */
public final class LiveReading implements ReadListener {

  private static final double SECONDS_UNSEEN = 1;

  private final Optional<Screen> screen;
  private final LongSupplier nanoseconds;
  private final long start;
  private final String id = "heed-reading-" + UUID.randomUUID();
  private boolean shown;

  LiveReading(Optional<Screen> screen, LongSupplier nanoseconds) {
    this.screen = screen;
    this.nanoseconds = nanoseconds;
    this.start = nanoseconds.getAsLong();
  }

  /** Shows one read below the running cell. */
  public static LiveReading here() {
    return new LiveReading(Screen.current(), System::nanoTime);
  }

  @Override
  public void on(long rows) {
    double seconds = (nanoseconds.getAsLong() - start) / 1e9;
    if (shown || seconds >= SECONDS_UNSEEN) {
      String taken = rows == 0 ? "parsing" : String.format(Locale.ROOT, "%,d events taken", rows);
      View line =
          View.ofText(String.format(Locale.ROOT, "reading: %s, %.0f s so far", taken, seconds));
      screen.ifPresent(on -> draw(on, line));
    }
  }

  /** The read is over, and its line goes. */
  @Override
  public void took(Columns columns, ReadOptions options) {
    if (shown) {
      screen.ifPresent(on -> on.replace(id, View.ofText("")));
    }
  }

  private void draw(Screen on, View line) {
    if (shown) {
      on.replace(id, line);
    } else {
      on.show(id, line);
      shown = true;
    }
  }
}
