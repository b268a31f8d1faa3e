package heed.contract.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.notebook.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every view must show: words for those who see no picture, no script, which an untrusted
 * notebook would strip, and nothing fetched from elsewhere, which would be missing offline.
 */
public interface ViewContract {

  /** The view that is held to this. */
  View view();

  @Test
  default void every_output_says_in_plain_text_what_it_shows() {
    assertThat(view().parts()).isNotEmpty();
    for (View part : view().parts()) {
      assertThat(part.text()).isNotBlank();
      assertThat(part.bundle()).containsEntry("text/plain", part.text());
    }
  }

  @Test
  default void its_html_runs_and_fetches_nothing() {
    for (View part : view().parts()) {
      part.html()
          .ifPresent(
              html ->
                  assertThat(html)
                      .doesNotContainIgnoringCase("<script")
                      .doesNotContainIgnoringCase("javascript:")
                      .doesNotContainIgnoringCase("src=\"http")
                      .doesNotContainIgnoringCase("src='http"));
    }
  }

  @Test
  default void what_a_kernel_sends_is_plain_values() {
    for (View part : view().parts()) {
      assertPlain(part.bundle());
    }
  }

  private static void assertPlain(Object value) {
    if (value instanceof Map<?, ?> map) {
      assertThat(map.keySet()).allSatisfy(key -> assertThat(key).isInstanceOf(String.class));
      map.values().forEach(ViewContract::assertPlain);
    } else if (value instanceof List<?> list) {
      list.forEach(ViewContract::assertPlain);
    } else if (value != null) {
      assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
    }
  }

  @Test
  default void the_same_value_looks_the_same_twice() {
    assertThat(view().parts().stream().map(View::text).toList())
        .isEqualTo(view().parts().stream().map(View::text).toList());
  }
}
