package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.chart.ClickAttentionChart;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.figure.Figure;
import heed.model.AttentionLayer;
import heed.model.click.ClickConfig;
import heed.model.click.CrossAttentionConfig;
import heed.model.click.DinConfig;
import heed.model.click.LogisticConfig;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClickAttentionTest {

  private static final ClickSplit.Parts PARTS = TinyClicks.parts(20, 15, 300);

  @Test
  void every_field_and_every_event_has_its_name() {
    try (ClickRun run = learnt(CrossAttentionConfig.defaults().withMaxLength(4))) {
      ClickAttention attention = ClickAttention.of(run, PARTS.test(), 5);
      List<String> history = PARTS.test().history(5).last(4).titles();
      ClickAttention.Layer first = attention.layers().get(0);
      assertThat(first.layer().name()).isEqualTo("user looks at item");
      assertThat(first.looking())
          .startsWith("user", "segment", "thrift (z-score)", "events of user")
          .endsWith(history.toArray(String[]::new));
      assertThat(first.lookedAt())
          .containsExactly(
              attention.item(), "category", "brand", "price (log)", "click events of item");
      assertThat(attention.layers().get(1).lookedAt()).isEqualTo(first.looking());
      assertThat(attention.chance())
          .isCloseTo(run.predictor().chances(PARTS.test())[5], within(1e-6));
    }
  }

  @Test
  void a_picture_a_layer_tells_who_looked_at_what_and_its_menu_holds_the_heads() {
    try (ClickRun cross = learnt(CrossAttentionConfig.defaults().withMaxLength(4));
        ClickRun din = learnt(DinConfig.defaults().withMaxLength(4))) {
      List<Figure> both = ClickAttentionChart.of(ClickAttention.of(cross, PARTS.test(), 5));
      assertThat(both).hasSize(2);
      assertThat(both.get(0).json()).contains("head 2").contains("segment");
      assertThat(both.get(1).description()).contains("item looks at user: most by");
      List<Figure> one = ClickAttentionChart.of(ClickAttention.of(din, PARTS.test(), 5));
      assertThat(one).hasSize(1);
      assertThat(one.get(0).json()).doesNotContain("updatemenus").contains("strength");
      assertThat(one.get(0).description()).contains("item looks at history: most at");
    }
  }

  @Test
  void heads_are_averaged_place_by_place() {
    ClickAttention.Layer layer =
        new ClickAttention.Layer(
            new AttentionLayer("x", AttentionLayer.Weights.NORMALIZED),
            List.of("a"),
            List.of("b", "c"),
            new float[][][] {{{1, 0}}, {{.5f, .5f}}});
    assertThat(layer.mean()[0]).containsExactly(.75f, .25f);
    assertThatThrownBy(
            () ->
                new ClickAttention.Layer(
                    layer.layer(), List.of("a", "d"), layer.lookedAt(), layer.weights()))
        .hasMessageContaining("2 places that look at 2");
  }

  @Test
  void a_network_without_attention_says_so() {
    try (ClickRun run = learnt(LogisticConfig.defaults())) {
      assertThatThrownBy(() -> ClickAttention.of(run, PARTS.test(), 0))
          .hasMessageContaining("logistic regression has no attention");
    }
  }

  private static ClickRun learnt(ClickConfig config) {
    return ClickTraining.of(config)
        .withEpochs(1)
        .fit(PARTS.train(), unused -> 0, ProgressListener.SILENT);
  }
}
