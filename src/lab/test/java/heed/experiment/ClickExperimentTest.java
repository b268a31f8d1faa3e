package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.clicks.ClickEvaluation;
import heed.evaluation.clicks.ClickScore;
import heed.log.Interactions;
import heed.model.click.LogisticConfig;
import heed.planted.PlantedClicks;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClickExperimentTest {

  private static final Interactions LOG = TinyClicks.log(PlantedClicks.of(20, 15, 300).generate(1));
  private static final ClickSplit.Parts PARTS =
      ClickSplit.byTime(.6, .2).of(LOG, TinyClicks.FEATURES, 1);
  private static final ClickTraining TRAINING =
      ClickTraining.of(LogisticConfig.defaults()).withEpochs(2).withClickWeight(3);

  @Test
  void a_record_holds_what_was_asked_for_what_data_it_saw_and_every_metric(@TempDir Path folder)
      throws Exception {
    Path file = Files.writeString(folder.resolve("clicks.csv"), "as it was read");
    ClickExperiment experiment =
        new ClickExperiment("clicks", DataFingerprint.of(file, LOG), PARTS, TRAINING);
    try (ClickRun run = experiment.train(ProgressListener.SILENT)) {
      RunRecord record = experiment.record(run, folder.resolve("runs"));
      ClickScore score = ClickEvaluation.of(PARTS.test()).compare(run.predictor()).scores().get(0);
      assertThat(record.metric("AUC")).isEqualTo(score.auc());
      assertThat(record.metric("log-loss")).isEqualTo(score.logLoss());
      assertThat(record.data().events()).isEqualTo(300);
      assertThat(record.config()).containsEntry("click weight", 3.0);
      try (var files = Files.list(folder.resolve("runs"))) {
        RunRecord read =
            RunRecord.read(
                files.filter(kept -> kept.toString().endsWith(".json")).findFirst().orElseThrow());
        assertThat(read.metrics()).isEqualTo(record.metrics());
        assertThat(read.curve()).isEqualTo(run.curve());
      }
    }
  }

  @Test
  void each_seed_leaves_a_record(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("clicks.csv"), "as it was read");
    ClickExperiment experiment =
        new ClickExperiment("clicks", DataFingerprint.of(file, LOG), PARTS, TRAINING);
    List<RunRecord> records =
        experiment.repeat(folder.resolve("runs"), () -> ProgressListener.SILENT, 4, 5);
    assertThat(records).extracting(RunRecord::seed).containsExactly(4L, 5L);
    assertThat(records)
        .as("both of the same rows")
        .extracting(record -> record.metric("test-set evaluations"))
        .containsExactly(1.0, 2.0);
    assertThat(records.get(0).metric("AUC")).isNotEqualTo(records.get(1).metric("AUC"));
  }
}
