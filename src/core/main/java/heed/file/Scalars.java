package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Reads values that JSON writes in one word: numbers, texts, truths, enums, times, floats. */
final class Scalars {

  private static final int SHOWN = 60;

  private static final List<Double> NONFINITE =
      List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  private Scalars() {}

  /**
   * Reads a value.
   *
   * @param raw what it has to be
   * @param at where it stands, in words for errors
   */
  static Object read(JsonElement found, Class<?> raw, String at) {
    if (raw == String.class) {
      return text(found, "a text", at);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return truth(found, at);
    }
    if (raw == float[].class) {
      return floats(found, at);
    }
    if (raw.isEnum()) {
      return constant(found, raw, at);
    }
    return raw.getPackageName().equals("java.time") ? time(found, raw, at) : number(found, raw, at);
  }

  private static boolean truth(JsonElement found, String at) {
    if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isBoolean()) {
      throw refusal(at, found, "true or false");
    }
    return found.getAsBoolean();
  }

  private static Object constant(JsonElement found, Class<?> raw, String at) {
    for (Object constant : raw.getEnumConstants()) {
      if (found.equals(new JsonPrimitive(((Enum<?>) constant).name()))) {
        return constant;
      }
    }
    throw refusal(at, found, "one of " + List.of(raw.getEnumConstants()));
  }

  private static float[] floats(JsonElement found, String at) {
    String text = text(found, "floats as Base64 text", at);
    try {
      return Floats.of(text);
    } catch (IllegalArgumentException broken) {
      throw refusal(at, found, "floats as Base64 text (" + broken.getMessage() + ")");
    }
  }

  private static Object time(JsonElement found, Class<?> raw, String at) {
    String text = text(found, "a " + raw.getSimpleName() + " of ISO 8601", at);
    try {
      if (raw == Duration.class) {
        return Duration.parse(text);
      }
      if (raw == Instant.class) {
        return Instant.parse(text);
      }
      if (raw == LocalDate.class) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException broken) {
      throw refusal(at, found, "a " + raw.getSimpleName() + " of ISO 8601");
    }
    throw unreadable(raw, at);
  }

  private static Object number(JsonElement found, Class<?> raw, String at) {
    boolean number = found.isJsonPrimitive() && found.getAsJsonPrimitive().isNumber();
    try {
      if (raw == int.class || raw == Integer.class) {
        return new BigDecimal(number ? found.getAsString() : "").intValueExact();
      }
      if (raw == long.class || raw == Long.class) {
        return new BigDecimal(number ? found.getAsString() : "").longValueExact();
      }
    } catch (ArithmeticException | NumberFormatException other) {
      throw refusal(at, found, "a whole number that an " + raw.getSimpleName() + " holds");
    }
    if (raw == double.class || raw == Double.class) {
      return real(found, number ? found.getAsDouble() : 0, number, at);
    }
    if (raw == float.class || raw == Float.class) {
      return (float) real(found, number ? found.getAsFloat() : 0, number, at);
    }
    throw unreadable(raw, at);
  }

  private static double real(JsonElement found, double value, boolean number, String at) {
    if (number && Double.isFinite(value)) {
      return value;
    }
    for (double none : NONFINITE) {
      if (!number && found.equals(new JsonPrimitive(Double.toString(none)))) {
        return none;
      }
    }
    throw refusal(at, found, "a number");
  }

  private static String text(JsonElement found, String expected, String at) {
    if (!found.isJsonPrimitive() || !found.getAsJsonPrimitive().isString()) {
      throw refusal(at, found, expected);
    }
    return found.getAsString();
  }

  static IllegalArgumentException refusal(String at, JsonElement found, String expected) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: found %s, expected %s; put the file right, or take an undamaged copy",
            at,
            shown(found),
            expected));
  }

  /** The beginning of what was found: it may be long. */
  static String shown(JsonElement found) {
    String text = found.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  private static IllegalArgumentException unreadable(Class<?> raw, String at) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: a %s is no record, enum, number, text, list or map; make it a record, or say how"
                + " it is read by codec.withForm(...)",
            at,
            raw.getTypeName()));
  }
}
