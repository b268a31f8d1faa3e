package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Weighting;
import heed.file.RecordCodec;
import heed.model.ModelKinds;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Settings that a reader writes herself are kept like ours. */
class OwnKindTest {

  /** Scores of another one, divided. */
  public record Tempered(Scoring inner, double temperature) implements Scoring {

    @Override
    public NDArray of(NDArray queries, NDArray keys) {
      return inner.of(queries, keys).div(temperature);
    }
  }

  /** What her network is made of. */
  record Mine(Scoring scoring, Weighting weighting, OptionalInt window) {}

  private static final Mine MINE =
      new Mine(
          new Tempered(new heed.attention.scoring.ScaledDotScore(), 2),
          new heed.attention.weighting.TopKSoftmax(3),
          OptionalInt.empty());

  @Test
  void a_kind_of_ones_own_comes_back_once_the_codec_knows_it() {
    RecordCodec codec = ModelKinds.codec().with(Tempered.class);
    String written = codec.write(MINE);
    assertThat(written).doesNotContain("outside.", "heed.");
    assertThat(codec.read(written, Mine.class)).isEqualTo(MINE);
  }

  @Test
  void a_kind_that_is_not_known_is_told_with_how_to_add_it() {
    RecordCodec ours = ModelKinds.codec();
    String written = ours.write(MINE);
    assertThatThrownBy(() -> ours.read(written, Mine.class))
        .hasMessageContainingAll(
            "Mine.scoring", "\"Tempered\"", "ScaledDotScore", "codec.with(MyRecord.class)");
  }
}
