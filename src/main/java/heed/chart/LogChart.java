package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.interactions.Bar;
import heed.interactions.Frequencies;
import heed.interactions.LogReport;
import heed.interactions.Period;
import heed.interactions.Shift;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pictures of a log, drawn from its report; each title says what the picture shows. */
public final class LogChart {

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();

  private static final int HEIGHT = 320;

  private LogChart() {}

  /** How many users have how many events, on a logarithmic axis. */
  public static Figure lengths(LogReport report) {
    int[] events = report.ofUsers().events();
    int[] holders = report.ofUsers().holders();
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    int next = 0;
    // 1, 2, 3, 4, 6, 8, 12, ...: whole numbers at nearly equal distances on the axis.
    for (long from = 1, to = 2; next < events.length; ) {
      long users = 0;
      while (next < events.length && events[next] < to) {
        users += holders[next++];
      }
      x.add(from);
      y.add(users);
      long after = to < 4 ? to + 1 : Long.bitCount(to) == 1 ? to + to / 2 : to + to / 3;
      from = to;
      to = after;
      if (next == events.length) {
        x.add(from);
        y.add(0);
      }
    }
    String title =
        String.format(
            Locale.ROOT,
            "Half of the users have at most %,d events; the longest history has %,d",
            report.ofUsers().quantile(0.5),
            report.ofUsers().quantile(1));
    Map<String, Object> axis = Theme.axis("events of a user");
    axis.put("type", "log");
    axis.put("dtick", 1);
    return figure(title, axis, Theme.axis("users"), List.of(steps(x, y)));
  }

  /** The share of all events that the most popular items have together. */
  public static Figure longTail(LogReport report) {
    Frequencies items = report.ofItems();
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    for (int percent = 0; percent <= 100; percent++) {
      x.add(percent / 100.0);
      y.add(items.shareOfTop(percent / 100.0));
    }
    double top = items.shareOfTop(0.1);
    String title =
        String.format(Locale.ROOT, "The top 10%% of items have %.0f%% of the events", 100 * top);
    Map<String, Object> mark = line(List.of(0.1, 0.1), List.of(0, top), Theme.SECOND);
    return figure(
        title,
        shares("share of items, most popular first"),
        shares("share of events"),
        List.of(line(x, y, Theme.FIRST), mark));
  }

  /** How many events there are at which time; a time without events is a gap down to zero. */
  public static Figure events(LogReport report) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    Bar most = report.overTime().calendar().get(0);
    Bar last = most;
    for (Bar bar : report.overTime().calendar()) {
      x.add(day(bar.from()));
      y.add(bar.count());
      most = bar.count() > most.count() ? bar : most;
      last = bar;
    }
    x.add(day(last.to()));
    y.add(0);
    String title =
        String.format(
            Locale.ROOT,
            "The busiest stretch, with %,d events, begins %s",
            most.count(),
            day(most.from()).substring(0, 10));
    return figure(title, Theme.axis("time (UTC)"), Theme.axis("events"), List.of(steps(x, y)));
  }

  /**
   * Which share of each later tenth of the log is of users (blue) and items (orange) not met
   * before.
   */
  public static Figure newcomers(LogReport report) {
    List<Object> x = new ArrayList<>();
    List<Object> users = new ArrayList<>();
    List<Object> items = new ArrayList<>();
    List<Period> periods = report.overTime().periods();
    for (int i = 1; i < periods.size(); i++) {
      x.add(i + 1);
      users.add(periods.get(i).newUsers());
      items.add(periods.get(i).newItems());
    }
    Period last = periods.get(periods.size() - 1);
    String title =
        periods.size() < 2
            ? "All events share one moment: nothing is new"
            : String.format(
                Locale.ROOT,
                "Of the newest events %.0f%% are by new users (blue), %.0f%% with new items (orange)",
                100 * last.newUsers(),
                100 * last.newItems());
    return figure(
        title,
        Theme.axis("tenth of the log, oldest first"),
        shares("share of its events"),
        List.of(line(x, users, Theme.FIRST), line(x, items, Theme.SECOND)));
  }

  /** How far item shares move between periods (blue) and how far chance alone goes (grey band). */
  public static Figure drift(LogReport report) {
    List<Object> x = new ArrayList<>();
    List<Object> found = new ArrayList<>();
    List<Object> low = new ArrayList<>();
    List<Object> high = new ArrayList<>();
    int beyond = 0;
    for (Shift shift : report.overTime().shifts()) {
      x.add(x.size() + 2);
      found.add(shift.divergence());
      low.add(shift.chanceLow());
      high.add(shift.chanceHigh());
      beyond += shift.divergence() > shift.chanceHigh() ? 1 : 0;
    }
    String title =
        String.format(
            Locale.ROOT,
            "%d of %d changes between periods are larger than chance (the grey band)",
            beyond,
            x.size());
    Map<String, Object> upper = line(x, high, "rgba(128,128,128,0.6)");
    upper.put("fill", "tonexty");
    upper.put("fillcolor", "rgba(128,128,128,0.3)");
    return figure(
        title,
        Theme.axis("into which tenth of the log"),
        Theme.axis("divergence (bits)"),
        List.of(line(x, low, "rgba(128,128,128,0.6)"), upper, line(x, found, Theme.FIRST)));
  }

  /** How many events have which value. */
  public static Figure values(LogReport report) {
    Map<String, Object> bars = new LinkedHashMap<>();
    bars.put("type", "bar");
    bars.put("x", report.values().stream().map(bar -> bar.from() / 2 + bar.to() / 2).toList());
    bars.put("y", report.values().stream().map(Bar::count).toList());
    bars.put("marker", Map.of("color", Theme.FIRST));
    Bar most = new Bar(0, 0, 0);
    for (Bar bar : report.values()) {
      most = bar.count() > most.count() ? bar : most;
    }
    String title =
        report.values().isEmpty()
            ? "The log has no values"
            : String.format(
                Locale.ROOT,
                "The commonest value is %.4g, with %,d events",
                most.from(),
                most.count());
    return figure(title, Theme.axis("value"), Theme.axis("events"), List.of(bars));
  }

  private static Figure figure(
      String title,
      Map<String, Object> xAxis,
      Map<String, Object> yAxis,
      List<Map<String, Object>> traces) {
    Map<String, Object> layout = Theme.layout(title, HEIGHT);
    layout.put("xaxis", xAxis);
    layout.put("yaxis", yAxis);
    layout.put("showlegend", false); // The title names the colours.
    layout.put("margin", Theme.MARGIN);
    return new Figure(GSON.toJson(Map.of("data", traces, "layout", layout)), title);
  }

  private static Map<String, Object> line(List<?> x, List<?> y, String colour) {
    Map<String, Object> trace = new LinkedHashMap<>();
    trace.put("type", "scatter");
    trace.put("mode", "lines");
    trace.put("x", x);
    trace.put("y", y);
    trace.put("line", Map.of("color", colour));
    return trace;
  }

  private static Map<String, Object> steps(List<?> x, List<?> y) {
    Map<String, Object> trace = line(x, y, Theme.FIRST);
    trace.put("line", Map.of("color", Theme.FIRST, "shape", "hv"));
    trace.put("fill", "tozeroy");
    return trace;
  }

  private static Map<String, Object> shares(String title) {
    Map<String, Object> axis = Theme.axis(title);
    axis.put("tickformat", ".0%");
    axis.put("rangemode", "tozero");
    return axis;
  }

  private static String day(double millis) {
    return Instant.ofEpochMilli((long) millis).toString();
  }
}
