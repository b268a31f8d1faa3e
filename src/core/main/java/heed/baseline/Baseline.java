package heed.baseline;

import heed.recommend.Recommender;
import heed.search.Tunable;
import heed.sequence.Sequences;
import java.util.function.Function;

/**
 * The settings of a recommender that is not a network: a value to compare, tune and record. Fitted
 * to the training part of a split it gives the recommender.
 */
public interface Baseline extends Tunable {

  /** What it is called in a report, settings included: "item-kNN, 50 neighbours, shrinkage 10". */
  String name();

  /**
   * Learns from the training part alone. The recommender is immutable, so that several threads may
   * ask it; it answers to users and items that were never seen, and to an empty history.
   */
  Recommender fit(Sequences train);

  /** The same settings with another seed; these themselves if nothing is drawn in a fit. */
  default Baseline withSeed(long seed) {
    return this;
  }

  /** A baseline without settings of its own, such as {@code Popularity::ever}. */
  static Baseline of(String name, Function<Sequences, Recommender> fit) {
    return new Baseline() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Recommender fit(Sequences train) {
        return fit.apply(train);
      }

      @Override
      public String toString() {
        return name;
      }
    };
  }
}
