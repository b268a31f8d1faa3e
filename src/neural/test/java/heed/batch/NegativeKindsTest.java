package heed.batch;

import heed.contract.batch.NegativeDistributionContract;
import heed.contract.batch.NegativeSamplingContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler of negatives must show. */
class NegativeKindsTest {

  static List<NegativeDistribution> distributions() {
    return List.of(
        new NegativeDistribution.Uniform(),
        new NegativeDistribution.Popularity(1),
        new NegativeDistribution.Popularity(0.5),
        new NegativeDistribution.Popularity(0),
        new NegativeDistribution.InBatch(),
        new NegativeDistribution.Mixed(0.25));
  }

  static List<NegativeSampling> samplings() {
    return List.of(
        new NegativeSampling.None(),
        new NegativeSampling.Shared(4, new NegativeDistribution.Uniform()),
        new NegativeSampling.Shared(4, new NegativeDistribution.Popularity(1)),
        new NegativeSampling.Shared(4, new NegativeDistribution.InBatch()),
        new NegativeSampling.Each(1),
        new NegativeSampling.Each(3));
  }

  @Nested
  @ParameterizedClass
  @MethodSource("heed.batch.NegativeKindsTest#distributions")
  class OfDistributions implements NegativeDistributionContract {

    private final NegativeDistribution distribution;

    OfDistributions(NegativeDistribution distribution) {
      this.distribution = distribution;
    }

    @Override
    public NegativeDistribution distribution() {
      return distribution;
    }
  }

  @Nested
  @ParameterizedClass
  @MethodSource("heed.batch.NegativeKindsTest#samplings")
  class OfSamplings implements NegativeSamplingContract {

    private final NegativeSampling sampling;

    OfSamplings(NegativeSampling sampling) {
      this.sampling = sampling;
    }

    @Override
    public NegativeSampling sampling() {
      return sampling;
    }
  }
}
