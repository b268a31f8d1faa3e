package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;

import heed.training.StopReason;
import heed.training.optimizer.Epoch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveWordsTest {

  @Test
  void a_curve_whose_best_is_its_end_was_still_rising_if_time_ended_it() {
    CurveWords words = CurveWords.of(curve(.1, .2, .3, .4), 4, StopReason.TIME_IS_UP);
    assertThat(words.kind()).isEqualTo(CurveWords.Kind.STILL_RISING);
    assertThat(words.words()).contains("0.4000", "after epoch 4 of 4");
    assertThat(CurveWords.of(curve(.1, .2, .3, .4), 4, StopReason.ALL_EPOCHS).kind())
        .isEqualTo(CurveWords.Kind.LEVEL);
  }

  @Test
  void a_curve_that_falls_while_the_loss_does_too_is_past_its_best() {
    assertThat(CurveWords.of(curve(.1, .4, .3, .2), 2, StopReason.NO_PROGRESS).kind())
        .isEqualTo(CurveWords.Kind.OVERFITTED);
  }

  @Test
  void a_curve_that_stays_near_its_best_had_levelled_off() {
    assertThat(CurveWords.of(curve(.1, .4, .39, .395), 2, StopReason.NO_PROGRESS).kind())
        .isEqualTo(CurveWords.Kind.LEVEL);
  }

  @Test
  void two_epochs_say_nothing() {
    CurveWords words = CurveWords.of(curve(.1, .2), 2, StopReason.TIME_IS_UP);
    assertThat(words.kind()).isEqualTo(CurveWords.Kind.TOO_SHORT);
    assertThat(words.words()).contains("Only 2 epochs were finished", "--minutes");
  }

  /** The loss falls all the time. */
  private static List<Epoch> curve(double... validation) {
    List<Epoch> curve = new ArrayList<>();
    for (double one : validation) {
      curve.add(new Epoch(curve.size() + 1, 5 - curve.size(), one, 1));
    }
    return curve;
  }
}
