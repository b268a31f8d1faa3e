package heed.chart;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import heed.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tablesaw's figures as ours.
 *
 * <p>Tablesaw 0.44 writes a figure as JavaScript, with numbers in quotes and missing ones as NaN;
 * here it becomes JSON with numbers as numbers and missing ones as null.
 */
public final class TablesawFigures {
  private static final Pattern VARIABLE =
      Pattern.compile(
          "var\\s+(\\w+)\\s*=\\s*(.*?);?\\s*(?=\\bvar\\s+\\w+\\s*=|\\bPlotly\\.|\\z)",
          Pattern.DOTALL);

  /** A string, kept as it is, or a comma that nothing follows, which JSON does not know. */
  private static final Pattern STRING_OR_LAST_COMMA =
      Pattern.compile("(\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*')|,(?=\\s*[}\\]])");

  private static final Set<String> DATA =
      Set.of("x", "y", "z", "open", "high", "low", "close", "values");

  private TablesawFigures() {}

  /** The same picture; its description is made of its title, or else of its kinds of traces. */
  public static Figure convert(tech.tablesaw.plotly.components.Figure figure) {
    String script = figure.asJavascript("target");
    JsonArray data = new JsonArray();
    JsonObject layout = new JsonObject();
    Matcher variable = VARIABLE.matcher(script.replaceAll("</?script>", ""));
    while (variable.find()) {
      String name = variable.group(1);
      if (name.startsWith("trace")) {
        data.add(numbers(parse(variable.group(2)), false));
      } else if (name.equals("layout")) {
        layout = titled(parse(variable.group(2)).getAsJsonObject());
      }
    }
    if (data.isEmpty()) {
      throw new IllegalArgumentException("no trace found in the Tablesaw figure:\n" + script);
    }
    JsonObject json = new JsonObject();
    json.add("data", data);
    json.add("layout", asWideAsThePage(layout));
    return new Figure(json.toString(), description(data, layout));
  }

  private static JsonElement parse(String script) {
    Matcher token = STRING_OR_LAST_COMMA.matcher(script);
    String strict =
        token.replaceAll(
            found ->
                found.group(1) == null ? "" : Matcher.quoteReplacement(unescape(found.group(1))));
    return JsonParser.parseString(strict);
  }

  /** Tablesaw escapes titles as for an HTML page; Plotly shows them as they are. */
  private static String unescape(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "\\'")
        .replace("&amp;", "&");
  }

  private static JsonElement numbers(JsonElement element, boolean data) {
    if (element.isJsonObject()) {
      JsonObject object = new JsonObject();
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(e -> object.add(e.getKey(), numbers(e.getValue(), DATA.contains(e.getKey()))));
      return object;
    }
    if (element.isJsonArray()) {
      JsonArray array = new JsonArray();
      element.getAsJsonArray().forEach(item -> array.add(numbers(item, data)));
      return array;
    }
    return data && element.isJsonPrimitive() ? number(element.getAsJsonPrimitive()) : element;
  }

  private static JsonElement number(JsonPrimitive value) {
    try {
      double number = value.getAsDouble();
      return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
    } catch (NumberFormatException e) {
      boolean missing = value.getAsString().equals("null");
      return missing ? JsonNull.INSTANCE : value; // else a category or a date
    }
  }

  /** Plotly 3 wants a title to be an object; Tablesaw was written for Plotly 1. */
  private static JsonObject titled(JsonObject layout) {
    JsonObject titled = new JsonObject();
    for (Map.Entry<String, JsonElement> entry : layout.entrySet()) {
      JsonElement value = entry.getValue();
      if (entry.getKey().equals("title") && value.isJsonPrimitive()) {
        JsonObject title = new JsonObject();
        title.add("text", value);
        titled.add("title", title);
      } else {
        titled.add(entry.getKey(), value.isJsonObject() ? titled(value.getAsJsonObject()) : value);
      }
    }
    return titled;
  }

  /** Tablesaw's own width is for a page of 800 pixels, its white background for a white one. */
  private static JsonObject asWideAsThePage(JsonObject layout) {
    JsonObject wide = layout.deepCopy();
    List.of("width", "paper_bgcolor", "plot_bgcolor").forEach(wide::remove);
    return wide;
  }

  private static String description(JsonArray data, JsonObject layout) {
    if (layout.has("title")) {
      String title = layout.getAsJsonObject("title").get("text").getAsString();
      if (!title.isBlank()) {
        return title;
      }
    }
    List<String> kinds = new ArrayList<>();
    data.forEach(trace -> kinds.add(kind(trace.getAsJsonObject())));
    return "a figure of " + String.join(", ", kinds);
  }

  private static String kind(JsonObject trace) {
    return trace.has("type") ? trace.get("type").getAsString() : "scatter";
  }
}
