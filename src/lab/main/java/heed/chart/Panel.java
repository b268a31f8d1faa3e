package heed.chart;

import java.util.List;
import java.util.Map;

/**
 * One picture before it is placed, alone or among others.
 *
 * @param title what it shows, in a sentence short enough for half a page
 * @param words what whoever cannot see it has to know: more than the title
 * @param xAxis as Plotly takes it
 * @param yAxis as Plotly takes it
 * @param traces what is drawn, as Plotly takes it, the hindmost first
 */
record Panel(
    String title,
    String words,
    Map<String, Object> xAxis,
    Map<String, Object> yAxis,
    List<Map<String, Object>> traces) {

  Panel {
    traces = List.copyOf(traces);
  }

  /** Title and words, for a description. */
  String described() {
    return title + ". " + words;
  }
}
