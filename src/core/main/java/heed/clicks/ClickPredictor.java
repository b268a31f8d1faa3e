package heed.clicks;

import heed.sequence.Catalogue;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/** Says how likely each row is clicked. */
public interface ClickPredictor {

  /** What it is called in a report. */
  String name();

  /**
   * The chance of a click for each row, in [0, 1]. It may use all that {@link Clicks} tells of a
   * row but whether it was clicked.
   */
  double[] chances(Clicks clicks);

  /**
   * The catalogue whose item numbers it learnt from; empty if an item's number means nothing to it.
   */
  default Optional<Catalogue> catalogue() {
    return Optional.empty();
  }

  /**
   * Refuses rows of another catalogue than {@link #catalogue()}, if it has one. An evaluation asks
   * this of every predictor.
   *
   * @throws IllegalArgumentException if the ids of the two differ
   */
  default void requireOwn(Clicks clicks) {
    catalogue().ifPresent(own -> own.requireSame(clicks.catalogue(), name(), "the rows"));
  }

  /**
   * A predictor that knows the chances, such as those of a planted log.
   *
   * @param chance the chance of a row of the log
   */
  static ClickPredictor knowing(String name, IntToDoubleFunction chance) {
    return of(
        name,
        clicks -> {
          double[] chances = new double[clicks.size()];
          Arrays.setAll(chances, row -> chance.applyAsDouble(clicks.logRow(row)));
          return chances;
        });
  }

  /** Says the share of clicks of a training part whatever is shown: what to beat in log-loss. */
  static ClickPredictor rate(Clicks train) {
    double rate = (double) train.clicks() / train.size();
    return of(
        "the rate of clicks",
        clicks -> {
          double[] chances = new double[clicks.size()];
          Arrays.fill(chances, rate);
          return chances;
        });
  }

  private static ClickPredictor of(String name, Function<Clicks, double[]> chances) {
    return new ClickPredictor() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double[] chances(Clicks clicks) {
        return chances.apply(clicks);
      }
    };
  }
}
