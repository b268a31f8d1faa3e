package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.scoring.AdditiveScore;
import heed.attention.scoring.CosineScore;
import heed.attention.scoring.DotScore;
import heed.attention.scoring.GeneralScore;
import heed.attention.scoring.RotaryScore;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Entmax;
import heed.attention.weighting.Hardmax;
import heed.attention.weighting.Softmax;
import heed.contract.attention.AttentionContract;
import heed.layer.Parameters;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of attention must show. */
@ParameterizedClass
@EnumSource(AttentionKindsTest.Kind.class)
class AttentionKindsTest implements AttentionContract {

  /** Every kind; each draws its parameters from the seed. */
  enum Kind {
    SCALED_DOT(p -> ScoredAttention.scaledDot()),
    ADDITIVE(p -> softmax(AdditiveScore.create(p, "score", 4, 6))),
    GENERAL(p -> softmax(GeneralScore.create(p, "score", 4))),
    COSINE(p -> softmax(new CosineScore(5))),
    ROTARY(p -> softmax(new RotaryScore(new ScaledDotScore()))),
    ENTMAX(p -> new ScoredAttention(new ScaledDotScore(), new Entmax())),
    HARD(p -> new ScoredAttention(new ScaledDotScore(), new Hardmax())),
    POINTWISE(p -> new PointwiseAttention(new DotScore(), LENGTH)),
    TARGET(p -> TargetAttention.create(p, "unit", 4, 6)),
    LINEAR(p -> new LinearAttention()),
    CAUSAL_LINEAR(p -> new CausalLinearAttention());

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
    private final Function<Parameters, Attention> create;

    Kind(Function<Parameters, Attention> create) {
      this.create = create;
    }
  }

  private final Kind kind;

  AttentionKindsTest(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Attention kind(Parameters parameters) {
    return kind.create.apply(parameters);
  }

  /** Causal linear attention sees no future without a mask. */
  @Override
  public NDArray past(NDManager step, int length) {
    return kind == Kind.CAUSAL_LINEAR ? NoMask.of(step) : CausalMask.of(step, length);
  }

  @Override
  public boolean canLookBack() {
    return kind != Kind.LINEAR;
  }

  /** With a rotary score fewer keys than queries would shift the places. */
  @Override
  public boolean ignoresPlaces() {
    return kind != Kind.ROTARY;
  }

  private static ScoredAttention softmax(Scoring score) {
    return new ScoredAttention(score, new Softmax());
  }
}
