package heed.evaluation;

import heed.contract.evaluation.MetricContract;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every metric must show. */
@ParameterizedClass
@MethodSource("all")
class MetricKindsTest implements MetricContract {

  private final Metric metric;

  MetricKindsTest(Metric metric) {
    this.metric = metric;
  }

  static Stream<Metric> all() {
    return Stream.of(
        Metric.hitRate(3),
        Metric.precision(3),
        Metric.recall(3),
        Metric.f1(3),
        Metric.ndcg(3),
        Metric.averagePrecision(3),
        Metric.reciprocalRank(3),
        Metric.reciprocalRank(),
        Metric.auc());
  }

  @Override
  public Metric metric() {
    return metric;
  }

  /** Precision divides by the cut, however few items are relevant, and F1 is made from it. */
  @Override
  public double best(int relevant) {
    if (metric instanceof Metric.Precision) {
      return relevant / 3.0;
    }
    return metric instanceof Metric.F1 ? 2.0 * relevant / (3 + relevant) : 1;
  }
}
