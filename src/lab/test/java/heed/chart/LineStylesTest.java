package heed.chart;

import static org.assertj.core.api.Assertions.assertThat;

import heed.figure.Theme;
import heed.figure.Trace;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineStylesTest {

  private static List<String> colors(String... names) {
    LineStyles styles = new LineStyles(List.of(names));
    return IntStream.range(0, names.length).mapToObj(styles::color).toList();
  }

  @Test
  void a_network_has_one_colour_whatever_stands_before_it() {
    assertThat(colors("popularity", "SASRec, seed 1").get(1)).isEqualTo(Theme.FIRST);
    assertThat(colors("GRU4Rec", "BERT4Rec", "SASRec").get(2)).isEqualTo(Theme.FIRST);
    assertThat(colors("SASRec", "GRU4Rec").get(1)).isEqualTo(colors("GRU4Rec").get(0));
  }

  @Test
  void no_two_of_six_lines_share_a_colour() {
    assertThat(new HashSet<>(colors("SASRec", "SASRec, seed 2", "LiGR", "MIND", "a", "b")))
        .hasSize(6);
  }

  @Test
  void a_seventh_line_comes_round_again_dashed() {
    LineStyles styles = new LineStyles(List.of("a", "b", "c", "d", "e", "f", "g"));
    assertThat(styles.color(6)).isEqualTo(styles.color(0));
    assertThat(styles.draw(6, Trace.line(List.of(), List.of())).values().toString())
        .contains("dash");
  }
}
