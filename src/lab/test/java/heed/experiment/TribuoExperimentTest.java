package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.clicks.ClickEvaluation;
import heed.log.Interactions;
import heed.planted.PlantedClicks;
import heed.tribuo.TribuoClicks;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TribuoExperimentTest {

  @TempDir Path folder;

  @Test
  void a_record_of_tribuos_model_keeps_its_provenance_and_reads_back() throws Exception {
    Interactions log = TinyClicks.log(PlantedClicks.of(40, 20, 600).generate(1));
    ClickSplit.Parts parts = ClickSplit.byTime(.6, .2).of(log, ClickFeatures.none(), 1);
    TribuoClicks predictor = TribuoClicks.logistic(parts.train(), .1, 1, 7);
    DataFingerprint data = DataFingerprint.ofMade(log);
    RunRecord record = new TribuoExperiment("clicks", data, parts).record(predictor, 7, folder);
    assertThat(record.metric("AUC"))
        .isEqualTo(ClickEvaluation.of(parts.test()).compare(predictor).scores().get(0).auc());
    assertThat(record.metric("test-set evaluations")).isEqualTo(1);
    assertThat(data.events()).isEqualTo(600);
    try (var files = Files.list(folder)) {
      RunRecord read =
          RunRecord.read(
              files.filter(file -> file.toString().endsWith(".json")).findFirst().orElseThrow());
      assertThat(read.metrics()).isEqualTo(record.metrics());
      assertThat(read.config().get("provenance").toString())
          .contains("LinearSGDTrainer", "AdaGrad", "seed=7", "clicks: ");
    }
  }
}
