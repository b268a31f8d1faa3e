package heed.notebook;

import static heed.notebook.ResultViews.decimal;
import static heed.notebook.ResultViews.grid;

import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.SampledTable;
import heed.evaluation.Score;
import heed.evaluation.ShownTable;
import heed.evaluation.checkup.CheckUp;
import heed.evaluation.checkup.Suspicion;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import java.util.ArrayList;
import java.util.List;

/** How the results of an evaluation look in a cell. */
final class EvaluationViews {

  private EvaluationViews() {}

  static View report(Report report) {
    EstimateTable table = report.on(Metric.ndcg(10));
    List<Estimate> estimates = table.column("NDCG@10");
    List<List<String>> rows = new ArrayList<>();
    List<Score> scores = report.scores();
    for (int i = 0; i < scores.size(); i++) {
      Score score = scores.get(i);
      rows.add(
          List.of(
              score.name(),
              table.cell(estimates.get(i)),
              estimates.get(i).interval().toString(),
              decimal(score.hitRate(), 4),
              decimal(score.meanReciprocalRank(), 4),
              score.medianRankInWords()));
    }
    return grid(
        table.explained(),
        List.of("", "NDCG@10", "95% interval", "HR@10", "MRR", "median rank"),
        1,
        rows);
  }

  /** Each estimate with its interval, as far as a page is wide enough for both. */
  static View table(EstimateTable table) {
    List<String> columns = new ArrayList<>(List.of(""));
    columns.addAll(table.columns());
    List<List<String>> rows = new ArrayList<>();
    for (EstimateTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.estimates()
          .forEach(estimate -> cells.add(table.cell(estimate) + " (" + estimate.interval() + ")"));
      rows.add(cells);
    }
    return grid(table.explained(), columns, 1, rows);
  }

  static View shown(ShownTable table) {
    List<String> columns = new ArrayList<>(List.of(""));
    columns.addAll(table.columns());
    List<List<String>> rows = new ArrayList<>();
    for (ShownTable.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(List.of(row.name()));
      row.values().forEach(value -> cells.add(decimal(value, 4)));
      rows.add(cells);
    }
    return grid(table.caption(), columns, 1, rows);
  }

  static View sampled(SampledTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (SampledTable.Row row : table.rows()) {
      rows.add(
          List.of(
              row.name(),
              decimal(row.full(), 4),
              decimal(row.sampled(), 4),
              decimal(row.sampled() / row.full(), 1)));
    }
    return grid(
        "Sampled beside full: " + table.verdict(),
        List.of("", table.sampled().metric().name(), table.sampled().name(), "reads so many times"),
        1,
        rows);
  }

  /** The worst first; in plain text a paragraph for each. */
  static View checkUp(CheckUp checkUp) {
    List<List<String>> rows = new ArrayList<>();
    for (Suspicion one : checkUp.suspicions()) {
      rows.add(
          List.of(
              one.severity().toString(),
              one.what(),
              one.found(),
              one.without().isPresent() ? decimal(one.without().getAsDouble(), 4) : "",
              one.remedy()));
    }
    View table =
        grid(
            checkUp.summary(),
            List.of("", "", "found", "then " + checkUp.metric().name() + " reads", "what to do"),
            5,
            rows);
    return new View(checkUp.toString(), table.html(), table.figure(), List.of());
  }
}
