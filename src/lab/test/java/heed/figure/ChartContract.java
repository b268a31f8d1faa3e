package heed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Chart} holds; the test of a chart of one's own extends it.
 *
 * @param <T> the result that it draws
 */
public abstract class ChartContract<T> {

  /** The chart. */
  protected abstract Chart<T> chart();

  /** A result for it to draw. */
  protected abstract T result();

  @Test
  void the_same_result_gives_the_same_figure() {
    assertThat(chart().draw(result())).isEqualTo(chart().draw(result()));
  }

  @Test
  void something_is_drawn_under_a_title() {
    assertThat(json().getAsJsonArray("data")).isNotEmpty();
    assertThat(layout().getAsJsonObject("title").get("text").getAsString()).isNotBlank();
  }

  @Test
  void words_say_what_it_shows() {
    assertThat(chart().draw(result()).description()).contains(" ");
  }

  @Test
  void what_is_no_number_is_left_blank() {
    assertThat(chart().draw(result()).json()).doesNotContain("NaN", "Infinity");
  }

  @Test
  void it_lies_on_a_light_and_on_a_dark_page() {
    assertThat(layout().get("paper_bgcolor").getAsString()).isEqualTo(Theme.NONE);
    assertThat(layout().get("plot_bgcolor").getAsString()).isEqualTo(Theme.NONE);
  }

  private JsonObject json() {
    return JsonParser.parseString(chart().draw(result()).json()).getAsJsonObject();
  }

  private JsonObject layout() {
    return json().getAsJsonObject("layout");
  }
}
