package heed.experiment;

import heed.baseline.Baseline;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.experiment.Contender.Candidate;
import heed.experiment.Contender.Fitted;
import heed.experiment.Contender.TribuoSettings;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.tribuo.TribuoClicks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;

/**
 * Settings that are fitted at once, without epochs. Equal if their names are.
 *
 * @param fit to what is learnt from, with a seed
 */
record SettingsCandidate<T, P>(
    String name, Map<String, Object> config, BiFunction<T, Long, Learnt<P>> fit)
    implements Candidate<T, P> {

  /** What was fitted, and what it tells of how. */
  record Learnt<P>(P model, Map<String, Object> provenance) {}

  static <S extends Baseline> SettingsCandidate<Sequences, Recommender> of(
      S settings, BiFunction<S, Long, Baseline> withSeed) {
    return new SettingsCandidate<>(
        settings.name(),
        Map.of("model", settings.getClass().getSimpleName(), "settings", settings.toString()),
        (train, seed) -> new Learnt<>(withSeed.apply(settings, seed).fit(train), Map.of()));
  }

  static SettingsCandidate<Clicks, ClickPredictor> of(TribuoSettings settings) {
    return new SettingsCandidate<>(
        settings.name(),
        Map.of("model", TribuoClicks.class.getSimpleName(), "settings", settings.name()),
        (train, seed) -> {
          TribuoClicks model = settings.fit().apply(train, seed);
          return new Learnt<>(model, model.provenance());
        });
  }

  /** The rate of clicks, which has no settings. */
  static SettingsCandidate<Clicks, ClickPredictor> rate(String name) {
    return new SettingsCandidate<>(
        name,
        Map.of("model", name, "settings", "none"),
        (train, seed) -> new Learnt<>(ClickPredictor.rate(train), Map.of()));
  }

  @Override
  public Fitted<P> fit(T train, ToDoubleFunction<P> validation, long seed, Path checkpoints) {
    long start = System.nanoTime();
    Learnt<P> learnt = fit.apply(train, seed);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Fitted<>(learnt.model, List.of(), learnt.provenance, seconds, "cpu", () -> {});
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SettingsCandidate<?, ?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
