package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final RecordingFrontend cell = new RecordingFrontend();
  private final Output output = new Output();
  private final PrintStream out = output.stream(false);
  private final PrintStream error = output.stream(true);

  @Test
  void many_lines_come_in_few_pieces_whole_and_in_order() {
    output.to(cell);
    IntStream.range(0, 20_000).forEach(i -> out.println("line " + i + " ☺"));
    output.flush();
    String all =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "line " + i + " ☺\n")
            .collect(Collectors.joining());
    assertThat(String.join("", cell.texts())).isEqualTo(all);
    assertThat(cell.texts()).hasSizeLessThan(100);
  }

  @Test
  void a_character_is_never_cut_in_two() {
    output.to(cell);
    out.print("x" + "☺".repeat(50_000));
    output.flush();
    assertThat(cell.texts()).noneMatch(text -> text.contains("\uFFFD"));
    assertThat(String.join("", cell.texts())).hasSize(50_001);
  }

  @Test
  void both_streams_keep_their_order() {
    output.to(cell);
    out.print("a");
    error.print("b");
    out.print("c");
    output.flush();
    assertThat(cell.said()).containsExactly("out a", "err b", "out c");
  }

  @Test
  void text_without_an_end_of_line_is_sent_by_itself() throws InterruptedException {
    output.to(cell);
    out.print("…");
    assertThat(cell.arrived.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(cell.texts()).containsExactly("…");
  }

  @Test
  void what_a_cell_printed_is_not_shown_in_the_next_one() {
    output.to(cell);
    out.print("mine");
    RecordingFrontend next = new RecordingFrontend();
    output.to(next);
    out.print("yours");
    output.flush();
    assertThat(cell.texts()).containsExactly("mine");
    assertThat(next.texts()).containsExactly("yours");
  }

  /** Notes what it is sent. */
  static final class RecordingFrontend implements Frontend {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch arrived = new CountDownLatch(1);

    @Override
    public void print(boolean isError, String text) {
      said.add((isError ? "err " : "out ") + text);
      arrived.countDown();
    }

    @Override
    public void show(java.util.Map<String, Object> bundle) {}

    @Override
    public void show(String id, java.util.Map<String, Object> bundle) {}

    @Override
    public void replace(String id, java.util.Map<String, Object> bundle) {}

    List<String> said() {
      return said;
    }

    List<String> texts() {
      return said.stream().map(text -> text.substring(4)).toList();
    }
  }
}
