package heed.model.interest;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much an event tells of a user's interests, by its type and its value: a purchase more than a
 * view, a low rating less than nothing. What {@link InterestProfile#after(heed.features.ItemWords,
 * int, long, double)} takes.
 *
 * @param byType of each type, such as "view" or "purchase"; 1 for a type that is not named
 * @param neutral a value that tells nothing, such as the mean rating
 * @param unit how far above it a value counts as a whole event, above 0
 */
public record EventStrengths(Map<String, Double> byType, double neutral, double unit) {

  public EventStrengths {
    byType = Map.copyOf(byType);
    byType.forEach(
        (type, strength) -> {
          if (!Double.isFinite(strength)) {
            throw new IllegalArgumentException(
                "events of the type '" + type + "' have a strength, found " + strength);
          }
        });
    if (!Double.isFinite(neutral) || !(unit > 0) || Double.isInfinite(unit)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a neutral value is a number and a unit is above 0, found %s and %s",
              neutral,
              unit));
    }
  }

  /** By type alone; a value makes no difference. */
  public static EventStrengths byType(Map<String, Double> byType) {
    return new EventStrengths(byType, 0, 1);
  }

  /** By value alone, such as a rating of which 3 tells nothing and 4 is a whole event. */
  public static EventStrengths byValue(double neutral, double unit) {
    return new EventStrengths(Map.of(), neutral, unit);
  }

  /** The strength of an event of this type, whatever its value. */
  public double ofType(String type) {
    return byType.getOrDefault(type, 1.0);
  }

  /** The strength of an event of this value, whatever its type; 1 if it has none (NaN). */
  public double ofValue(double value) {
    return Double.isNaN(value) ? 1 : (value - neutral) / unit;
  }

  @Override
  public String toString() {
    return byType.isEmpty()
        ? String.format(Locale.ROOT, "by value, %s is neutral, %s above is an event", neutral, unit)
        : "by type, " + new TreeMap<>(byType);
  }
}
