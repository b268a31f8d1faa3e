package heed.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Settings of which some components may vary: any record, and any component of it or of a record
 * within it, by name.
 *
 * <pre>{@code
 * SearchSpace.of(Training.of(SasrecConfig.defaults()))
 *     .choices("model.width", 32, 64, 128)
 *     .whole("model.layers", 1, 3)
 *     .log("optimizer.adam.rate", 1e-4, 1e-2);
 * }</pre>
 *
 * @param <S> what is tried
 * @param base what is the same in all
 * @param axes what varies
 */
public record SearchSpace<S extends Record>(S base, List<Axis> axes) {

  /**
   * A component and what it may be.
   *
   * @param component from the outermost record inwards, with dots: "optimiser.adam.rate"
   * @param range its values
   */
  public record Axis(String component, SearchRange range) {}

  public SearchSpace {
    Objects.requireNonNull(base, "base");
    axes = List.copyOf(axes);
    for (Axis axis : axes) {
      RecordPath.of(axis.component).put(base, axis.range.grid(1).get(0)); // Refuses what is not.
    }
  }

  /** Nothing varies yet. */
  public static <S extends Record> SearchSpace<S> of(S base) {
    return new SearchSpace<>(base, List.of());
  }

  /** One of some values. */
  public SearchSpace<S> choices(String component, Object... values) {
    return with(component, new SearchRange.Choices(List.of(values)));
  }

  /** A whole number, each as likely as another. */
  public SearchSpace<S> whole(String component, int low, int high) {
    return with(component, new SearchRange.Whole(low, high));
  }

  /** A number, each as likely as another. */
  public SearchSpace<S> real(String component, double low, double high) {
    return with(component, new SearchRange.Real(low, high));
  }

  /** A number above 0, each order of magnitude as likely as another. */
  public SearchSpace<S> log(String component, double low, double high) {
    return with(component, new SearchRange.Log(low, high));
  }

  /**
   * A component and what it may be.
   *
   * @throws IllegalArgumentException if there is no such component, or it cannot be such a value
   */
  public SearchSpace<S> with(String component, SearchRange range) {
    List<Axis> more = new ArrayList<>(axes);
    more.add(new Axis(component, range));
    return new SearchSpace<>(base, more);
  }

  /** Settings at random. */
  public S draw(SplittableRandom random) {
    S drawn = base;
    for (Axis axis : axes) {
      drawn = RecordPath.of(axis.component).put(drawn, axis.range.draw(random));
    }
    return drawn;
  }

  /**
   * Different settings at random, see {@link Search#draw}.
   *
   * @param count at most so many
   */
  public List<S> draw(int count, long seed) {
    return Search.draw(count, seed, this::draw);
  }

  /**
   * Every combination of values; the last axis changes fastest.
   *
   * @param points how many of each range of numbers, evenly spread; choices count all
   */
  public List<S> grid(int points) {
    List<S> all = List.of(base);
    for (Axis axis : axes) {
      List<S> more = new ArrayList<>();
      for (S settings : all) {
        for (Object value : axis.range.grid(points)) {
          more.add(RecordPath.of(axis.component).put(settings, value));
        }
      }
      all = more;
    }
    return all;
  }

  /** What settings have on each axis. */
  public List<Object> values(S settings) {
    return axes.stream().map(axis -> RecordPath.of(axis.component).get(settings)).toList();
  }
}
