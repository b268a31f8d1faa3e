package heed.experiment;

import heed.clicks.preparation.ClickSplit;
import heed.evaluation.clicks.ClickReport;
import heed.tribuo.TribuoClicks;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clicks and their parts under one name, so that what predicts them leaves a record.
 *
 * @param name what its run records are called
 * @param data which data it is about
 * @param parts the parts
 */
public record TribuoExperiment(String name, DataFingerprint data, ClickSplit.Parts parts) {

  /**
   * Asks the test part and writes the record, with Tribuo's own provenance in its configuration.
   *
   * @param seed that the predictor was trained with
   * @param folder made if it is not there
   */
  public RunRecord record(TribuoClicks predictor, long seed, Path folder) {
    long start = System.nanoTime();
    ClickReport report = ClickExperiment.test(parts, predictor, folder);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model", predictor.name());
    config.put("provenance", predictor.provenance());
    RunRecord record =
        new RunRecord(
            name,
            Instant.now().toString(),
            config,
            data,
            parts.toString(),
            seed,
            Experiment.versions(),
            Experiment.machine("cpu"),
            ClickExperiment.metrics(report.scores().get(0)),
            List.of(),
            Map.of("test", seconds));
    return record.evaluated(report.timesEvaluated()).keep(folder);
  }
}
