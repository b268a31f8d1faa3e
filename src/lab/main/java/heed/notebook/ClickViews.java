package heed.notebook;

import heed.chart.ClickAttentionChart;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.clicks.ClickScore;
import heed.explain.ClickAttention;
import heed.figure.Figure;
import java.util.List;
import java.util.Locale;

/** How clicks and their predictions look in a cell. */
final class ClickViews {

  private ClickViews() {}

  static View report(ClickReport report) {
    List<List<String>> rows = report.scores().stream().map(ClickViews::row).toList();
    return grid(
        report.summary(),
        List.of("", "AUC", "AUC in users", "log-loss", "accuracy", "MAE", "calibration error"),
        rows);
  }

  private static List<String> row(ClickScore score) {
    return List.of(
        score.name(),
        decimal(score.auc()),
        decimal(score.groupedAuc()),
        decimal(score.logLoss()),
        decimal(score.accuracy()),
        decimal(score.meanAbsoluteError()),
        decimal(score.calibrationError()));
  }

  /** A figure per layer, one below the other. */
  static View attention(ClickAttention attention) {
    List<Figure> figures = ClickAttentionChart.of(attention);
    View view = View.ofFigure(figures.get(0));
    for (Figure figure : figures.subList(1, figures.size())) {
      view = view.above(View.ofFigure(figure));
    }
    return view;
  }

  private static View grid(String caption, List<String> columns, List<List<String>> rows) {
    List<Boolean> numeric =
        columns.stream().map(column -> !column.isEmpty() && columns.size() > 2).toList();
    return Grid.of(columns, numeric, rows).view(caption);
  }

  private static String decimal(double number) {
    return String.format(Locale.ROOT, "%.4f", number);
  }
}
