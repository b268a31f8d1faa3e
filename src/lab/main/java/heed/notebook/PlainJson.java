package heed.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as maps, lists, strings, numbers and booleans.
 *
 * <p>Each kernel brings a JSON library of its own, one of them renamed, so that no type of ours may
 * be in what is handed over.
 */
final class PlainJson {

  private PlainJson() {}

  /**
   * Reads an object; what JSON cannot say (NaN, infinities) is left out, in an array it is null.
   */
  static Object parse(String json) {
    return plain(JsonParser.parseString(json));
  }

  private static Object plain(JsonElement element) {
    if (element.isJsonObject()) {
      Map<String, Object> object = new LinkedHashMap<>();
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(e -> object.put(e.getKey(), plain(e.getValue())));
      return object;
    }
    if (element.isJsonArray()) {
      List<Object> array = new ArrayList<>(element.getAsJsonArray().size());
      element.getAsJsonArray().forEach(item -> array.add(plain(item)));
      return array;
    }
    return element.isJsonNull() ? null : primitive(element.getAsJsonPrimitive());
  }

  private static Object primitive(JsonPrimitive value) {
    if (value.isBoolean()) {
      return value.getAsBoolean();
    }
    if (!value.isNumber()) {
      String text = value.getAsString();
      return text.equals("NaN") ? null : text;
    }
    double number = value.getAsDouble();
    if (!Double.isFinite(number)) {
      return null;
    }
    return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) (long) number : number;
  }
}
