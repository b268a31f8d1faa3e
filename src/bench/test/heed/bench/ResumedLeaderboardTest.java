package heed.bench;

import static heed.bench.TinyLeaderboard.board;
import static heed.bench.TinyLeaderboard.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Baseline;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.evaluation.Predictions;
import heed.evaluation.Report;
import heed.evaluation.TestSetEvaluations;
import heed.experiment.DataFingerprint;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaderboard that was stopped goes on where it stood, and does nothing twice. */
class ResumedLeaderboardTest {

  @TempDir Path folder;

  /** Counts its fits, and dies at one of them. */
  private static Candidate<Sequences, Recommender> mortal(AtomicInteger fits, int deathAt) {
    return Candidate.of(
        "mortal",
        random -> {
          double smoothing = random.nextInt(1, 100);
          return Baseline.of(
              "chain " + smoothing,
              train -> {
                if (fits.incrementAndGet() == deathAt) {
                  throw new OutOfMemoryError("killed");
                }
                return new MarkovChain(3, smoothing).fit(train);
              });
        });
  }

  @Test
  void a_leaderboard_that_was_killed_goes_on_with_what_it_has_done(@TempDir Path other)
      throws Exception {
    AtomicInteger fits = new AtomicInteger();
    List<Candidate<Sequences, Recommender>> dying = List.of(mortal(fits, 3));
    assertThatThrownBy(() -> board(4, 1L).run(folder, dying, line -> {})).hasMessage("killed");
    BenchmarkResult<Report> resumed = board(4, 1L).run(folder, dying, line -> {});
    assertThat(fits.get()).as("two tries, the death, two more, and the fit").isEqualTo(6);

    AtomicInteger untroubled = new AtomicInteger();
    BenchmarkResult<Report> whole =
        board(4, 1L).run(other, List.of(mortal(untroubled, 0)), line -> {});
    assertThat(resumed.report().answers().get(0).ranks())
        .isEqualTo(whole.report().answers().get(0).ranks());
    assertThat(resumed.tuned().get(0).validation()).isEqualTo(whole.tuned().get(0).validation());
    assertThat(unfinished()).as("what a finished one leaves to go on with").isEmpty();
  }

  private List<Path> unfinished() throws Exception {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("unfinished")).toList();
    }
  }

  /** The rankings of the split; counts how often the validation part judges. */
  private record Counted(RankingContest rankings, AtomicInteger judged)
      implements Contest<Sequences, Recommender, Predictions, Report> {
    @Override
    public DataFingerprint data() {
      return rankings.data();
    }

    @Override
    public Sequences train() {
      return rankings.train();
    }

    @Override
    public String parts() {
      return rankings.parts();
    }

    @Override
    public String measure() {
      return rankings.measure();
    }

    @Override
    public ToDoubleFunction<Recommender> validation() {
      return recommender -> {
        judged.incrementAndGet();
        return rankings.validation().applyAsDouble(recommender);
      };
    }

    @Override
    public Predictions ask(String name, Recommender recommender) {
      return rankings.ask(name, recommender);
    }

    @Override
    public OptionalInt open(TestSetEvaluations evaluations) {
      return rankings.open(evaluations);
    }

    @Override
    public Report report(OptionalInt timesEvaluated, List<Predictions> answers) {
      return rankings.report(timesEvaluated, answers);
    }

    @Override
    public Class<Predictions> answers() {
      return rankings.answers();
    }

    @Override
    public Map<String, Double> metrics(Predictions answers) {
      return rankings.metrics(answers);
    }
  }

  @Test
  void a_network_is_not_trained_again_with_the_seed_it_was_tried_with() {
    Counted counted =
        new Counted(
            new RankingContest(TinyLeaderboard.DATA, TinyLeaderboard.SPLIT), new AtomicInteger());
    BenchmarkResult<Report> result =
        new Benchmark<>(counted, 1, List.of(1L))
            .run(folder, List.of(Candidate.network("SASRec", random -> tiny(.01))), line -> {});
    assertThat(counted.judged().get())
        .as("two epochs of the try, and what it came to")
        .isEqualTo(3);
    assertThat(result.runs().records().get(0).curve()).hasSize(2);
  }

  @Test
  void an_interrupted_network_is_no_try_and_the_next_call_goes_on() throws Exception {
    List<Candidate<Sequences, Recommender>> network =
        List.of(Candidate.network("SASRec", random -> tiny(.01)));
    Leaderboard board =
        board(1, 1L); // Its log is planted here, by threads that wait for each other.
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> board.run(folder, network, line -> {}))
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("the leaderboard was stopped");
    assertThat(board(1, 1L).run(folder, network, line -> {}).tuned()).hasSize(1);
  }

  @Test
  void what_was_kept_and_is_not_taken_up_is_told_of() throws Exception {
    List<Candidate<Sequences, Recommender>> dying = List.of(mortal(new AtomicInteger(), 3));
    assertThatThrownBy(() -> board(4, 1L).run(folder, dying, line -> {})).hasMessage("killed");
    Files.createDirectories(folder.resolve("unfinished-of-other-data"));
    List<String> told = new ArrayList<>();
    List<Candidate<Sequences, Recommender>> another =
        List.of(Candidate.of("ever", random -> Baseline.of("ever", Popularity::ever)));
    board(4, 1L).run(folder, another, told::add);
    assertThat(told).noneMatch(line -> line.startsWith("begins anew"));
    assertThat(told).anyMatch(line -> line.startsWith("2 results that were kept before"));
    told.clear();
    board(4, 1L).run(folder, another, told::add);
    assertThat(told)
        .hasSize(2)
        .anyMatch(
            line -> line.contains("begins anew") && line.contains("unfinished-of-other-data"));
  }
}
