package heed.contract.clicks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every predictor of clicks must show: a chance for each row, the same whatever stands beside
 * it and however many ask, and none that knows whether the row was clicked.
 */
public interface ClickPredictorContract {

  /**
   * The predictor that is held to this, fitted to these rows. One that owns native memory is closed
   * by the test that implements this.
   */
  ClickPredictor predictor(Clicks train);

  @Test
  default void every_row_has_a_chance() {
    ClickSplit.Parts parts = ClickLogs.parts(20, 15, 400);
    double[] chances = predictor(parts.train()).chances(parts.test());
    assertThat(chances).hasSize(parts.test().size());
    for (double chance : chances) {
      assertThat(chance).isBetween(0.0, 1.0);
    }
  }

  @Test
  default void a_row_alone_is_predicted_as_beside_others_and_in_their_order() {
    ClickSplit.Parts parts = ClickLogs.parts(20, 15, 400);
    ClickPredictor predictor = predictor(parts.train());
    double[] together = predictor.chances(parts.test());
    for (int row = 0; row < together.length; row += 7) {
      assertThat(predictor.chances(parts.test().rows(row))[0])
          .isCloseTo(together[row], within(1e-6));
    }
    assertThat(predictor.chances(parts.test().rows())).as("of no row").isEmpty();
    assertThat(predictor.name()).isNotBlank();
  }

  @Test
  default void whether_a_row_was_clicked_is_not_looked_at() {
    ClickSplit.Parts clicked = ClickLogs.lastRowIs(1);
    ClickSplit.Parts passed = ClickLogs.lastRowIs(0);
    assertThat(clicked.test().clicked()).isNotEqualTo(passed.test().clicked());
    ClickPredictor predictor = predictor(clicked.train());
    assertThat(predictor.chances(passed.test())).containsExactly(predictor.chances(clicked.test()));
  }

  @Test
  default void several_threads_may_ask() {
    ClickSplit.Parts parts = ClickLogs.parts(20, 15, 400);
    ClickPredictor predictor = predictor(parts.train());
    Clicks some = parts.test().rows(0, 1, 2);
    double[] alone = predictor.chances(some);
    assertThat(IntStream.range(0, 100).parallel().mapToObj(i -> predictor.chances(some)).toList())
        .allSatisfy(chances -> assertThat(chances).containsExactly(alone));
  }
}
