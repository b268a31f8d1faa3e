package heed;

import heed.chart.LogChart;
import heed.chart.ProfileChart;
import heed.chart.ReliabilityChart;
import heed.chart.ReplayChart;
import heed.chart.SearchChart;
import heed.clicks.Clicks;
import heed.clicks.preparation.TinyClicks;
import heed.evaluation.clicks.ClickPredictions;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.significance.EstimateTable;
import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.figure.Figure;
import heed.log.Attribute;
import heed.log.Ids;
import heed.log.Interactions;
import heed.model.interest.Fading;
import heed.model.interest.InterestProfile;
import heed.reading.Tables;
import heed.report.LogReport;
import heed.search.SearchSpace;
import heed.sequence.History;
import heed.tuning.SearchTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Figures of logs, clicks, searches, replays and profiles in which every name is one text. */
record HostileReports(String text, History history, EstimateTable estimates) {

  Map<String, Figure> figures() {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("LogChart", LogChart.overview(report()));
    figures.put("ProfileChart", profile());
    figures.put("ReliabilityChart", ReliabilityChart.of(clicks()));
    figures.put("ReplayChart", ReplayChart.of(text, text, estimates));
    figures.put("SearchChart", SearchChart.of(search()));
    return figures;
  }

  private LogReport report() {
    return LogReport.of(
        Interactions.of(
                text,
                Ids.of(List.of(text, text, text, "b", "b")),
                Ids.of(List.of(text, "x", "y", text, "y")),
                new long[] {0, 86_400_000, 172_800_000, 259_200_000, 345_600_000})
            .withValues(new double[] {1, 2, 3, 4, 5}));
  }

  private Figure profile() {
    List<String> ids = List.of("1", "2", "3", "4");
    var items =
        Tables.attributes(
            Table.create(
                StringColumn.create("item", ids),
                StringColumn.create(text, List.of(text, "b", text, "b"))),
            "item",
            Attribute.categories(text, "|"));
    ItemWords words =
        ItemWords.of(
            FeatureSet.of(Feature.multiHot(text)).fit(items, ids), items, history.catalogue());
    InterestProfile first = InterestProfile.none(Fading.byEvents(1)).after(words, 1, 0);
    InterestProfile second = first.after(words, 2, 1);
    InterestProfile third = second.after(words, 3, 2);
    return ProfileChart.of(
        history, List.of(first, second, third, third.after(words, 4, 3)), words, 5);
  }

  private ClickReport clicks() {
    Clicks rows = TinyClicks.everyPair(20, 4, (user, item) -> item < 2 ? 1 : 0);
    double[] chances = new double[rows.size()];
    Arrays.setAll(chances, row -> rows.clicked(row) ? .8 : .3);
    return new ClickReport(rows, OptionalInt.of(2), List.of(new ClickPredictions(text, chances)));
  }

  private SearchTable search() {
    return new SearchTable(
        List.of(SearchSpace.Axis.choices(text, text, "b"), SearchSpace.Axis.log("rate", .1, 1)),
        List.of(
            new SearchTable.Row(List.of(text, .1), .5, 3, 1),
            new SearchTable.Row(List.of("b", 1.), .25, 3, 1)));
  }
}
