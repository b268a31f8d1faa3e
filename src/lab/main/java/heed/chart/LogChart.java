package heed.chart;

import heed.figure.Figure;
import heed.report.LogReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures of a log, drawn from its report; each title says what the picture shows. */
public final class LogChart {

  private LogChart() {}

  /**
   * The pictures side by side that most logs are known by: lengths, long tail, events over time,
   * newcomers, drift, and values, or gaps where the log has no values. What a log of one moment
   * cannot show is left out.
   */
  public static Figure overview(LogReport report) {
    List<Panel> panels = new ArrayList<>();
    panels.add(AmountPanels.lengths(report));
    panels.add(AmountPanels.longTail(report));
    panels.add(TimePanels.events(report));
    if (!report.overTime().shifts().isEmpty()) {
      panels.add(ChangePanels.newcomers(report));
      panels.add(ChangePanels.drift(report));
    }
    panels.add(report.values().isEmpty() ? TimePanels.gaps(report) : AmountPanels.values(report));
    String title =
        String.format(
            Locale.ROOT,
            "The log in pictures: %,d events, %,d users, %,d items",
            report.ofUsers().total(),
            report.ofUsers().size(),
            report.ofItems().size());
    return Panels.together(title, panels);
  }

  /** How many users have how many events, in bars that are wider the longer the histories. */
  public static Figure lengths(LogReport report) {
    return Panels.alone(AmountPanels.lengths(report));
  }

  /** The share of all events that the most popular items have together. */
  public static Figure longTail(LogReport report) {
    return Panels.alone(AmountPanels.longTail(report));
  }

  /** How many events have which value. */
  public static Figure values(LogReport report) {
    return Panels.alone(AmountPanels.values(report));
  }

  /** How many events there are at which time; a time without events is a gap down to zero. */
  public static Figure events(LogReport report) {
    return Panels.alone(TimePanels.events(report));
  }

  /** How long users pause between one event and the next. */
  public static Figure gaps(LogReport report) {
    return Panels.alone(TimePanels.gaps(report));
  }

  /** Which share of each later tenth of the log is of users and of items not met before. */
  public static Figure newcomers(LogReport report) {
    return Panels.alone(ChangePanels.newcomers(report));
  }

  /** How far item shares move from tenth to tenth of the log, and how far by chance alone. */
  public static Figure drift(LogReport report) {
    return Panels.alone(ChangePanels.drift(report));
  }
}
