package heed.chart;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A Plotly figure: what is drawn, and a line of words that says what the picture shows.
 *
 * @param json a Plotly figure as JSON, an object with {@code data} (an array of traces) and {@code
 *     layout} (an object)
 * @param description what the picture shows, for whoever cannot see it; never blank
 */
public record Figure(String json, String description) {

  /** Points that are missing are null, and not left out. */
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().serializeSpecialFloatingPointValues().create();

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

  /**
   * The figure with its description among its texts: in no colour, so that it is not seen, but is
   * read out. For front ends that draw a figure and give it no other words, as JupyterLab does.
   */
  public String spoken() {
    JsonObject figure = JsonParser.parseString(json).getAsJsonObject();
    JsonObject layout = figure.getAsJsonObject("layout");
    JsonArray texts =
        layout.has("annotations") ? layout.getAsJsonArray("annotations") : new JsonArray();
    texts.add(GSON.toJsonTree(unseen(Labels.text(description))));
    layout.add("annotations", texts);
    return GSON.toJson(figure);
  }

  /** At the upper left of what is drawn, and too small to cover anything. */
  private static Map<String, Object> unseen(String words) {
    return Map.of(
        "text",
        words,
        "showarrow",
        false,
        "font",
        Map.of("size", 1, "color", Theme.NONE),
        "xref",
        "paper",
        "yref",
        "paper",
        "x",
        0,
        "y",
        1,
        "xanchor",
        "left");
  }

  /**
   * Writes the figure, whole or not at all, in the format that the file's name ends in.
   *
   * <ul>
   *   <li>{@code .html}: a page that opens without a network and answers to the mouse; plotly.js is
   *       in it (5 MB)
   *   <li>{@code .json}: what Plotly draws it from, in any language
   *   <li>{@code .png} (900 points wide, two pixels a point) and {@code .svg}: a picture, drawn by
   *       a Chromium or Chrome of this machine
   * </ul>
   *
   * @throws IllegalArgumentException if the name ends in none of these
   * @throws IllegalStateException if plotly.js or, for a picture, a browser is not at hand; the
   *     message says how to get it
   */
  public void save(Path file) throws IOException {
    FigureFormat.of(file).write(this, file);
  }
}
