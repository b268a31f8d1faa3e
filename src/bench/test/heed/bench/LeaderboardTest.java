package heed.bench;

import static heed.bench.TinyLeaderboard.board;
import static heed.bench.TinyLeaderboard.tiny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Baseline;
import heed.baseline.ImplicitAls;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.evaluation.Evaluation;
import heed.evaluation.Predictions;
import heed.evaluation.Report;
import heed.experiment.RunRecord;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.search.SearchSpace;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaderboardTest {

  @TempDir Path folder;

  @Test
  void each_kind_gets_the_same_tries_and_only_seeded_kinds_get_every_seed() throws Exception {
    List<String> told = new ArrayList<>();
    List<Candidate<Sequences, Recommender>> candidates =
        List.of(
            Candidate.of("ever", random -> Baseline.of("ever", Popularity::ever)),
            Candidate.of("chain", random -> new MarkovChain(1 + random.nextInt(9), 1)),
            Candidate.of(
                "ALS", SearchSpace.of(ImplicitAls.defaults().withSweeps(2)).whole("factors", 1, 4)),
            Candidate.network(
                "SASRec",
                random ->
                    Training.of(
                            SasrecConfig.defaults()
                                .withWidth(8 << random.nextInt(2))
                                .withMaxLength(5))
                        .withEpochs(1)));
    BenchmarkResult<Report> result = board(2, 1L, 2L).run(folder, candidates, told::add);
    assertThat(result.tuned()).extracting(BenchmarkResult.Tuned::tries).containsExactly(1, 2, 2, 2);
    assertThat(result.report().answers())
        .extracting(Predictions::recommender)
        .hasSize(6)
        .contains("ALS, seed 1", "ALS, seed 2", "SASRec, seed 2");
    assertThat(result.report().timesEvaluated()).as("evaluated once for all").hasValue(1);
    assertThat(told).hasSize(4);
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(6);
    }
    assertThat(result.runs().records())
        .extracting(record -> record.metric("test-set evaluations"))
        .containsOnly(1.0);
    RunRecord chain = result.runs().records().get(1);
    assertThat(chain.config().toString()).contains("MarkovChain", "tuning");
    assertThat(chain.metric("NDCG@10")).isEqualTo(result.report().scores().get(1).ndcg());
  }

  /** Knows the test and shows it only if its settings are the worst on validation. */
  private record Cheat(Catalogue catalogue, int settings, AtomicInteger tests)
      implements Recommender {
    @Override
    public String name() {
      return "cheat " + settings;
    }

    @Override
    public float[][] score(List<History> histories) {
      float[][] scores = new float[histories.size()][catalogue.size() + 1];
      for (int row = 0; row < scores.length; row++) {
        boolean isTest = histories.get(row).equals(TinyLeaderboard.SPLIT.test().histories().get(0));
        tests.addAndGet(isTest ? 1 : 0);
        Arrays.fill(scores[row], settings);
        int right = settings == 3 ? TinyLeaderboard.SPLIT.validation().targets()[0] : 1;
        scores[row][right] = 100;
      }
      return scores;
    }
  }

  @Test
  void the_test_is_asked_once_and_only_after_the_validation_has_chosen() {
    AtomicInteger tests = new AtomicInteger();
    Candidate<Sequences, Recommender> cheat =
        Candidate.of(
            "cheat",
            random -> {
              int settings = random.nextInt(5);
              return Baseline.of(
                  "cheat " + settings, train -> new Cheat(train.catalogue(), settings, tests));
            });
    BenchmarkResult<Report> result = board(5, 1L).run(folder, List.of(cheat), line -> {});
    assertThat(tests.get()).as("how often the first question of the test was asked").isEqualTo(1);
    assertThat(result.tuned().get(0).validation())
        .isEqualTo(bestOf(result.tuned().get(0).settings(), tests));
  }

  private static double bestOf(String name, AtomicInteger tests) {
    int settings = Integer.parseInt(name.replaceAll("\\D", ""));
    return Evaluation.of(TinyLeaderboard.SPLIT.validation())
        .ndcg(10)
        .applyAsDouble(new Cheat(TinyLeaderboard.SPLIT.catalogue(), settings, tests));
  }

  @Test
  void every_contender_of_the_course_fits_and_draws_different_settings() {
    List<Candidate<Sequences, Recommender>> baselines = Candidates.baselines();
    BenchmarkResult<Report> result = board(2, 1L).run(folder, baselines, line -> {});
    assertThat(result.report().answers()).hasSize(baselines.size());
    assertThat(result.tuned()).filteredOn(kind -> kind.tries() == 2).hasSize(7);
  }

  @Test
  void settings_that_lose_their_numbers_are_a_bad_try_and_not_the_end() {
    AtomicInteger draws = new AtomicInteger();
    List<String> told = new ArrayList<>();
    Candidate<Sequences, Recommender> wild =
        Candidate.network("SASRec", random -> tiny(draws.getAndIncrement() == 0 ? 1e30 : .01));
    BenchmarkResult<Report> result = board(2, 1L).run(folder, List.of(wild), told::add);
    assertThat(result.tuned().get(0).settings()).contains("rate=0.01");
    assertThat(result.runs().records().get(0).config().toString()).contains("NaN");
    assertThat(told).anyMatch(line -> line.contains("lower the learning rate"));
  }

  @Test
  void every_network_over_histories_enters() {
    List<Candidate<Sequences, Recommender>> all = Candidates.all(1);
    List<Candidate<Sequences, Recommender>> networks =
        all.subList(Candidates.baselines().size(), all.size());
    BenchmarkResult<Report> result = board(1, 1L).run(folder, networks, line -> {});
    assertThat(result.report().scores())
        .hasSize(12)
        .allSatisfy(score -> assertThat(score.ndcg()).isPositive());
    for (Candidate<Sequences, Recommender> network : networks) {
      assertThat(SearchSpace.draw(8, 1, network.draw())).as(network.name()).hasSize(8);
    }
  }

  @Test
  void a_leaderboard_without_tries_or_contenders_is_refused() {
    assertThatThrownBy(() -> board(0, 1L)).hasMessageContaining("found 0 tries and 1 seeds");
    assertThatThrownBy(() -> board(1, 1L).run(folder, List.of(), line -> {}))
        .hasMessageContaining("nobody enters");
  }
}
