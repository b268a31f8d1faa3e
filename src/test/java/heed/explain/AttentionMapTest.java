package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttentionMapTest {

  private static final History TWO =
      History.untimed(Catalogue.of(List.of("a", "b"), Map.of()), 1, 2);

  @Test
  void the_mean_is_taken_over_all_heads_of_all_layers() {
    AttentionMap map =
        new AttentionMap(TWO, new float[][][][] {{{{1, 0}, {1, 0}}}, {{{1, 0}, {0.5f, 0.5f}}}});
    assertThat(map.mean()[1]).containsExactly(0.75f, 0.25f);
    assertThat(map.layers()).isEqualTo(2);
    assertThat(map.heads()).isEqualTo(1);
  }

  @Test
  void changing_what_it_returned_changes_nothing() {
    AttentionMap map = new AttentionMap(TWO, new float[][][][] {{{{1, 0}, {1, 0}}}});
    map.weights()[0][0][0][0] = 9;
    map.head(0, 0)[0][0] = 9;
    assertThat(map.head(0, 0)[0][0]).isEqualTo(1);
  }

  @Test
  void weights_of_another_length_are_refused() {
    assertThatThrownBy(() -> new AttentionMap(TWO, new float[][][][] {{{{1}}}}))
        .hasMessageContaining("needs 2 x 2 weights a head, found 1 x 1");
  }
}
