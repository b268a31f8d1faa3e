package heed.chart;

import com.google.gson.Gson;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A picture of a split: some users from top to bottom, their events from left to right, each with
 * the mark of the part that it is in. The line is the last event that is learnt from: what is asked
 * to its left is about a time that the model has seen.
 */
public final class SplitChart {

  private static final Gson GSON = new Gson();

  /** Rows that can be told apart on half a page. */
  private static final int USERS = 30;

  /** Of one user and part; of more every second, third and so on is drawn. */
  private static final int EVENTS = 60;

  private static final int HEIGHT = 520;

  private SplitChart() {}

  /** Users spread evenly over those that the test is about, the earliest on top. */
  public static Figure of(Split.Parts parts) {
    List<Integer> users = users(parts);
    List<Map<String, Object>> traces = new ArrayList<>();
    traces.add(marks("train, learning", Theme.FIRST, "circle", 4, learnt(parts.train(), users)));
    traces.add(
        marks(
            "validation, choosing", Theme.SECOND, "diamond", 9, asked(parts.validation(), users)));
    traces.add(marks("test, reporting once", "#D55E00", "x", 8, asked(parts.test(), users)));
    long last = parts.train().lastTime();
    if (last != History.NOW) {
      traces.add(lastLearnt(last, users.size()));
    }
    String finding = finding(parts);
    Map<String, Object> figure = Map.of("data", traces, "layout", layout(finding, users.size()));
    return new Figure(
        GSON.toJson(figure),
        String.format(
            Locale.ROOT, "A picture of %d users by time and part. %s", users.size(), parts));
  }

  /** Users of the test by the time of their first event, evenly thinned. */
  private static List<Integer> users(Split.Parts parts) {
    Map<Integer, Long> first = new LinkedHashMap<>();
    for (int i = 0; i < parts.test().size(); i++) {
      History history = parts.test().histories().get(i);
      long time = history.length() > 0 ? history.time(0) : parts.test().time(i);
      first.merge(parts.test().users()[i], time, Math::min);
    }
    List<Integer> all = new ArrayList<>(first.keySet());
    all.sort(Comparator.comparing(first::get));
    int shown = Math.min(USERS, all.size());
    return IntStream.range(0, shown).mapToObj(row -> all.get(row * all.size() / shown)).toList();
  }

  /**
   * An event to draw.
   *
   * @param when seconds since 1970, or where there are no times the place in the history
   */
  private record Mark(int row, long when, boolean timed, String title) {

    Object x() {
      return timed ? Instant.ofEpochSecond(when).toString().replace("Z", "") : when;
    }

    static Mark of(int row, long time, int place, String title) {
      boolean timed = time != History.NOW;
      return new Mark(row, timed ? time : place + 1, timed, title);
    }
  }

  private static List<Mark> learnt(Sequences train, List<Integer> users) {
    List<Mark> marks = new ArrayList<>();
    for (int row = 0; row < users.size(); row++) {
      int user = users.get(row);
      List<Mark> own = new ArrayList<>();
      for (int i = 0; i < train.length(user); i++) {
        String title = train.catalogue().title(train.item(user, i));
        own.add(Mark.of(row, train.time(user, i), i, title));
      }
      marks.addAll(thinned(own));
    }
    return marks;
  }

  private static List<Mark> asked(Holdout holdout, List<Integer> users) {
    List<List<Mark>> rows = new ArrayList<>();
    users.forEach(user -> rows.add(new ArrayList<>()));
    int[] targets = holdout.targets();
    int[] asked = holdout.users();
    long[] times = holdout.times();
    int[] offsets = holdout.offsets();
    for (int q = 0; q < asked.length; q++) {
      int row = users.indexOf(asked[q]);
      History history = holdout.histories().get(q);
      for (int i = offsets[q]; row >= 0 && i < offsets[q + 1]; i++) {
        String title = history.catalogue().title(targets[i]);
        int place = history.length() + i - offsets[q];
        rows.get(row).add(Mark.of(row, times[i], place, title));
      }
    }
    return rows.stream().flatMap(own -> thinned(own).stream()).toList();
  }

  private static List<Mark> thinned(List<Mark> own) {
    int every = (own.size() + EVENTS - 1) / EVENTS;
    return IntStream.range(0, own.size())
        .filter(i -> (own.size() - 1 - i) % every == 0) // The last is kept.
        .mapToObj(own::get)
        .toList();
  }

  private static Map<String, Object> marks(
      String name, String colour, String symbol, int size, List<Mark> marks) {
    Map<String, Object> trace =
        Lines.line(
            marks.stream().map(Mark::x).toList(),
            marks.stream().map(mark -> mark.row() + 1).toList(),
            Map.of());
    trace.put("mode", "markers");
    trace.put("name", name);
    trace.put("marker", Map.of("color", colour, "symbol", symbol, "size", size));
    trace.put("customdata", Labels.texts(marks.stream().map(Mark::title).toList()));
    trace.put("hovertemplate", "<b>%{customdata}</b><br>%{x}<extra>" + name + "</extra>");
    return trace;
  }

  private static Map<String, Object> lastLearnt(long last, int rows) {
    String when = Instant.ofEpochSecond(last).toString().replace("Z", "");
    Map<String, Object> line =
        Lines.guide(List.of(when, when), List.of(0, rows + 1), Theme.TEXT, "dash");
    line.put("name", "last event that is learnt from");
    return line;
  }

  private static Map<String, Object> layout(String finding, int rows) {
    Map<String, Object> layout = Theme.layout(finding, HEIGHT, 2 * Menus.height());
    layout.put("xaxis", Theme.axis("time (UTC)"));
    Map<String, Object> users = Theme.axis("users of the test, the earliest on top");
    users.put("range", List.of(rows + 1, 0));
    users.put("showticklabels", false);
    users.put("showgrid", false);
    layout.put("yaxis", users);
    layout.put("legend", Map.of("orientation", "h", "y", 1.02, "yanchor", "bottom", "x", 0));
    layout.put("hovermode", "closest");
    return layout;
  }

  /** The worst leak. */
  private static String finding(Split.Parts parts) {
    return parts.split()
        + ": "
        + (parts.leaks().any()
            ? parts.leaks().sentences().get(0)
            : "every question is about a time after all that is learnt from");
  }
}
