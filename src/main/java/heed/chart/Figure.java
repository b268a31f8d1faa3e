package heed.chart;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Objects;

/**
 * A Plotly figure: what is drawn, and a line of words that says what the picture shows.
 *
 * @param json a Plotly figure as JSON, an object with {@code data} (an array of traces) and {@code
 *     layout} (an object)
 * @param description what the picture shows, for whoever cannot see it; never blank
 */
public record Figure(String json, String description) {

  /** Throws {@link IllegalArgumentException} if the JSON is no figure or nothing is said of it. */
  public Figure {
    Objects.requireNonNull(json, "json");
    if (description.isBlank()) {
      throw new IllegalArgumentException(
          "a figure needs a description of what it shows, found a blank one");
    }
    JsonObject figure = JsonParser.parseString(json).getAsJsonObject();
    if (!figure.has("data") || !figure.has("layout")) {
      throw new IllegalArgumentException(
          "a Plotly figure is an object with 'data' and 'layout', found " + figure.keySet());
    }
  }
}
