package heed.bench;

import com.google.gson.reflect.TypeToken;
import heed.bench.Contender.Candidate;
import heed.bench.Contender.Fitted;
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
 * One contender's way through a {@link Tournament}: tries on the validation part, then fits that
 * are asked the test. What was done before is not done again.
 */
final class LeaderboardEntry<T, P, A> {

  private static final long DRAWS = 1;

  /** In seconds: who waits so long wants to know what for. */
  private static final double LONG = 10;

  private final Tournament<T, P, A, ?> tournament;
  private final Contender<T, P> contender;
  private final Unfinished unfinished;
  private final Consumer<String> progress;
  private final ToDoubleFunction<P> validation;

  LeaderboardEntry(
      Tournament<T, P, A, ?> tournament,
      Contender<T, P> contender,
      Unfinished unfinished,
      Consumer<String> progress) {
    this.tournament = tournament;
    this.contender = contender;
    this.unfinished = unfinished;
    this.progress = progress;
    this.validation = tournament.contest().validation();
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
  Search<Candidate<T, P>> search() {
    List<Search.Trial<Candidate<T, P>>> trials = new ArrayList<>();
    for (Candidate<T, P> candidate :
        SearchSpace.draw(tournament.budget(), DRAWS, contender.draw())) {
      Tried tried = unfinished.once("try " + name(candidate), Tried.class, () -> tried(candidate));
      trials.add(new Search.Trial<>(candidate, tried.validation, tried.seconds, 0));
      if (tried.seconds >= LONG || !tried.failure.isEmpty()) {
        progress.accept(
            String.format(
                Locale.ROOT,
                "%s, try %d of %d: %.4f in %.0f s%s",
                contender.name(),
                trials.size(),
                tournament.budget(),
                tried.validation,
                tried.seconds,
                tried.failure));
      }
    }
    Search<Candidate<T, P>> search = new Search<>(trials);
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
  private Tried tried(Candidate<T, P> candidate) {
    long start = System.nanoTime();
    try (Fitted<P> fitted = fit(candidate, tournament.seeds().get(0))) {
      double reached = validation.applyAsDouble(fitted.learnt());
      return new Tried(reached, Math.max(fitted.seconds(), since(start)), "");
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (IllegalStateException failed) {
      return new Tried(Double.NaN, since(start), ": " + failed.getMessage());
    }
  }

  /** Fits the settings with a seed and asks the test. */
  Answered<A> ask(Candidate<T, P> settings, long seed) {
    Type type =
        TypeToken.getParameterized(Answered.class, tournament.contest().answers()).getType();
    return unfinished.once(
        "ask " + name(settings) + " seed " + seed, type, () -> asked(settings, seed));
  }

  private Answered<A> asked(Candidate<T, P> settings, long seed) {
    try (Fitted<P> fitted = fit(settings, seed)) {
      long start = System.nanoTime();
      String name = contender.seeded() ? contender.name() + ", seed " + seed : settings.name();
      A answers = tournament.contest().ask(name, fitted.learnt());
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

  private Fitted<P> fit(Candidate<T, P> candidate, long seed) {
    if (Thread.interrupted()) {
      throw new CancellationException(
          "the leaderboard was stopped; run again with the same folder it goes on");
    }
    Path checkpoints = unfinished.folder(name(candidate) + " seed " + seed);
    return candidate.fit(tournament.contest().train(), validation, seed, checkpoints);
  }

  private String name(Candidate<T, P> candidate) {
    return contender.name() + ", " + candidate.name();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
