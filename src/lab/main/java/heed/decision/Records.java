package heed.decision;

import heed.evaluation.Report;
import heed.evaluation.Score;
import heed.experiment.DataFingerprint;
import heed.experiment.Experiment;
import heed.experiment.RunRecord;
import heed.recipe.RecipeRun;
import heed.recommend.Recommender;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run record for each recommender of a report, so that each number can be traced.
 *
 * @param rows which record is whose
 * @param byName the records, by what they are of
 */
record Records(List<Row> rows, Map<String, RunRecord> byName) {

  /** Whose figures stand in which record, a file without its ending. */
  record Row(String recommender, String record) {}

  static Records write(
      Path folder,
      DataFingerprint data,
      Split.Parts split,
      Contest contest,
      TunedBaselines baselines,
      RecipeRun run)
      throws IOException {
    Report report = contest.report();
    List<Row> rows = new ArrayList<>();
    Map<String, RunRecord> byName = new LinkedHashMap<>();
    for (int i = 0; i < report.answers().size(); i++) {
      Recommender one = contest.recommenders().get(i);
      boolean network = i >= baselines.tuned().size();
      RunRecord record =
          new RunRecord(
                  "report",
                  Instant.now().toString(),
                  config(one, network, run),
                  data,
                  split.toString(),
                  network ? run.network().training().seed() : 0,
                  Experiment.versions(),
                  Experiment.machine(network ? run.network().device() : "CPU"),
                  Experiment.metrics(Score.of(report.answers().get(i))),
                  network ? run.network().curve() : List.of(),
                  Map.of(
                      "train",
                      network ? run.network().seconds() : baselines.tuned().get(i).seconds()))
              .evaluated(report.timesEvaluated());
      String file = record.write(folder).getFileName().toString();
      rows.add(new Row(one.name(), file.replaceFirst("\\.json$", "")));
      byName.put(one.name(), record);
    }
    return new Records(rows, byName);
  }

  /** A blend is trained as its network is. */
  private static Map<String, Object> config(Recommender one, boolean network, RecipeRun run) {
    Map<String, Object> config = new LinkedHashMap<>();
    if (network) {
      config.putAll(Experiment.config(run.network().training()));
    }
    config.put("model", one.name());
    return config;
  }

  String of(Recommender one) {
    return rows.stream()
        .filter(row -> row.recommender().equals(one.name()))
        .map(Row::record)
        .findFirst()
        .orElseThrow();
  }
}
