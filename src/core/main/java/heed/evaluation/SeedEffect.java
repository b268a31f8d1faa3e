package heed.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * How much a figure hangs on a seed: of the training, of the order of events at the same moment, of
 * a drawn split. Whoever reports the best of several seeds reports luck.
 *
 * @param what the figure and what the seed decides
 * @param seeds those tried, at least two
 * @param values the figure under each
 */
public record SeedEffect(String what, List<Long> seeds, List<Double> values) {

  public SeedEffect {
    seeds = List.copyOf(seeds);
    values = List.copyOf(values);
    if (seeds.size() < 2 || seeds.size() != values.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the effect of a seed shows between at least two, a value each; found %d seeds and %d"
                  + " values",
              seeds.size(),
              values.size()));
    }
  }

  /** Computes the figure under each seed. */
  public static SeedEffect of(String what, LongToDoubleFunction figure, long... seeds) {
    return new SeedEffect(
        what,
        LongStream.of(seeds).boxed().toList(),
        Arrays.stream(seeds).mapToObj(figure::applyAsDouble).toList());
  }

  public double mean() {
    return stream().average().orElseThrow();
  }

  /** The standard deviation between seeds, dividing by one less than there are. */
  public double deviation() {
    double mean = mean();
    return Math.sqrt(stream().map(x -> (x - mean) * (x - mean)).sum() / (values.size() - 1));
  }

  public double least() {
    return stream().min().orElseThrow();
  }

  public double most() {
    return stream().max().orElseThrow();
  }

  private DoubleStream stream() {
    return values.stream().mapToDouble(Double::doubleValue);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: %.4f on average over %d seeds, from %.4f to %.4f, standard deviation %.4f; the"
            + " luckiest reads %.0f%% above the average",
        what,
        mean(),
        values.size(),
        least(),
        most(),
        deviation(),
        100 * (most() / mean() - 1));
  }
}
