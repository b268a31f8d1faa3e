package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.model.interest.MindConfig;
import heed.model.sequential.Gru4RecConfig;
import heed.search.RecordCopy;
import org.junit.jupiter.api.Test;

class SizedConfigTest {

  /** Settings that somebody else writes. */
  private record Mine(int width, int layers, int heads, int maxLength, float dropout, String more)
      implements SizedConfig<Mine>, SizedConfig.OfLayers<Mine>, SizedConfig.OfHeads<Mine> {

    private Mine {
      Checks.divisible(width, heads);
    }
  }

  private static final Mine MINE = new Mine(8, 1, 2, 50, 0.1f, "more");

  @Test
  void each_copy_changes_one_component_and_keeps_the_others() {
    assertThat(MINE.withWidth(16)).isEqualTo(new Mine(16, 1, 2, 50, 0.1f, "more"));
    assertThat(MINE.withLayers(3)).isEqualTo(new Mine(8, 3, 2, 50, 0.1f, "more"));
    assertThat(MINE.withHeads(4)).isEqualTo(new Mine(8, 1, 4, 50, 0.1f, "more"));
    assertThat(MINE.withMaxLength(9)).isEqualTo(new Mine(8, 1, 2, 9, 0.1f, "more"));
    assertThat(MINE.withDropout(0.25)).isEqualTo(new Mine(8, 1, 2, 50, 0.25f, "more"));
  }

  @Test
  void a_copy_validates_itself() {
    assertThatThrownBy(() -> MINE.withHeads(3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("width 8 is not divisible by 3 heads");
  }

  @Test
  void settings_that_keep_other_components_in_proportion_still_do() {
    assertThat(MindConfig.defaults().withWidth(8).hidden()).isEqualTo(32);
    assertThat(Gru4RecConfig.defaults().withLayers(2).withDropout(0.5).withWidth(4))
        .isEqualTo(
            new Gru4RecConfig(RecurrentCell.GRU, 4, 2, 200, 0.5f, Gru4RecConfig.defaults().task()));
  }

  @Test
  void a_copy_of_what_is_not_there_names_what_is() {
    assertThatThrownBy(() -> RecordCopy.with(MINE, "depth", 2))
        .hasMessage(
            "Mine has no component 'depth'; it has [width, layers, heads, maxLength, dropout,"
                + " more]");
    assertThatThrownBy(() -> RecordCopy.with(MINE, "width", "wide"))
        .hasMessage("component 'width' is of type int and cannot be wide");
    assertThatThrownBy(() -> RecordCopy.with("word", "length", 2))
        .hasMessage("String is no record, so it has no component 'length'");
  }
}
