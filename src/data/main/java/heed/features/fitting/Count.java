package heed.features.fitting;

import heed.sequence.Durations;
import java.time.Duration;
import java.util.Optional;

/**
 * A number of earlier events: of whom or what, how far back, and of which type.
 *
 * @param of which events belong together
 * @param span how far back they count, and how much
 * @param type the only type of event that counts; empty if all do
 */
public record Count(Of of, Span span, Optional<String> type) {

  /** How active a user has been. */
  public static Count ofUser() {
    return new Count(new User(), new Ever(), Optional.empty());
  }

  /** How popular an item has been. */
  public static Count ofItem() {
    return new Count(new Item(), new Ever(), Optional.empty());
  }

  /** How often a user has met an item. */
  public static Count ofUserAndItem() {
    return new Count(new UserAndItem(), new Ever(), Optional.empty());
  }

  /**
   * How popular an item's category has been: its brand. Over several, its genres, the mean; over
   * none 0.
   */
  public static Count ofCategory(String attribute) {
    return new Count(new Category(attribute), new Ever(), Optional.empty());
  }

  /** How often a user has met an item's category; over several the mean, over none 0. */
  public static Count ofUserAndCategory(String attribute) {
    return new Count(new UserAndCategory(attribute), new Ever(), Optional.empty());
  }

  /** Only events of the last {@code window}: from then on, that moment included. */
  public Count within(Duration window) {
    return new Count(of, new Window(window), type);
  }

  /** Each event counting half as much for every {@code halfLife} since. */
  public Count fading(Duration halfLife) {
    return new Count(of, new Fading(halfLife), type);
  }

  /** Only events of a type, such as purchase. */
  public Count ofType(String only) {
    return new Count(of, span, Optional.of(only));
  }

  /** What is counted, in words: the name of a column. */
  public String name() {
    return (type.isEmpty() ? "events" : type.get() + " events") + " of " + of.name() + span.name();
  }

  /** Which events belong together. */
  public sealed interface Of {
    /** In words. */
    String name();
  }

  /** See {@link Count#ofUser}. */
  public record User() implements Of {
    @Override
    public String name() {
      return "user";
    }
  }

  /** See {@link Count#ofItem}. */
  public record Item() implements Of {
    @Override
    public String name() {
      return "item";
    }
  }

  /** See {@link Count#ofUserAndItem}. */
  public record UserAndItem() implements Of {
    @Override
    public String name() {
      return "user and item";
    }
  }

  /** See {@link Count#ofCategory}. */
  public record Category(String attribute) implements Of {
    @Override
    public String name() {
      return attribute;
    }
  }

  /** See {@link Count#ofUserAndCategory}. */
  public record UserAndCategory(String attribute) implements Of {
    @Override
    public String name() {
      return "user and " + attribute;
    }
  }

  /** How far back events count, and how much. */
  public sealed interface Span {
    /** In words. */
    String name();
  }

  /** All alike. */
  public record Ever() implements Span {
    @Override
    public String name() {
      return "";
    }
  }

  /** See {@link Count#within}. */
  public record Window(Duration length) implements Span {
    public Window {
      demandPositive("a window", length);
    }

    @Override
    public String name() {
      return " within " + Durations.words(length);
    }
  }

  /** See {@link Count#fading}. */
  public record Fading(Duration halfLife) implements Span {
    public Fading {
      demandPositive("a half-life", halfLife);
    }

    @Override
    public String name() {
      return " with half-life " + Durations.words(halfLife);
    }
  }

  private static void demandPositive(String what, Duration length) {
    if (length.toMillis() < 1) {
      throw new IllegalArgumentException(
          what + " has to be a millisecond or longer, found " + length);
    }
  }
}
