package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import heed.notebook.View;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
  private final List<String> sent = new ArrayList<>();
  private final List<Runnable> soon = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  private final Replacements replacements =
      new Replacements((id, view) -> sent.add(id + view.text()), soon::add, later::add);

  @Test
  void what_is_put_at_the_same_moment_is_sent_together_a_moment_later() {
    replacements.put("a", View.ofText("1"));
    replacements.put("b", View.ofText("1"));
    assertThat(sent).isEmpty();
    pass(soon);
    assertThat(sent).containsExactly("a1", "b1");
  }

  @Test
  void within_half_a_second_only_the_newest_waits_and_is_sent_when_that_time_is_over() {
    replacements.put("a", View.ofText("0"));
    pass(soon);
    for (int i = 1; i < 50; i++) {
      replacements.put("a", View.ofText(String.valueOf(i)));
      pass(soon);
    }
    assertThat(sent).containsExactly("a0");
    pass(later);
    assertThat(sent).containsExactly("a0", "a49");
    replacements.put("a", View.ofText("50"));
    pass(soon);
    assertThat(sent).as("half a second begins anew with what was sent").hasSize(2);
    pass(later);
    assertThat(sent).containsExactly("a0", "a49", "a50");
  }

  @Test
  void after_half_a_second_without_news_the_next_is_sent_at_once() {
    replacements.put("a", View.ofText("1"));
    pass(soon);
    pass(later);
    replacements.put("a", View.ofText("2"));
    pass(soon);
    assertThat(sent).containsExactly("a1", "a2");
  }

  @Test
  void by_itself_the_newest_arrives_after_a_moment() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    new Replacements((id, view) -> arrived.countDown()).put("a", View.ofText("1"));
    assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void the_last_one_is_sent_with_the_end_of_the_cell() {
    replacements.put("a", View.ofText("1"));
    replacements.put("a", View.ofText("2"));
    replacements.flush();
    assertThat(sent).containsExactly("a2");
  }

  /** Time passes for what waits. */
  private static void pass(List<Runnable> waiting) {
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }
}
