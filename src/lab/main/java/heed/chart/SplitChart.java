package heed.chart;

import heed.figure.Axis;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Menu;
import heed.figure.Theme;
import heed.figure.Trace;
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

  /** Rows that can be told apart on half a page. */
  private static final int USERS = 30;

  /** Of one user and part; of more every second, third and so on is drawn. */
  private static final int EVENTS = 60;

  private static final int HEIGHT = 520;

  private SplitChart() {}

  /** Users spread evenly over those that the test is about, the earliest on top. */
  public static Figure of(Split.Parts parts) {
    List<Integer> users = users(parts);
    List<Trace> traces = new ArrayList<>();
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
    return Figure.of(
        traces,
        layout(finding, users.size()),
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

  private static Trace marks(
      String name, String colour, String symbol, int size, List<Mark> marks) {
    return Trace.points(
            marks.stream().map(Mark::x).toList(),
            marks.stream().map(mark -> mark.row() + 1).toList())
        .name(name)
        .marker(colour, size, symbol)
        .customdata(Labels.texts(marks.stream().map(Mark::title).toList()))
        .hover("<b>%{customdata}</b><br>%{x}", name);
  }

  private static Trace lastLearnt(long last, int rows) {
    String when = Instant.ofEpochSecond(last).toString().replace("Z", "");
    return Trace.guide(List.of(when, when), List.of(0, rows + 1), Theme.TEXT, "dash")
        .name("last event that is learnt from");
  }

  private static Layout layout(String finding, int rows) {
    return Layout.titled(finding, HEIGHT, 2 * Menu.HEIGHT)
        .xAxis(Axis.titled("time (UTC)"))
        .yAxis(
            Axis.titled("users of the test, the earliest on top")
                .range(rows + 1, 0)
                .noLabels()
                .noGrid())
        .legendAbove()
        .hoverClosest();
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
