package heed.training.objective;

import heed.batch.NegativeDistribution;
import heed.contract.training.ObjectiveContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every objective must show; {@link ObjectiveTest} holds them to PyTorch's. */
@ParameterizedClass
@MethodSource("all")
class ObjectiveKindsTest implements ObjectiveContract {

  private static final NegativeDistribution UNIFORM = new NegativeDistribution.Uniform();

  private final Objective objective;

  ObjectiveKindsTest(Objective objective) {
    this.objective = objective;
  }

  static Stream<Objective> all() {
    return Stream.of(
        new FullCrossEntropy(),
        new SampledSoftmax(6, UNIFORM),
        new SampledSoftmax(6, new NegativeDistribution.Popularity(1)),
        new BinaryCrossEntropy(3, 0),
        new BinaryCrossEntropy(3, 0.75),
        new Bpr(3),
        new BprMax(6, UNIFORM, 0.5),
        new Top1Max(6, UNIFORM));
  }

  @Override
  public Objective objective() {
    return objective;
  }
}
