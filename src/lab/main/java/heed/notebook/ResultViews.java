package heed.notebook;

import heed.chart.LogChart;
import heed.log.Interactions;
import heed.reading.Tables;
import heed.recommend.Ranking;
import heed.report.LogReport;
import heed.sequence.Catalogue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How the results of each stage look in a cell. */
final class ResultViews {

  /** By severity: what is bad is told from what is good by a word, by weight and by colour. */
  private static final Map<String, String> LOOKS =
      Map.of(
          "warn", "border-left:5px solid #D55E00;font-weight:700;",
          "note", "border-left:5px solid #56B4E9;",
          "fine", "border-left:5px solid #009E73;opacity:.75;");

  /**
   * Of a report's columns of words, so that none wraps to many lines beside empty space, and code
   * none off the page.
   */
  private static final List<Integer> WIDTHS = List.of(7, 14, 13, 12);

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
    List<String> columns = List.of("", "", "found", "what it means", "what to do");
    Grid grid = Grid.of(columns, Collections.nCopies(columns.size(), false), rows);
    return View.ofHtml(report.toString(), GridHtml.of(grid, report.summary(), ResultViews::look))
        .above(View.ofFigure(LogChart.overview(report)));
  }

  private static String look(int column, String text) {
    if (column > 0) {
      return "min-width:" + WIDTHS.get(column - 1) + "em;overflow-wrap:anywhere;";
    }
    return LOOKS.getOrDefault(text, "");
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
