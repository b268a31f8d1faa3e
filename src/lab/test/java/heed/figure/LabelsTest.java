package heed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void a_title_is_text_and_never_markup() {
    assertThat(Labels.text("<script>x</script> & <b>y</b>\nz"))
        .isEqualTo("&lt;script&gt;x&lt;/script&gt; &amp; &lt;b&gt;y&lt;/b&gt;<br>z");
    assertThat(Labels.onAxis(List.of("<b>Se7en</b> (1995)")))
        .containsExactly("&lt;b&gt;Se7en&lt;/b&gt; (1995)");
  }

  @Test
  void of_a_long_title_both_ends_stay_so_that_a_series_can_be_told_apart() {
    String fifth = "Star Wars: Episode V - The Empire Strikes Back (1980)";
    String sixth = "Star Wars: Episode VI - Return of the Jedi (1983)";
    assertThat(Labels.cut(fifth, 28)).isEqualTo("Star Wars: Episo\u2026Back (1980)");
    assertThat(Labels.cut(sixth, 28)).isEqualTo("Star Wars: Episo\u2026Jedi (1983)");
    assertThat(Labels.cut("Heat (1995)", 11)).isEqualTo("Heat (1995)");
    assertThat(Labels.cut("Heat (1995)", 10)).hasSizeLessThanOrEqualTo(10).contains("\u2026");
  }
}
