package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.evaluation.Evaluation;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each item is followed by the next one; yesterday there were fewer items. */
class WarmStartTest {

  private static final int YESTERDAY = 40;
  private static final int TODAY = 44;
  private static final Training TRAINING =
      Training.of(SasrecConfig.defaults().withWidth(16).withLayers(1).withHeads(1).withMaxLength(8))
          .withLearningRate(0.005)
          .withEpochs(40)
          .withPatience(40);

  @TempDir Path folder;

  /** Walks around, so that an item tells the next. */
  private static Split.Parts log(int items, int users, long seed) {
    // Ids whose order as text is not that of their age: new items come between old ones.
    Catalogue catalogue =
        Catalogue.of(
            IntStream.range(0, items).mapToObj(i -> "i" + (i * 17 % 100)).toList(), Map.of());
    SplittableRandom random = new SplittableRandom(seed);
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int start = random.nextInt(items);
      histories.add(
          History.of(
              catalogue,
              IntStream.range(start, start + 8)
                  .map(i -> catalogue.item("i" + (i % items * 17 % 100)))
                  .toArray(),
              IntStream.range(0, 8).asLongStream().toArray()));
    }
    return Split.leaveOneOut()
        .of(
            Sequences.of(
                catalogue,
                IntStream.range(0, users).mapToObj(user -> "u" + user).toList(),
                histories));
  }

  private static TrainingRun cold(Split.Parts split, Training training) {
    return training.fit(
        split.train(), Evaluation.of(split.validation()).ndcg(10), ProgressListener.SILENT);
  }

  @Test
  void known_items_keep_their_vectors_and_new_ones_are_drawn() throws IOException {
    Split.Parts before = log(YESTERDAY, 100, 1);
    Split.Parts after = log(TODAY, 100, 2);
    Path file = folder.resolve("yesterday.heed");
    try (TrainingRun run = cold(before, TRAINING.withEpochs(2))) {
      Bundle.save(file, run.recommender());
    }
    // Steps too small to be seen, so that the weights are those it began with.
    Training still = TRAINING.withEpochs(1).withLearningRate(1e-30);
    try (Bundle bundle = Bundle.load(file);
        TrainingRun warm =
            still.startingFrom(bundle).fit(after.train(), any -> 0, ProgressListener.SILENT);
        TrainingRun fresh = still.fit(after.train(), any -> 0, ProgressListener.SILENT)) {
      NetworkRecommender old = (NetworkRecommender) bundle.recommender();
      for (int item = 1; item <= TODAY; item++) {
        String id = warm.recommender().catalogue().id(item);
        float[] begun = vector(warm.recommender(), item);
        assertThat(begun)
            .as(id)
            .containsExactly(
                old.catalogue().number(id) > 0
                    ? vector(old, old.catalogue().item(id))
                    : vector(fresh.recommender(), item));
      }
      assertThat(warm.parameters().values().get("norm.weight"))
          .containsExactly(old.network().parameters().values().get("norm.weight"));
    }
  }

  private static float[] vector(NetworkRecommender recommender, int item) {
    return Arrays.copyOfRange(recommender.itemVectors(), item * 16, (item + 1) * 16);
  }

  @Test
  void a_warm_training_gets_there_in_fewer_epochs() {
    Split.Parts before = log(YESTERDAY, 200, 1);
    Split.Parts after = log(TODAY, 200, 2);
    try (TrainingRun yesterday = cold(before, TRAINING);
        TrainingRun cold = cold(after, TRAINING);
        TrainingRun warm =
            TRAINING
                .startingFrom(yesterday.recommender())
                .fit(
                    after.train(),
                    Evaluation.of(after.validation()).ndcg(10),
                    ProgressListener.SILENT)) {
      double goal = 0.9 * cold.bestValidation();
      assertThat(cold.bestValidation()).isGreaterThan(0.5);
      assertThat(epochsTo(goal, warm)).isLessThan(epochsTo(goal, cold) / 2);
    }
  }

  private static int epochsTo(double goal, TrainingRun run) {
    return (int) run.curve().stream().takeWhile(epoch -> epoch.validation() < goal).count() + 1;
  }

  @Test
  void a_warm_run_that_was_stopped_goes_on_and_no_other_from_its_checkpoint() {
    Split.Parts log = log(YESTERDAY, 50, 1);
    Training two = TRAINING.withEpochs(2);
    try (TrainingRun first = cold(log, two);
        TrainingRun kept =
            two.startingFrom(first.recommender())
                .fit(log.train(), any -> 0, ProgressListener.SILENT, Checkpoints.in(folder));
        TrainingRun again =
            two.startingFrom(first.recommender())
                .fit(log.train(), any -> 0, ProgressListener.SILENT, Checkpoints.in(folder))) {
      again
          .parameters()
          .values()
          .forEach(
              (name, values) ->
                  assertThat(values)
                      .as(name)
                      .containsExactly(kept.parameters().values().get(name)));
      assertThatThrownBy(
              () ->
                  two.startingFrom(again.recommender())
                      .fit(log.train(), any -> 0, ProgressListener.SILENT, Checkpoints.in(folder)))
          .hasMessageContaining("its first weights is");
    }
  }

  @Test
  void what_is_no_network_of_these_settings_is_refused() throws IOException {
    Split.Parts log = log(YESTERDAY, 50, 1);
    Path file = folder.resolve("popular.heed");
    Bundle.save(file, Popularity.ever(log.train()));
    try (Bundle popular = Bundle.load(file)) {
      assertThatThrownBy(() -> TRAINING.startingFrom(popular))
          .hasMessageContaining("found popularity, ever of the kind 'popularity'");
    }
    try (TrainingRun first = cold(log, TRAINING.withEpochs(1))) {
      Training wider =
          Training.of(
              SasrecConfig.defaults().withWidth(32).withLayers(1).withHeads(1).withMaxLength(8));
      assertThatThrownBy(
              () ->
                  wider
                      .startingFrom(first.recommender())
                      .fit(log.train(), any -> 0, ProgressListener.SILENT))
          .hasMessageContainingAll("cannot begin from", "in the shape", "the settings");
    }
  }
}
