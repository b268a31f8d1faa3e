package heed.chart;

import heed.figure.Axis;
import heed.figure.Trace;
import java.util.List;

/**
 * One picture before it is placed, alone or among others.
 *
 * @param title what it shows, in a sentence short enough for half a page
 * @param words what whoever cannot see it has to know: more than the title
 * @param traces what is drawn, the hindmost first
 */
record Panel(String title, String words, Axis xAxis, Axis yAxis, List<Trace> traces) {

  Panel {
    traces = List.copyOf(traces);
  }

  /** Title and words, for a description. */
  String described() {
    return title + ". " + words;
  }
}
