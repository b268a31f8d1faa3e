package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import heed.notebook.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final Replacements replacements =
      new Replacements((id, view) -> sent.add(id + view.text()));

  @Test
  void the_newest_is_sent_twice_a_second_at_most() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      replacements.put("a", View.ofText(String.valueOf(i)));
      Thread.sleep(12);
    }
    assertThat(sent).hasSizeBetween(2, 4);
  }

  @Test
  void what_belongs_together_is_sent_together() throws InterruptedException {
    replacements.put("a", View.ofText("1"));
    replacements.put("b", View.ofText("1"));
    Thread.sleep(200);
    assertThat(sent).containsExactly("a1", "b1");
  }

  @Test
  void the_last_one_is_sent_with_the_end_of_the_cell() {
    replacements.put("a", View.ofText("1"));
    replacements.put("a", View.ofText("2"));
    replacements.flush();
    assertThat(sent).containsExactly("a2");
  }
}
