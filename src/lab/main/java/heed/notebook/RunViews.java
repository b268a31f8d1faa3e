package heed.notebook;

import static heed.notebook.ResultViews.decimal;
import static heed.notebook.ResultViews.grid;
import static heed.notebook.ResultViews.whole;

import heed.chart.CurvesChart;
import heed.chart.SearchChart;
import heed.experiment.Differences;
import heed.experiment.RunRecord;
import heed.experiment.Runs;
import heed.training.MemoryEstimate;
import heed.training.Run;
import heed.training.optimizer.Epoch;
import heed.tuning.SearchTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How runs, what they were asked for, and searches look in a cell. */
final class RunViews {

  private static final String MEAN = "mean";

  /** More tries than that are too many for a table. */
  private static final int TRIES_SHOWN = 15;

  private RunViews() {}

  static View run(Run run) {
    return grid(
        run.name(),
        List.of("", "value"),
        2,
        List.of(
            List.of("parameters", whole((double) run.parameters().count())),
            List.of("best epoch", run.bestEpoch() + " of " + run.curve().size()),
            List.of("best validation", decimal(run.bestValidation(), 4)),
            List.of("time", decimal(run.seconds(), 0) + " s"),
            List.of("ran on", run.device()),
            List.of("ended because", run.ending().toString())));
  }

  /** What they reached; below it what they were asked for differently, and their curves. */
  static View runs(Runs runs) {
    View view = metrics(runs);
    if (!runs.unreadable().isEmpty()) {
      view =
          view.above(
              grid(
                  "Left out",
                  List.of("damaged record"),
                  1,
                  runs.unreadable().stream().map(List::of).toList()));
    }
    Differences differences = runs.differences();
    if (differences.settings().keySet().stream().anyMatch(name -> !name.equals("seed"))) {
      view = view.above(differences(runs, differences));
    }
    Map<String, List<Epoch>> curves = new LinkedHashMap<>();
    runs.records().forEach(record -> curves.put(name(record, curves.keySet()), record.curve()));
    boolean drawn = curves.values().stream().anyMatch(curve -> !curve.isEmpty());
    return drawn ? view.above(View.ofFigure(CurvesChart.of(curves))) : view;
  }

  private static View metrics(Runs runs) {
    List<String> metrics = List.of("NDCG@10", "HR@10", "MRR");
    List<List<String>> rows = new ArrayList<>();
    for (RunRecord record : runs.records()) {
      List<String> row = new ArrayList<>(List.of(record.name() + ", seed " + record.seed()));
      metrics.forEach(metric -> row.add(decimal(record.metric(metric), 4)));
      row.add(whole(record.curve().size()));
      rows.add(row);
    }
    List<String> mean = new ArrayList<>(List.of(MEAN));
    metrics.forEach(metric -> mean.add(decimal(runs.mean(metric), 4)));
    mean.add("");
    rows.add(mean);
    return grid("On the test part", List.of("run", "NDCG@10", "HR@10", "MRR", "epochs"), 1, rows);
  }

  private static View differences(Runs runs, Differences differences) {
    List<String> columns = new ArrayList<>(List.of(""));
    columns.addAll(differences.settings().keySet());
    List<List<String>> rows = new ArrayList<>();
    for (RunRecord record : runs.records()) {
      List<String> row = new ArrayList<>(List.of(record.name() + ", seed " + record.seed()));
      int run = rows.size();
      differences.settings().values().forEach(values -> row.add(values.get(run)));
      rows.add(row);
    }
    return grid("What was asked for differently", columns, columns.size(), rows);
  }

  private static String name(RunRecord record, Set<String> taken) {
    String name = record.name() + ", seed " + record.seed();
    return taken.contains(name) ? name + ", " + record.time() : name;
  }

  /** What a run was asked for and what came of it. */
  static View record(RunRecord record) {
    List<List<String>> rows = new ArrayList<>();
    record.metrics().forEach((metric, value) -> rows.add(List.of(metric, decimal(value, 4))));
    rows.add(List.of("epochs", whole(record.curve().size())));
    record
        .seconds()
        .forEach((phase, seconds) -> rows.add(List.of(phase, decimal(seconds, 1) + " s")));
    record.machine().forEach((what, value) -> rows.add(List.of(what, value)));
    record.versions().forEach((what, value) -> rows.add(List.of("version of " + what, value)));
    return grid(
        record.name() + ", seed " + record.seed() + ", " + record.time(),
        List.of("", "value"),
        2,
        rows);
  }

  /** The best tries, and below them all as parallel coordinates. */
  static View search(SearchTable table) {
    List<String> columns = new ArrayList<>(List.of(""));
    table.axes().forEach(axis -> columns.add(table.name(axis)));
    columns.addAll(List.of("validation", "epochs", "seconds"));
    List<List<String>> rows = new ArrayList<>();
    for (SearchTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(rows.size() + 1 + "."));
      row.values().forEach(value -> cells.add(value.toString()));
      cells.add(decimal(row.validation(), 4));
      cells.add(row.epochs() == 0 ? "" : whole(row.epochs()));
      cells.add(decimal(row.seconds(), 0));
      rows.add(cells);
    }
    View best =
        grid(
            String.format(Locale.ROOT, "%d tries, the best first", rows.size()),
            columns,
            1,
            rows.subList(0, Math.min(rows.size(), TRIES_SHOWN)));
    boolean drawn = table.rows().stream().anyMatch(row -> Double.isFinite(row.validation()));
    return drawn ? best.above(View.ofFigure(SearchChart.of(table))) : best;
  }

  static View memory(MemoryEstimate estimate) {
    return View.ofText(estimate.toString());
  }
}
