package heed.bench;

import heed.clicks.Clicks;
import heed.search.SearchRange;
import heed.search.SearchSpace;
import heed.tribuo.TribuoClicks;
import java.util.Locale;

/** Settings of one of Tribuo's models. Settings of the same name are the same. */
interface TribuoSettings {

  /** The rates of learning of what learns by AdaGrad. */
  SearchRange RATES = new SearchRange.Log(.003, .3, 2);

  /** What it is called, settings included. */
  String name();

  /** Fits to the training part. */
  TribuoClicks fit(Clicks train, long seed);

  /** Logistic regression. */
  record Logistic(double rate, int epochs) implements TribuoSettings {

    static final SearchSpace<Logistic> SPACE =
        SearchSpace.of(new Logistic(.1, 5)).with("rate", RATES).choices("epochs", 1, 2, 5, 10);

    @Override
    public String name() {
      return String.format(
          Locale.ROOT, "logistic regression (Tribuo), rate %s, %d epochs", rate, epochs);
    }

    @Override
    public TribuoClicks fit(Clicks train, long seed) {
      return TribuoClicks.logistic(train, rate, epochs, seed);
    }
  }

  /** A factorization machine. */
  record Machine(int factors, double rate, int epochs) implements TribuoSettings {

    static final SearchSpace<Machine> SPACE =
        SearchSpace.of(new Machine(8, .1, 5))
            .choices("factors", 2, 4, 8)
            .with("rate", RATES)
            .choices("epochs", 1, 2, 5);

    @Override
    public String name() {
      return String.format(
          Locale.ROOT,
          "factorization machine (Tribuo), %d factors, rate %s, %d epochs",
          factors,
          rate,
          epochs);
    }

    @Override
    public TribuoClicks fit(Clicks train, long seed) {
      return TribuoClicks.factorization(train, factors, rate, epochs, seed);
    }
  }

  /** Boosted trees. */
  record Boosted(int trees, int depth, double rate) implements TribuoSettings {

    static final SearchSpace<Boosted> SPACE =
        SearchSpace.of(new Boosted(100, 6, .1))
            .choices("trees", 50, 100, 200)
            .choices("depth", 2, 3, 4, 6)
            .choices("rate", .05, .1, .2, .3);

    @Override
    public String name() {
      return String.format(
          Locale.ROOT, "boosted trees (XGBoost), %d of depth %d, rate %s", trees, depth, rate);
    }

    @Override
    public TribuoClicks fit(Clicks train, long seed) {
      return TribuoClicks.boosted(train, trees, depth, rate, seed);
    }
  }
}
