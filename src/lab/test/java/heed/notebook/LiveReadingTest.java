package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Columns;
import heed.log.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveReadingTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final List<String> lines = new ArrayList<>();
  private final LiveReading live = new LiveReading(Optional.of(new RecordingScreen()), clock::get);

  @Test
  void a_short_read_shows_nothing() {
    live.on(0);
    clock.set(SECOND - 1);
    live.on(1_000);
    assertThat(lines).isEmpty();
  }

  @Test
  void a_long_read_shows_one_line_that_is_replaced() {
    clock.set(2 * SECOND);
    live.on(0);
    clock.set(5 * SECOND);
    live.on(12_345);
    assertThat(lines)
        .containsExactly(
            "shown: reading: parsing, 2 s so far",
            "replaced: reading: 12,345 events taken, 5 s so far");
  }

  @Test
  void the_line_goes_when_the_read_is_over() {
    live.took(Columns.guessed(), ReadOptions.defaults());
    assertThat(lines).isEmpty();
    clock.set(2 * SECOND);
    live.on(0);
    live.took(Columns.guessed(), ReadOptions.defaults());
    assertThat(lines).last().isEqualTo("replaced: ");
  }

  private final class RecordingScreen implements Screen {
    @Override
    public void show(View view) {
      throw new AssertionError("a line that goes on has a name");
    }

    @Override
    public void show(String id, View view) {
      lines.add("shown: " + view.text());
    }

    @Override
    public void replace(String id, View view) {
      lines.add("replaced: " + view.text());
    }

    @Override
    public Views views() {
      return Views.standard();
    }

    @Override
    public <T> void register(Class<T> type, Viewer<? super T> viewer) {
      throw new AssertionError("nobody registers a view here");
    }
  }
}
