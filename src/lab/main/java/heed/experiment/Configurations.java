package heed.experiment;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was asked for, flat: a text for each setting by its way from outside in. */
final class Configurations {

  private Configurations() {}

  /**
   * Records and maps are opened, "settings.width"; a list is one text.
   *
   * @param config of a run, as it was given or as it was read back: both give the same
   */
  static Map<String, String> flat(Map<String, Object> config) {
    Map<String, String> flat = new LinkedHashMap<>();
    JsonParser.parseString(RunJson.CODEC.write(RunJson.writable(config)))
        .getAsJsonObject()
        .asMap()
        .forEach((name, value) -> open(name, value, flat));
    return flat;
  }

  private static void open(String name, JsonElement value, Map<String, String> flat) {
    if (value.isJsonObject()) {
      value
          .getAsJsonObject()
          .asMap()
          .forEach((inner, part) -> open(name + "." + inner, part, flat));
    } else if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      // Read back, a whole number is a double, and a float has more digits.
      flat.put(name, number(value.getAsDouble()));
    } else if (!value.isJsonNull()) {
      flat.put(name, value.isJsonPrimitive() ? value.getAsString() : value.toString());
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Float.toString((float) value);
  }
}
