package heed.notebook;

import heed.chart.LogChart;
import heed.log.Interactions;
import heed.reading.Tables;
import heed.recommend.Ranking;
import heed.report.LogReport;
import heed.sequence.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How the results of each stage look in a cell. */
final class ResultViews {

  private ResultViews() {}

  static View log(Interactions log) {
    Table table = Tables.of(log);
    if (!log.titles().isEmpty()) {
      table.insertColumn(
          2,
          StringColumn.create(
              "title", log.items().stream().map(id -> log.titles().getOrDefault(id, "")).toList()));
    }
    return TableView.of(table.setName(log.toString()));
  }

  /**
   * A table, in plain text a paragraph for each row, which nothing cuts; and below it the pictures.
   */
  static View report(LogReport report) {
    List<List<String>> rows =
        report.findings().stream()
            .map(
                finding ->
                    List.of(
                        finding.severity().toString(),
                        finding.what(),
                        finding.found(),
                        finding.verdict(),
                        finding.remedy()))
            .toList();
    View table =
        grid(report.summary(), List.of("", "", "found", "what it means", "what to do"), 5, rows);
    return new View(report.toString(), table.html(), table.figure(), List.of())
        .above(View.ofFigure(LogChart.overview(report)));
  }

  /** A row per item, with its kinds where the catalogue knows them. */
  static View ranking(Ranking ranking) {
    Catalogue catalogue = ranking.history().catalogue();
    boolean kinds =
        ranking.entries().stream().anyMatch(entry -> !catalogue.kinds(entry.item()).isEmpty());
    List<List<String>> rows = new ArrayList<>();
    for (Ranking.Entry entry : ranking.entries()) {
      List<String> row = new ArrayList<>(List.of(entry.rank() + ". " + entry.title()));
      if (kinds) {
        row.add(String.join(", ", catalogue.kinds(entry.item())));
      }
      row.add(decimal(entry.score(), 2));
      rows.add(row);
    }
    List<String> columns =
        kinds ? List.of("recommended", "kinds", "score") : List.of("recommended", "score");
    String caption = ranking.recommender() + " after " + ranking.history();
    return grid(caption, columns, columns.size() - 1, rows);
  }

  /** A grid whose columns are text up to {@code numbersFrom} and numbers from there on. */
  static View grid(String caption, List<String> columns, int numbersFrom, List<List<String>> rows) {
    List<Boolean> numeric = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      numeric.add(column >= numbersFrom);
    }
    return Grid.of(columns, numeric, rows).view(caption);
  }

  static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  static String decimal(double number, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", number);
  }
}
