package heed.chart;

import heed.interactions.LogReport;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.plotly.components.Axis;
import tech.tablesaw.plotly.components.Layout;
import tech.tablesaw.plotly.traces.HistogramTrace;

/** Pictures of a log, drawn with Tablesaw. */
public final class LogChart {

  private static final int BARS = 60;

  private LogChart() {}

  /** How many users have how many events. */
  public static Figure lengths(LogReport report) {
    int[] events = report.eventsOfUsers();
    String title =
        String.format(
            "Half of the users have fewer than %,d events; the longest history has %,d",
            events[events.length / 2], events[events.length - 1]);
    HistogramTrace trace =
        HistogramTrace.builder(IntColumn.create("events", events)).nBinsX(BARS).build();
    Layout layout =
        Layout.builder()
            .title(title)
            .height(320)
            .xAxis(Axis.builder().title("events of a user").build())
            .yAxis(Axis.builder().title("users").build())
            .build();
    return Theme.applied(
        TablesawFigures.convert(new tech.tablesaw.plotly.components.Figure(layout, trace)), title);
  }
}
