package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.model.AttentionLayer;
import heed.model.AttentionLayer.Weights;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionMapTest {

  private static final List<String> TWO = List.of("a", "b");

  @Test
  void the_mean_is_taken_over_all_heads_of_all_layers() {
    AttentionMap map = shares(new float[][][][] {{{{1, 0}, {1, 0}}}, {{{1, 0}, {0.5f, 0.5f}}}});
    assertThat(map.mean()[1]).containsExactly(0.75f, 0.25f);
    assertThat(map.layers()).hasSize(2);
    assertThat(map.heads()).isEqualTo(1);
  }

  @Test
  void changing_what_it_returned_changes_nothing() {
    AttentionMap map = shares(new float[][][][] {{{{1, 0}, {1, 0}}}});
    map.weights()[0][0][0][0] = 9;
    map.head(0, 0)[0][0] = 9;
    assertThat(map.head(0, 0)[0][0]).isEqualTo(1);
  }

  @Test
  void weights_of_another_length_are_refused() {
    assertThatThrownBy(() -> shares(new float[][][][] {{{{1}}}}))
        .hasMessageContaining("needs 2 x 2 weights a head, found 1 x 1");
    assertThatThrownBy(() -> shares(new float[][][][] {{{{1, 0}, {1}}}}))
        .hasMessageContaining("needs 2 x 2 weights a head, found 2 x 1");
  }

  @Test
  void a_map_of_nothing_is_refused() {
    assertThatThrownBy(() -> shares(new float[0][][][])).hasMessageContaining("found none; ask");
    assertThatThrownBy(() -> shares(new float[1][0][][])).hasMessageContaining("found none; ask");
  }

  @Test
  void layers_without_a_name_or_with_fewer_heads_are_refused() {
    float[][] head = {{1, 0}, {0, 1}};
    List<AttentionLayer> one = List.of(new AttentionLayer("layer 1", Weights.NORMALIZED));
    assertThatThrownBy(() -> new AttentionMap(TWO, one, new float[][][][] {{head}, {head}}))
        .hasMessage("1 layers need as many weights, found those of 2");
    assertThatThrownBy(() -> shares(new float[][][][] {{head, head}, {head}}))
        .hasMessage("all layers need as many heads, found 2 and 1");
  }

  @Test
  void shares_that_do_not_sum_to_one_or_fall_below_zero_are_refused_and_strengths_may() {
    for (float[] row : List.of(new float[] {0.5f, 0.4f}, new float[] {1.5f, -0.5f}, new float[2])) {
      float[][][][] weights = {{{{1, 0}, row}}};
      assertThatThrownBy(() -> shares(weights)).hasMessageContaining("those of place 1 in layer 1");
      assertThat(map(Weights.UNNORMALIZED, weights).mean()[1]).containsExactly(row);
    }
  }

  @Test
  void looking_ahead_and_the_lowest_weight_are_found_in_any_head() {
    float[][] past = {{1, 0}, {0.5f, 0.5f}};
    AttentionMap causal = map(Weights.UNNORMALIZED, new float[][][][] {{past, past}});
    assertThat(causal.looksAhead()).isFalse();
    assertThat(causal.lowest()).isZero();
    float[][] both = {{1, -0.25f}, {0.5f, 0.5f}};
    AttentionMap ahead = map(Weights.UNNORMALIZED, new float[][][][] {{past, both}});
    assertThat(ahead.looksAhead()).isTrue();
    assertThat(ahead.lowest()).isEqualTo(-0.25f);
  }

  private static AttentionMap shares(float[][][][] weights) {
    return map(Weights.NORMALIZED, weights);
  }

  private static AttentionMap map(Weights kind, float[][][][] weights) {
    List<AttentionLayer> layers =
        IntStream.rangeClosed(1, weights.length)
            .mapToObj(layer -> new AttentionLayer("layer " + layer, kind))
            .toList();
    return new AttentionMap(TWO, layers, weights);
  }
}
