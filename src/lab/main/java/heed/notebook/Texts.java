package heed.notebook;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Values in plain text: arrays by their elements, fractions to six significant digits. */
final class Texts {
  private static final int FIRST = 20;

  /** Characters of a value in a table. */
  private static final int LONGEST = 400;

  private Texts() {}

  static String of(Object value) {
    if (value == null) {
      return "null";
    }
    if (value.getClass().isArray()) {
      return array(value);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? of(optional.get()) : "nothing";
    }
    return String.valueOf(value);
  }

  /** A value in a cell of a table, where a fraction with seventeen digits tells nobody anything. */
  static String inCell(Object value) {
    return value instanceof Double || value instanceof Float
        ? fraction(((Number) value).doubleValue())
        : brief(of(value));
  }

  /** The start of a text that would flood a cell. */
  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " \u2026";
  }

  static boolean isNumber(Class<?> type) {
    return Number.class.isAssignableFrom(type)
        || (type.isPrimitive() && type != boolean.class && type != char.class);
  }

  private static String fraction(double value) {
    if (!Double.isFinite(value) || Math.abs(value) >= 1e9 || value == 0) {
      return String.valueOf(value);
    }
    if (Math.abs(value) < 1e-4) {
      return String.format(Locale.ROOT, "%.4g", value);
    }
    int decimals = Math.max(0, 5 - (int) Math.floor(Math.log10(Math.abs(value))));
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", ".0") : text;
  }

  private static String array(Object array) {
    int length = Array.getLength(array);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < Math.min(length, FIRST); i++) {
      items.add(of(Array.get(array, i)));
    }
    String more = length > FIRST ? String.format(Locale.ROOT, ", … %,d in all", length) : "";
    return "[" + String.join(", ", items) + more + "]";
  }
}
