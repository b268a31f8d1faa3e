package heed.tuning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How long a search goes on, and what is kept of it on the way.
 *
 * @param patience it stops after so many tries without a better one, at least 1
 * @param seconds no try begins after so long, above 0; infinite: one does
 * @param kept where its tries are kept, if anywhere
 * @param heard told of each try, in words
 */
public record SearchLimits(
    int patience, double seconds, Optional<Kept> kept, Consumer<String> heard) {

  /**
   * Where tries are kept, so that the same search goes on after it was stopped or killed.
   *
   * @param file written anew after each try
   * @param about what a validation depends on beside the settings: data and metric, in words
   */
  public record Kept(Path file, String about) {}

  public SearchLimits {
    if (patience < 1 || !(seconds > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "patience is at least 1 and the time above 0 s, found %d and %s",
              patience,
              seconds));
    }
  }

  /** It tries all, keeps nothing and says nothing. */
  public static SearchLimits none() {
    return new SearchLimits(
        Integer.MAX_VALUE, Double.POSITIVE_INFINITY, Optional.empty(), words -> {});
  }

  public SearchLimits withPatience(int patience) {
    return new SearchLimits(patience, seconds, kept, heard);
  }

  public SearchLimits withTime(Duration time) {
    return new SearchLimits(patience, time.toNanos() / 1e9, kept, heard);
  }

  public SearchLimits withTriesIn(Path file, String about) {
    return new SearchLimits(patience, seconds, Optional.of(new Kept(file, about)), heard);
  }

  public SearchLimits withProgress(Consumer<String> heard) {
    return new SearchLimits(patience, seconds, kept, heard);
  }

  Optional<Tries> tries() {
    return kept.map(place -> Tries.in(place.file, place.about));
  }
}
