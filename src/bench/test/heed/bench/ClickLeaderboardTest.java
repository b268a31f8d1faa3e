package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.clicks.ClickEvaluation;
import heed.evaluation.clicks.ClickMeasure;
import heed.evaluation.clicks.ClickPredictions;
import heed.evaluation.clicks.ClickReport;
import heed.experiment.DataFingerprint;
import heed.experiment.RunRecord;
import heed.model.click.LogisticConfig;
import heed.search.SearchSpace;
import heed.training.ClickTraining;
import heed.tribuo.TribuoClicks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickLeaderboardTest {

  @TempDir Path folder;

  private static final ClickSplit.Parts PARTS = TinyClicks.parts(30, 20, 600);

  private static final DataFingerprint DATA =
      new DataFingerprint("planted", "", 30, 20, 600, List.of());

  private static ClickLeaderboard board(int budget, Long... seeds) {
    return new ClickLeaderboard(DATA, PARTS, budget, List.of(seeds));
  }

  @Test
  void every_predictor_of_the_course_enters_and_draws_different_settings() throws Exception {
    List<Candidate<Clicks, ClickPredictor>> all = Candidates.clicks(1);
    List<String> told = new ArrayList<>();
    BenchmarkResult<ClickReport> result = board(1, 1L).run(folder, all, told::add);
    assertThat(result.report().answers()).hasSize(9);
    assertThat(result.report().timesEvaluated()).as("evaluated once for all").hasValue(1);
    assertThat(result.report().on(ClickMeasure.LOG_LOSS).caption()).contains("evaluated once");
    assertThat(told).hasSize(9);
    for (Candidate<Clicks, ClickPredictor> candidate : all.subList(1, all.size())) {
      assertThat(SearchSpace.draw(4, 1, candidate.draw())).as(candidate.name()).hasSize(4);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json"))).hasSize(9);
    }
  }

  @Test
  void a_record_holds_the_tries_every_metric_and_tribuos_provenance() {
    List<Candidate<Clicks, ClickPredictor>> some =
        List.of(
            Candidate.tribuo(
                "logistic regression",
                true,
                SearchSpace.of(new TribuoSettings.Logistic(.1, 1)).real("rate", 0, 1)),
            Candidate.clickNetwork("network", random -> tiny(.01 + random.nextInt(3))));
    BenchmarkResult<ClickReport> result = board(2, 1L, 2L).run(folder, some, line -> {});
    assertThat(result.report().answers())
        .extracting(ClickPredictions::predictor)
        .containsExactly(
            "logistic regression, seed 1",
            "logistic regression, seed 2",
            "network, seed 1",
            "network, seed 2");
    RunRecord tribuo = result.runs().records().get(0);
    assertThat(tribuo.config().get("tuning").toString()).contains("rate 0.", "log-likelihood=-");
    assertThat(tribuo.config().get("provenance").toString()).contains("LinearSGDTrainer", "seed=1");
    assertThat(tribuo.metric("log-loss")).isEqualTo(result.report().scores().get(0).logLoss());
    assertThat(result.runs().records().get(2).config()).doesNotContainKey("provenance");
    assertThat(result.runs().records().get(2).curve()).hasSize(1);
  }

  private static ClickTraining tiny(double rate) {
    return ClickTraining.of(LogisticConfig.defaults().withMaxLength(3))
        .withLearningRate(rate)
        .withEpochs(1);
  }

  @Test
  void the_best_by_the_log_likelihood_of_the_validation_part_is_what_the_test_is_asked() {
    List<Candidate<Clicks, ClickPredictor>> some =
        List.of(Candidate.clickNetwork("network", random -> tiny(random.nextDouble())));
    BenchmarkResult<ClickReport> result = board(4, 1L).run(folder, some, line -> {});
    List<Candidate.Configuration<Clicks, ClickPredictor>> drawn =
        SearchSpace.draw(4, 1, some.get(0).draw());
    double best =
        drawn.stream()
            .mapToDouble(
                configuration -> {
                  Path state = folder.resolve("again-" + drawn.indexOf(configuration));
                  try (var fitted = configuration.fit(PARTS.train(), predictor -> 0, 1, state)) {
                    return ClickEvaluation.of(PARTS.validation())
                        .likelihood()
                        .applyAsDouble(fitted.learnt());
                  }
                })
            .max()
            .orElseThrow();
    assertThat(result.tuned().get(0).validation()).isEqualTo(best);
    assertThat(result.tuned().get(0).tries()).isEqualTo(4);
  }

  /** Counts its fits, and dies at one of them. */
  private static Candidate<Clicks, ClickPredictor> mortal(AtomicInteger fits, int deathAt) {
    return Candidate.tribuo(
        "mortal",
        true,
        random -> {
          double rate = random.nextDouble();
          return new Mortal(rate, fits, deathAt);
        });
  }

  private record Mortal(double rate, AtomicInteger fits, int deathAt) implements TribuoSettings {
    @Override
    public String name() {
      return "rate " + rate;
    }

    @Override
    public TribuoClicks fit(Clicks train, long seed) {
      if (fits.incrementAndGet() == deathAt) {
        throw new OutOfMemoryError("killed");
      }
      return TribuoClicks.logistic(train, rate, 1, seed);
    }
  }

  @Test
  void a_leaderboard_that_was_killed_goes_on_to_the_same_figures(@TempDir Path other) {
    AtomicInteger fits = new AtomicInteger();
    var dying = List.of(mortal(fits, 4));
    assertThatThrownBy(() -> board(2, 1L, 2L).run(folder, dying, line -> {})).hasMessage("killed");
    BenchmarkResult<ClickReport> resumed = board(2, 1L, 2L).run(folder, dying, line -> {});
    assertThat(fits.get()).as("two tries, a fit, the death, and the second fit").isEqualTo(5);
    BenchmarkResult<ClickReport> whole =
        board(2, 1L, 2L).run(other, List.of(mortal(new AtomicInteger(), 0)), line -> {});
    for (int i = 0; i < 2; i++) {
      assertThat(resumed.report().answers().get(i).chances())
          .isEqualTo(whole.report().answers().get(i).chances());
    }
  }

  @Test
  void a_leaderboard_without_tries_or_seeds_is_refused() {
    assertThatThrownBy(() -> board(0, 1L)).hasMessageContaining("found 0 tries and 1 seeds");
    assertThatThrownBy(() -> board(1)).hasMessageContaining("found 1 tries and 0 seeds");
  }
}
