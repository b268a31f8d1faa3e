package heed.tuning;

import heed.training.NothingLearntException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** The trials of a search under way: each is kept, told, and counted towards the limits. */
final class Trials<S> {

  private final SearchLimits limits;
  private final Optional<Tries> tries;
  private final List<Search.Trial<S>> made = new ArrayList<>();
  private final long start = System.nanoTime();
  private double best = Double.NaN;
  private int sinceBest;

  Trials(SearchLimits limits) {
    this.limits = limits;
    this.tries = limits.tries();
  }

  /** Whether no more may be tried. */
  boolean over() {
    return sinceBest >= limits.patience() || (System.nanoTime() - start) / 1e9 >= limits.seconds();
  }

  /**
   * Tries settings, unless it is known what they reach. Where nothing was learnt they reach no
   * number.
   *
   * @param epochs they are given; 0 where there are none
   * @return whether they were tried; false if this thread was interrupted, which is then met
   */
  boolean take(S settings, int epochs, DoubleSupplier validation) {
    Optional<Tries.Try> known = tries.flatMap(kept -> kept.find(settings, epochs));
    if (known.isPresent()) {
      add(
          new Search.Trial<>(settings, known.get().validation(), known.get().seconds(), epochs),
          "as tried before");
      return true;
    }
    if (made.isEmpty()) {
      tries.flatMap(kept -> kept.outdated(settings)).ifPresent(limits.heard());
    }
    long began = System.nanoTime();
    double reached = reached(validation);
    if (Thread.interrupted()) {
      return false;
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    tries.ifPresent(kept -> kept.add(new Tries.Try(settings.toString(), epochs, reached, seconds)));
    add(
        new Search.Trial<>(settings, reached, seconds, epochs),
        String.format(Locale.ROOT, "%.0f s", seconds));
    return true;
  }

  private double reached(DoubleSupplier validation) {
    try {
      return validation.getAsDouble();
    } catch (NothingLearntException failed) {
      limits.heard().accept("a try failed: " + failed.getMessage());
      return Double.NaN;
    }
  }

  private void add(Search.Trial<S> trial, String how) {
    made.add(trial);
    boolean better = Double.isNaN(best) || trial.validation() > best;
    sinceBest = better ? 0 : sinceBest + 1;
    best = better ? trial.validation() : best;
    limits
        .heard()
        .accept(
            String.format(
                Locale.ROOT,
                "try %d%s: %.4f, best %.4f (%s)",
                made.size(),
                after(trial.epochs()),
                trial.validation(),
                best,
                how));
  }

  private static String after(int epochs) {
    return switch (epochs) {
      case 0 -> "";
      case 1 -> " after 1 epoch";
      default -> " after " + epochs + " epochs";
    };
  }

  /** The last one. */
  Search.Trial<S> last() {
    return made.get(made.size() - 1);
  }

  Search<S> search() {
    return new Search<>(made);
  }
}
