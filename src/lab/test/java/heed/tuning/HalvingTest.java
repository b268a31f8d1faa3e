package heed.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Recommender;
import heed.search.SearchSpace;
import heed.training.ClickTraining;
import heed.training.KilledRun;
import heed.training.ProgressListener;
import heed.training.ShortRuns;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalvingTest {

  @TempDir private Path folder;

  private static final Training FEW_STEPS = KilledRun.TRAINING.withBatchSize(48).withPatience(100);

  /** Nine settings that differ in their seed. */
  private static List<Training> nine() {
    return SearchSpace.of(FEW_STEPS).whole("seed", 1, 9).grid(9);
  }

  private static Search<Training> search(Path folder, ToDoubleFunction<Recommender> validation) {
    return new Halving(2, 3, 3)
        .over(nine(), KilledRun.data(), validation, folder, SearchLimits.none());
  }

  @Test
  void of_nine_the_best_three_and_of_them_the_best_one_go_on() {
    Search<Training> found = search(folder, KilledRun.validation());
    assertThat(found.trials()).extracting(Search.Trial::epochs).hasSize(9);
    assertThat(epochs(found, 2)).hasSize(6);
    assertThat(epochs(found, 6)).hasSize(2);
    assertThat(epochs(found, 18)).hasSize(1).containsExactly(found.best());
    double worstThatWentOn =
        Math.min(afterTwo(epochs(found, 6).get(0)), afterTwo(epochs(found, 6).get(1)));
    assertThat(epochs(found, 2))
        .allSatisfy(trial -> assertThat(trial.validation()).isLessThanOrEqualTo(worstThatWentOn));
  }

  private static List<Search.Trial<Training>> epochs(Search<Training> found, int epochs) {
    return found.trials().stream().filter(trial -> trial.epochs() == epochs).toList();
  }

  private static double afterTwo(Search.Trial<Training> trial) {
    return reached(trial.settings().withEpochs(2));
  }

  private static double reached(Training training) {
    try (TrainingRun run =
        training.fit(KilledRun.data(), KilledRun.validation(), ProgressListener.SILENT)) {
      return run.bestValidation();
    }
  }

  @Test
  void whoever_goes_on_reaches_what_a_run_of_its_own_would_and_learns_nothing_twice() {
    int[] epochs = {0};
    Search<Training> found =
        search(
            folder,
            recommender -> {
              epochs[0]++;
              return KilledRun.validation().applyAsDouble(recommender);
            });
    assertThat(epochs[0]).isEqualTo(9 * 2 + 3 * 4 + 12);
    assertThat(found.best().validation())
        .isEqualTo(reached(found.best().settings().withEpochs(18)));
  }

  @Test
  void a_search_that_was_stopped_at_any_epoch_goes_on_to_the_same_end() throws IOException {
    List<Double> whole = validations(search(folder.resolve("whole"), KilledRun.validation()));
    for (int stop : new int[] {7, 21}) {
      Path place = Files.createDirectories(folder.resolve("stopped at " + stop));
      int[] epochs = {0};
      Search<Training> part =
          search(
              place,
              recommender -> {
                if (++epochs[0] == stop) {
                  Thread.currentThread().interrupt();
                }
                return KilledRun.validation().applyAsDouble(recommender);
              });
      assertThat(part.trials().size()).isLessThanOrEqualTo(9);
      assertThat(validations(part)).as("stopped at %d", stop).isNotEqualTo(whole);
      assertThat(validations(search(place, KilledRun.validation()))).isEqualTo(whole);
    }
  }

  @Test
  void who_does_not_go_on_leaves_no_checkpoint_and_the_best_goes_on_with_another_rung()
      throws IOException {
    int[] epochs = {0};
    ToDoubleFunction<Recommender> counted =
        recommender -> {
          epochs[0]++;
          return KilledRun.validation().applyAsDouble(recommender);
        };
    new Halving(2, 3, 2).over(nine(), KilledRun.data(), counted, folder, SearchLimits.none());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.filter(Files::isDirectory)).hasSize(1);
    }
    assertThat(epochs(search(folder, counted), 18)).hasSize(1);
    assertThat(epochs[0]).isEqualTo(9 * 2 + 3 * 4 + 12);
  }

  @Test
  void trainings_of_clicks_are_halved_too() {
    List<ClickTraining> three =
        SearchSpace.of(ShortRuns.CLICKS.withPatience(100)).whole("seed", 1, 3).grid(3);
    int[] epochs = {0};
    Search<ClickTraining> found =
        new Halving(1, 3, 2)
            .over(three, ShortRuns.PAIRS, unused -> ++epochs[0], folder, SearchLimits.none());
    assertThat(epochs[0]).isEqualTo(3 + 2);
    assertThat(found.trials()).extracting(Search.Trial::epochs).containsExactly(1, 1, 3);
    assertThat(found.best().settings().seed()).isEqualTo(3);
  }

  private static List<Double> validations(Search<Training> found) {
    return found.trials().stream().map(Search.Trial::validation).toList();
  }

  @Test
  void a_setting_whose_loss_is_no_number_does_not_end_the_others() {
    List<Training> wild = new ArrayList<>(nine().subList(0, 3));
    wild.add(FEW_STEPS.withLearningRate(1e30));
    List<String> heard = new ArrayList<>();
    SearchLimits told = SearchLimits.none().withProgress(heard::add);
    Search<Training> found =
        new Halving(2, 2, 2).over(wild, KilledRun.data(), KilledRun.validation(), folder, told);
    assertThat(found.trials().get(3).validation()).isNaN();
    assertThat(found.best().validation()).isFinite();
    assertThat(heard).anyMatch(words -> words.startsWith("a try failed: the loss became NaN"));
  }

  @Test
  void numbers_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new Halving(0, 3, 3)).hasMessageContaining("found 0, 3 and 3");
    assertThatThrownBy(() -> new Halving(1, 1, 3)).hasMessageContaining("factor at least 2");
    assertThat(Halving.defaults().mostEpochs()).isEqualTo(18);
  }
}
