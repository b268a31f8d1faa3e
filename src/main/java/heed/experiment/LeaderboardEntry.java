package heed.experiment;

import heed.evaluation.Answers;
import heed.evaluation.Evaluation;
import heed.experiment.Contender.Candidate;
import heed.experiment.Contender.Fitted;
import heed.recommend.Recommender;
import heed.training.Epoch;
import heed.training.Search;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * One contender's way through a {@link Leaderboard}: tries on the validation part, then fits that
 * are asked the test. What was done before is not done again.
 */
final class LeaderboardEntry {

  private static final long DRAWS = 1;
  private static final int CUT = 10;

  /** In seconds: who waits so long wants to know what for. */
  private static final double LONG = 10;

  private final Leaderboard board;
  private final Contender contender;
  private final Unfinished unfinished;
  private final Consumer<String> progress;
  private final ToDoubleFunction<Recommender> validation;

  LeaderboardEntry(
      Leaderboard board, Contender contender, Unfinished unfinished, Consumer<String> progress) {
    this.board = board;
    this.contender = contender;
    this.unfinished = unfinished;
    this.progress = progress;
    this.validation = Evaluation.of(board.split().validation()).ndcg(CUT);
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
   * @param time when, ISO 8601
   */
  record Answered(
      Answers answers,
      List<Epoch> curve,
      String device,
      double trainSeconds,
      double testSeconds,
      String time) {}

  /** Tries as many settings as the budget allows, each with the first seed. */
  Search<Candidate> search() {
    List<Search.Trial<Candidate>> trials = new ArrayList<>();
    for (Candidate candidate : Search.draw(board.budget(), DRAWS, contender.draw())) {
      Tried tried = unfinished.once("try " + name(candidate), Tried.class, () -> tried(candidate));
      trials.add(new Search.Trial<>(candidate, tried.validation, tried.seconds, 0));
      if (tried.seconds >= LONG || !tried.failure.isEmpty()) {
        progress.accept(
            String.format(
                "%s, try %d of %d: %.4f in %.0f s%s",
                contender.name(),
                trials.size(),
                board.budget(),
                tried.validation,
                tried.seconds,
                tried.failure));
      }
    }
    Search<Candidate> search = new Search<>(trials);
    progress.accept(
        String.format(
            "%s: %.4f on the validation part, best of %d in %.0f s",
            search.best().settings().name(),
            search.best().validation(),
            trials.size(),
            search.seconds()));
    return search;
  }

  /** A network that learns too fast may lose its numbers; that is a bad try, not an end. */
  private Tried tried(Candidate candidate) {
    long start = System.nanoTime();
    try (Fitted fitted = fit(candidate, board.seeds().get(0))) {
      double reached = validation.applyAsDouble(fitted.recommender());
      return new Tried(reached, Math.max(fitted.seconds(), since(start)), "");
    } catch (CancellationException stopped) {
      throw stopped;
    } catch (IllegalStateException failed) {
      return new Tried(Double.NaN, since(start), ": " + failed.getMessage());
    }
  }

  /** Fits the settings with a seed and asks the test. */
  Answered ask(Candidate settings, long seed) {
    return unfinished.once(
        "ask " + name(settings) + " seed " + seed, Answered.class, () -> asked(settings, seed));
  }

  private Answered asked(Candidate settings, long seed) {
    try (Fitted fitted = fit(settings, seed)) {
      long start = System.nanoTime();
      Answers answers = Evaluation.of(board.split().test()).answers(fitted.recommender());
      String name = contender.seeded() ? contender.name() + ", seed " + seed : settings.name();
      if (fitted.seconds() >= LONG) {
        progress.accept(String.format("%s: asked the test after %.0f s", name, fitted.seconds()));
      }
      return new Answered(
          new Answers(name, answers.places(), answers.lists()),
          fitted.curve(),
          fitted.device(),
          fitted.seconds(),
          since(start),
          Instant.now().toString());
    }
  }

  private Fitted fit(Candidate candidate, long seed) {
    if (Thread.interrupted()) {
      throw new CancellationException(
          "the leaderboard was stopped; run again with the same folder it goes on");
    }
    Path checkpoints = unfinished.folder(name(candidate) + " seed " + seed);
    return candidate.fit(board.split(), validation, seed, checkpoints);
  }

  private String name(Candidate candidate) {
    return contender.name() + ", " + candidate.name();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
