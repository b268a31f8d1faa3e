package heed.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;

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
 * @param axes what varies, in the order in which it is drawn
 */
public record SearchSpace<S>(S base, List<Axis> axes) {

  /** How often a draw may repeat what was drawn before it is taken that there is no more. */
  private static final int REPEATS = 50;

  /**
   * A component and what it may be.
   *
   * @param component from the outermost record inwards, with dots: "optimizer.adam.rate"
   * @param range its values
   */
  public record Axis(String component, SearchRange range) {

    /** One of some values. */
    public static Axis choices(String component, Object... values) {
      return new Axis(component, new SearchRange.Choices(List.of(values)));
    }

    /** A number above 0 to three digits, each order of magnitude as likely as another. */
    public static Axis log(String component, double low, double high) {
      return new Axis(component, new SearchRange.Log(low, high));
    }

    /** The same of settings that stand in a component of others. */
    public Axis within(String outer) {
      return new Axis(outer + "." + component, range);
    }
  }

  public SearchSpace {
    Objects.requireNonNull(base, "base");
    axes = List.copyOf(axes);
    for (Axis axis : axes) {
      RecordPath.of(axis.component).put(base, axis.range.grid(1).get(0)); // Refuses what is not.
    }
  }

  /** Nothing varies yet. */
  public static <S> SearchSpace<S> of(S base) {
    return new SearchSpace<>(base, List.of());
  }

  /** The search space that settings declare for themselves. */
  public static <S extends Tunable> SearchSpace<S> declaredBy(S base) {
    return new SearchSpace<>(base, base.hyperparameters());
  }

  /** Those of some axes whose component these settings have. */
  public static List<Axis> axesOf(Object settings, Axis... some) {
    return Arrays.stream(some)
        .filter(axis -> RecordPath.of(axis.component).isIn(settings))
        .toList();
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
   * The hyperparameters that a component declares for itself: {@code declared("model", config)}
   * searches what the network's settings name.
   */
  public SearchSpace<S> declared(String component, Tunable inner) {
    List<Axis> more = new ArrayList<>(axes);
    inner.hyperparameters().forEach(axis -> more.add(axis.within(component)));
    return new SearchSpace<>(base, more);
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

  /**
   * The same value in all.
   *
   * @throws IllegalArgumentException if there is no such component, or it cannot be this value
   */
  public SearchSpace<S> fixed(String component, Object value) {
    return new SearchSpace<>(RecordPath.of(component).put(base, value), axes);
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
   * Different settings at random; fewer if there are not so many.
   *
   * @param count at most so many, at least 1
   */
  public List<S> draw(int count, long seed) {
    return draw(count, seed, this::draw);
  }

  /**
   * Different values at random, of whatever kind; fewer if there are not so many. A smaller count
   * gives the first of a larger one.
   *
   * @param count at most so many, at least 1
   * @param one draws one value
   */
  public static <T> List<T> draw(int count, long seed, Function<SplittableRandom, T> one) {
    if (count < 1) {
      throw new IllegalArgumentException("a search tries at least 1 setting, asked for " + count);
    }
    SplittableRandom random = new SplittableRandom(seed);
    Set<T> drawn = new LinkedHashSet<>();
    int repeats = 0;
    while (drawn.size() < count && repeats < REPEATS) {
      repeats = drawn.add(one.apply(random)) ? 0 : repeats + 1;
    }
    return List.copyOf(drawn);
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
