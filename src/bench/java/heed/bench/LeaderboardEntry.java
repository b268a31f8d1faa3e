package heed.bench;

import com.google.gson.reflect.TypeToken;
import heed.bench.Candidate.Configuration;
import heed.bench.Candidate.Fitted;
import heed.search.SearchSpace;
import heed.training.optimizer.Epoch;
import heed.tuning.Search;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * One candidate's way through a {@link Benchmark}: tries on the validation part, then fits that are
 * asked the test. What was done before is not done again.
 */
final class LeaderboardEntry<T, P, A> {

  private static final long DRAWS = 1;

  /** In seconds: who waits so long wants to know what for. */
  private static final double LONG = 10;

  private final Benchmark<T, P, A, ?> benchmark;
  private final Candidate<T, P> candidate;
  private final Unfinished unfinished;
  private final Consumer<String> progress;
  private final ToDoubleFunction<P> validation;

  LeaderboardEntry(
      Benchmark<T, P, A, ?> benchmark,
      Candidate<T, P> candidate,
      Unfinished unfinished,
      Consumer<String> progress) {
    this.benchmark = benchmark;
    this.candidate = candidate;
    this.unfinished = unfinished;
    this.progress = progress;
    this.validation = benchmark.contest().validation();
  }

  /**
   * What came of a try.
   *
   * @param failure why it came to nothing; empty if it did not
   */
  private record Tried(double validation, double seconds, String failure) {}

  /**
   * A fit that was asked the test.
   *
   * @param provenance what the fit tells of itself beside its settings; empty if nothing
   * @param time when, ISO 8601
   */
  record Answered<A>(
      A answers,
      List<Epoch> curve,
      Map<String, Object> provenance,
      String device,
      double trainSeconds,
      double testSeconds,
      String time) {}

  /** Tries as many settings as the budget allows, each with the first seed. */
  Search<Configuration<T, P>> search() {
    List<Search.Trial<Configuration<T, P>>> trials = new ArrayList<>();
    for (Configuration<T, P> configuration :
        SearchSpace.draw(benchmark.budget(), DRAWS, candidate.draw())) {
      Tried tried =
          unfinished.once("try " + name(configuration), Tried.class, () -> tried(configuration));
      trials.add(new Search.Trial<>(configuration, tried.validation, tried.seconds, 0));
      if (tried.seconds >= LONG || !tried.failure.isEmpty()) {
        progress.accept(
            String.format(
                Locale.ROOT,
                "%s, try %d of %d: %.4f in %.0f s%s",
                candidate.name(),
                trials.size(),
                benchmark.budget(),
                tried.validation,
                tried.seconds,
                tried.failure));
      }
    }
    Search<Configuration<T, P>> search = new Search<>(trials);
    progress.accept(
        String.format(
            Locale.ROOT,
            "%s: %.4f on the validation part, best of %d in %.0f s",
            search.best().settings().name(),
            search.best().validation(),
            trials.size(),
            search.seconds()));
    return search;
  }

  /** A network that learns too fast may lose its numbers; that is a bad try, not an end. */
  private Tried tried(Configuration<T, P> configuration) {
    long start = System.nanoTime();
    try (Fitted<P> fitted = fit(configuration, benchmark.seeds().get(0))) {
      double reached = validation.applyAsDouble(fitted.learnt());
      return new Tried(reached, Math.max(fitted.seconds(), since(start)), "");
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (IllegalStateException failed) {
      return new Tried(Double.NaN, since(start), ": " + failed.getMessage());
    }
  }

  /** Fits the settings with a seed and asks the test. */
  Answered<A> ask(Configuration<T, P> settings, long seed) {
    Type type = TypeToken.getParameterized(Answered.class, benchmark.contest().answers()).getType();
    return unfinished.once(
        "ask " + name(settings) + " seed " + seed, type, () -> asked(settings, seed));
  }

  private Answered<A> asked(Configuration<T, P> settings, long seed) {
    try (Fitted<P> fitted = fit(settings, seed)) {
      long start = System.nanoTime();
      String name = candidate.seeded() ? candidate.name() + ", seed " + seed : settings.name();
      A answers = benchmark.contest().ask(name, fitted.learnt());
      if (fitted.seconds() >= LONG) {
        progress.accept(
            String.format(Locale.ROOT, "%s: asked the test after %.0f s", name, fitted.seconds()));
      }
      return new Answered<>(
          answers,
          fitted.curve(),
          fitted.provenance(),
          fitted.device(),
          fitted.seconds(),
          since(start),
          Instant.now().toString());
    }
  }

  private Fitted<P> fit(Configuration<T, P> configuration, long seed) {
    if (Thread.interrupted()) {
      throw new CancellationException(
          "the leaderboard was stopped; run again with the same folder it goes on");
    }
    Path checkpoints = unfinished.folder(name(configuration) + " seed " + seed);
    return configuration.fit(benchmark.contest().train(), validation, seed, checkpoints);
  }

  private String name(Configuration<T, P> configuration) {
    return candidate.name() + ", " + configuration.name();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
