package heed.tuning;

import heed.search.SearchSpace;
import java.util.Comparator;
import java.util.List;

/**
 * The tries of a search with what each had on every axis, the best first.
 *
 * @param axes of its space
 * @param rows one a try
 */
public record SearchTable(List<SearchSpace.Axis> axes, List<Row> rows) {

  /**
   * A try.
   *
   * @param values one an axis
   * @param validation higher is better; {@code NaN} if it did not get that far
   * @param epochs it was given by the search; 0 where that gives none
   * @param seconds it took
   */
  public record Row(List<Object> values, double validation, int epochs, double seconds) {

    public Row {
      values = List.copyOf(values);
    }
  }

  public SearchTable {
    axes = List.copyOf(axes);
    rows = List.copyOf(rows);
  }

  /** The tries of a search in the space that its settings were drawn from. */
  public static <S> SearchTable of(Search<S> search, SearchSpace<S> space) {
    return new SearchTable(
        space.axes(),
        search.trials().stream()
            .map(
                trial ->
                    new Row(
                        space.values(trial.settings()),
                        trial.validation(),
                        trial.epochs(),
                        trial.seconds()))
            .sorted(
                Comparator.comparingDouble(
                    row -> Double.isNaN(row.validation()) ? Double.MAX_VALUE : -row.validation()))
            .toList());
  }

  /** What an axis is called: the last name of its component where that is enough. */
  public String name(SearchSpace.Axis axis) {
    String last = last(axis);
    long alike = axes.stream().filter(other -> last(other).equals(last)).count();
    return alike == 1 ? last : axis.component();
  }

  private static String last(SearchSpace.Axis axis) {
    return axis.component().substring(axis.component().lastIndexOf('.') + 1);
  }
}
