package heed.notebook;

import heed.chart.SplitChart;
import heed.log.StepTaken;
import heed.sequence.ColdStart;
import heed.sequence.Holdout;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How steps and splits look in a cell. */
final class PreparationViews {

  private PreparationViews() {}

  /** What a log held before its first step and after each. */
  static View steps(List<StepTaken> steps) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(row("before", steps.get(0).before(), ""));
    for (StepTaken taken : steps) {
      int gone = taken.before().events() - taken.after().events();
      rows.add(row(taken.step(), taken.after(), gone == 0 ? "none" : whole(gone)));
    }
    return grid(
        "What each step left", List.of("step", "events", "users", "items", "events gone"), rows);
  }

  private static List<String> row(String step, StepTaken.Size size, String gone) {
    return List.of(step, whole(size.events()), whole(size.users()), whole(size.items()), gone);
  }

  /** What each part holds, and below it the picture. */
  static View split(Split.Parts parts) {
    String leaks = parts.leaks().toString();
    return grid(
            parts.split() + ". " + leaks,
            List.of("part, used for", "users", "events"),
            List.of(
                List.of(
                    "train, learning",
                    whole(parts.train().activeUsers()),
                    whole(parts.train().events())),
                asked("validation, choosing", parts.validation()),
                asked("test, reporting once", parts.test())))
        .above(View.ofFigure(SplitChart.of(parts)));
  }

  /** The questions of a test by what training knows of them. */
  static View coldStart(ColdStart cold) {
    return grid(
        "Questions of the test",
        List.of("about", "users", "questions"),
        List.of(
            part("known users, known items", cold.known()),
            part("new users, known items", cold.newUsers()),
            part("new items", cold.newItems())));
  }

  /** The events that are asked for, which may be several in one question. */
  private static List<String> asked(String name, Holdout questions) {
    long users = Arrays.stream(questions.users()).distinct().count();
    return List.of(name, whole(users), whole(questions.targetCount()));
  }

  private static List<String> part(String name, Holdout questions) {
    long users = Arrays.stream(questions.users()).distinct().count();
    return List.of(name, whole(users), whole(questions.size()));
  }

  /** A grid whose first column is text and the others numbers. */
  private static View grid(String caption, List<String> columns, List<List<String>> rows) {
    List<Boolean> numeric = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      numeric.add(column > 0);
    }
    return Grid.of(columns, numeric, rows).view(caption);
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
