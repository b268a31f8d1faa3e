package heed.attention.weighting;

import heed.contract.attention.WeightingContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every weighting must show. */
@ParameterizedClass
@MethodSource("all")
class WeightingKindsTest implements WeightingContract {

  private final Weighting weighting;

  WeightingKindsTest(Weighting weighting) {
    this.weighting = weighting;
  }

  static Stream<Weighting> all() {
    return Stream.of(
        new Softmax(),
        new PowerSoftmax(2.5),
        new TopKSoftmax(2),
        new Sparsemax(),
        new Entmax(),
        new Hardmax(),
        new GumbelHardmax(0.5),
        new PermutedAttention(new Softmax(), 1),
        new UniformAttention());
  }

  @Override
  public Weighting weighting() {
    return weighting;
  }

  @Override
  public boolean passesGradient() {
    return !(weighting instanceof Hardmax || weighting instanceof UniformAttention);
  }

  @Override
  public boolean followsScores() {
    return !(weighting instanceof UniformAttention);
  }
}
