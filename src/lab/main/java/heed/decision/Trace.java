package heed.decision;

import heed.experiment.DataFingerprint;
import heed.experiment.Experiment;
import heed.experiment.RunRecord;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Writes run records of figures that are of no single recommender: tuning, power, segments, replay.
 *
 * @param folder of the records
 * @param data which log they are of
 * @param split what was learnt from and asked
 */
record Trace(Path folder, DataFingerprint data, Split.Parts split) {

  /**
   * Keeps the figures, and says where.
   *
   * @param what they are of, one word
   * @param config what they were made with, by name
   */
  Page.Small of(String what, Map<String, Object> config, Map<String, Double> figures)
      throws IOException {
    Path file =
        new RunRecord(
                "report-" + what,
                Instant.now().toString(),
                config,
                data,
                split.toString(),
                0,
                Experiment.versions(),
                Experiment.machine("CPU"),
                figures,
                List.of(),
                Map.of())
            .write(folder);
    return new Page.Small(
        "These figures stand in the run record "
            + file.getFileName().toString().replaceFirst("\\.json$", "")
            + ".");
  }
}
