package heed.serve.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The fields of a JSON object, each of which is of one kind and none of which is misspelt.
 *
 * @param where it stands, for errors
 */
record Fields(String where, JsonObject json) {

  /** Refuses fields that nobody will read: they are misspelt ones. */
  Fields only(String... names) {
    for (String name : json.keySet()) {
      if (!List.of(names).contains(name)) {
        throw new Refusal(
            400,
            String.format(
                Locale.ROOT,
                "%s has no field '%s'; it has %s",
                where,
                name,
                String.join(", ", new TreeSet<>(List.of(names)))));
      }
    }
    return this;
  }

  boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  Optional<String> text(String name) {
    return read(name, "a string", Fields::string);
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  private static Optional<String> string(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

  Optional<Boolean> flag(String name) {
    return read(
        name,
        "true or false",
        value ->
            value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()
                ? Optional.of(value.getAsBoolean())
                : Optional.empty());
  }

  Optional<Long> whole(String name) {
    return read(name, "a whole number", Fields::wholeNumber);
  }

  private static Optional<Long> wholeNumber(JsonElement value) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
      return Optional.empty();
    }
    String digits = value.getAsString();
    if (!digits.matches("-?\\d{1,18}")) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(digits));
  }

  Optional<Double> number(String name) {
    return read(
        name,
        "a number",
        value ->
            value.isJsonPrimitive()
                    && value.getAsJsonPrimitive().isNumber()
                    && value.getAsString().length() < 40
                ? Optional.of(new BigDecimal(value.getAsString()).doubleValue())
                : Optional.empty());
  }

  double requiredNumber(String name) {
    return number(name).orElseThrow(() -> missing(name));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonElement value : array(name)) {
      texts.add(string(value).orElseThrow(() -> wrong(name, "an array of strings", value)));
    }
    return texts;
  }

  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonElement value : array(name)) {
      if (!value.isJsonObject()) {
        throw wrong(name, "an array of objects", value);
      }
      objects.add(new Fields("'" + name + "'", value.getAsJsonObject()));
    }
    return objects;
  }

  Optional<Fields> object(String name) {
    return read(
        name,
        "an object",
        value ->
            value.isJsonObject()
                ? Optional.of(new Fields("'" + name + "'", value.getAsJsonObject()))
                : Optional.empty());
  }

  JsonArray array(String name) {
    return read(
            name,
            "an array",
            value -> value.isJsonArray() ? Optional.of(value.getAsJsonArray()) : Optional.empty())
        .orElseGet(JsonArray::new);
  }

  private <T> Optional<T> read(
      String name, String expected, Function<JsonElement, Optional<T>> kind) {
    if (!has(name)) {
      return Optional.empty();
    }
    JsonElement value = json.get(name);
    Optional<T> read = kind.apply(value);
    if (read.isEmpty()) {
      throw wrong(name, expected, value);
    }
    return read;
  }

  private Refusal wrong(String name, String expected, JsonElement found) {
    String shown = Call.kind(found);
    return new Refusal(
        400,
        String.format(
            Locale.ROOT,
            "'%s' of %s is %s, found %s",
            name,
            where,
            expected,
            shown.length() > 60 ? shown.substring(0, 60) + "..." : shown));
  }

  private Refusal missing(String name) {
    return new Refusal(400, where + " needs '" + name + "'");
  }
}
