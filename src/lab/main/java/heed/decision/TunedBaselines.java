package heed.decision;

import heed.baseline.Baseline;
import heed.baseline.Baselines;
import heed.baseline.FadingPopularity;
import heed.baseline.Popularity;
import heed.evaluation.Evaluation;
import heed.evaluation.significance.Power;
import heed.log.Counted;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.search.SearchSpace;
import heed.sequence.Split;
import heed.tuning.Search;
import heed.tuning.SearchLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The baselines of the library at the settings that validate best.
 *
 * @param tuned the best on the validation part first
 * @param leftOut which were not tried, and why
 */
record TunedBaselines(List<Tuned> tuned, List<String> leftOut) {

  private static final int TRIES = 8;

  /** EASE inverts a matrix of items by items. */
  private static final int MOST_ITEMS_OF_EASE = 8_000;

  private static final String EASE = "EASE";

  /** The same as popularity where lists leave out what was seen. */
  private static final String PERSONAL = "personal popularity";

  /**
   * One of them.
   *
   * @param baseline with its settings
   * @param recommender fitted to the training part
   * @param validation its NDCG@10
   * @param tries how many settings were tried
   * @param seconds all tries took
   */
  record Tuned(
      Baseline baseline, Recommender recommender, double validation, int tries, double seconds) {

    String name() {
      return recommender.name();
    }

    /** Whether it counts how often items were taken, and looks at no history. */
    boolean isPopularity() {
      return recommender instanceof Popularity || baseline instanceof FadingPopularity;
    }
  }

  /** Tries each with some settings, its share of the time permitting; the usual ones always. */
  static TunedBaselines of(Split.Parts split, Duration time, Consumer<String> heard) {
    Evaluation evaluation = Evaluation.of(split.validation());
    ToDoubleFunction<Recommender> validation = evaluation.ndcg(10);
    Map<String, Baseline> baselines = new LinkedHashMap<>(Baselines.overHistories());
    if (evaluation.seen() == Seen.EXCLUDED) {
      baselines.remove(PERSONAL);
    }
    List<Tuned> tuned = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int items = split.catalogue().size();
    for (Map.Entry<String, Baseline> one : baselines.entrySet()) {
      if (one.getKey().equals(EASE) && items > MOST_ITEMS_OF_EASE) {
        leftOut.add(
            String.format(
                Locale.ROOT, "EASE was left out: %,d items make too large a matrix.", items));
        continue;
      }
      Search<Baseline> search =
          Search.over(
              candidates(one.getValue()),
              settings -> validation.applyAsDouble(settings.fit(split.train())),
              SearchLimits.none().withTime(time.dividedBy(baselines.size())));
      Search.Trial<Baseline> best = search.best();
      tuned.add(
          new Tuned(
              best.settings(),
              best.settings().fit(split.train()),
              best.validation(),
              search.trials().size(),
              search.seconds()));
      heard.accept(
          String.format(
              Locale.ROOT,
              "%s: validation NDCG@10 %.4f after %s",
              best.settings().name(),
              best.validation(),
              Counted.of(search.trials().size(), "try", "tries")));
    }
    // What looks at a history goes before popularity that validates no better.
    tuned.sort(
        Comparator.comparingDouble(Tuned::validation)
            .reversed()
            .thenComparing(Tuned::isPopularity));
    return new TunedBaselines(tuned, leftOut);
  }

  private static List<Baseline> candidates(Baseline usual) {
    return Stream.concat(Stream.of(usual), SearchSpace.declaredBy(usual).draw(TRIES, 1).stream())
        .distinct()
        .limit(TRIES)
        .toList();
  }

  Tuned best() {
    return tuned.get(0);
  }

  /** The best that counts how often items were taken, and nothing of a history. */
  Tuned popularity() {
    return tuned.stream().filter(Tuned::isPopularity).findFirst().orElse(best());
  }

  /**
   * What the users of the validation part show: the best baseline is held against each of the
   * others that look at a history, and the middle of what that gives counts. A network differs from
   * the best about as much as these do.
   */
  Power power(Split.Parts split) {
    Evaluation evaluation = Evaluation.of(split.validation());
    double[] first = evaluation.answers(best().recommender()).each(Contest.METRIC);
    List<Power> powers =
        tuned.stream()
            .skip(1)
            .filter(one -> !one.isPopularity())
            .map(one -> evaluation.answers(one.recommender()).each(Contest.METRIC))
            .map(second -> Power.of(first, second, split.validation().users()))
            .sorted(Comparator.comparingDouble(Power::deviation))
            .toList();
    return powers.get(powers.size() / 2);
  }

  List<String> names() {
    return tuned.stream().map(Tuned::name).toList();
  }

  /** What each reaches on the validation part, by its name. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    tuned.forEach(one -> figures.put(one.name(), one.validation()));
    return figures;
  }

  /** A row of the page for each. */
  List<Row> rows() {
    return tuned.stream()
        .map(
            one ->
                new Row(
                    one.name(),
                    String.format(Locale.ROOT, "%.4f", one.validation()),
                    one.tries(),
                    String.format(Locale.ROOT, "%.1f", one.seconds())))
        .toList();
  }

  record Row(String baseline, String validation, int tries, String seconds) {}
}
