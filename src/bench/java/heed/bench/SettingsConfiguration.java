package heed.bench;

import heed.baseline.Baseline;
import heed.bench.Candidate.Configuration;
import heed.bench.Candidate.Fitted;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
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
record SettingsConfiguration<T, P>(
    String name, Map<String, Object> config, BiFunction<T, Long, Learnt<P>> fit)
    implements Configuration<T, P> {

  /** What was fitted, and what it tells of how. */
  record Learnt<P>(P model, Map<String, Object> provenance) {}

  static SettingsConfiguration<Sequences, Recommender> of(Baseline settings) {
    return new SettingsConfiguration<>(
        settings.name(),
        Map.of("model", settings.getClass().getSimpleName(), "settings", settings.toString()),
        (train, seed) -> new Learnt<>(settings.withSeed(seed).fit(train), Map.of()));
  }

  static SettingsConfiguration<Clicks, ClickPredictor> of(TribuoSettings settings) {
    return new SettingsConfiguration<>(
        settings.name(),
        Map.of("model", TribuoClicks.class.getSimpleName(), "settings", settings.name()),
        (train, seed) -> {
          TribuoClicks model = settings.fit(train, seed);
          return new Learnt<>(model, model.provenance());
        });
  }

  /** The rate of clicks, which has no settings. */
  static SettingsConfiguration<Clicks, ClickPredictor> rate(String name) {
    return new SettingsConfiguration<>(
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
    return other instanceof SettingsConfiguration<?, ?> that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
