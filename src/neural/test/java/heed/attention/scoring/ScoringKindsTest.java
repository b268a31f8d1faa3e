package heed.attention.scoring;

import heed.contract.attention.ScoringContract;
import heed.layer.Parameters;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every scoring must show. */
@ParameterizedClass
@EnumSource(ScoringKindsTest.Kind.class)
class ScoringKindsTest implements ScoringContract {

  /** Every scoring, for vectors of four numbers. */
  enum Kind {
    DOT(p -> new DotScore()),
    SCALED_DOT(p -> new ScaledDotScore()),
    COSINE(p -> new CosineScore(5)),
    ADDITIVE(p -> AdditiveScore.create(p, "score", 4, 6)),
    GENERAL(p -> GeneralScore.create(p, "score", 4)),
    ROTARY(p -> new RotaryScore(new ScaledDotScore()));

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
    private final Function<Parameters, Scoring> create;

    Kind(Function<Parameters, Scoring> create) {
      this.create = create;
    }
  }

  private final Kind kind;

  ScoringKindsTest(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Scoring scoring(Parameters parameters, int width) {
    return kind.create.apply(parameters);
  }
}
