package heed.figure;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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

  /** Where Plotly finds the text of the description in a figure without other annotations. */
  static final String WORDS = "annotations[0].text";

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
   * A figure of traces, the hindmost first.
   *
   * @param description what the picture shows, in words
   */
  public static Figure of(List<Trace> traces, Layout layout, String description) {
    return new Figure(FigurePart.json(Map.of("data", traces, "layout", layout)), description);
  }

  /**
   * The figure with its description among its texts: in no colour, so that it is not seen, but is
   * read out. For front ends that draw a figure and give it no other words, as JupyterLab does.
   */
  public String spoken() {
    JsonObject figure = themed();
    JsonObject layout = figure.getAsJsonObject("layout");
    JsonArray texts =
        layout.has("annotations") ? layout.getAsJsonArray("annotations") : new JsonArray();
    texts.add(JsonParser.parseString(FigurePart.json(unseen(Labels.text(description)))));
    layout.add("annotations", texts);
    return FigurePart.json(figure);
  }

  /** The figure in our look, where its own layout has none: readable on a light and a dark page. */
  JsonObject themed() {
    JsonObject figure = JsonParser.parseString(json).getAsJsonObject();
    JsonObject layout = figure.getAsJsonObject("layout");
    if (!layout.has("template") && !layout.has("plot_bgcolor")) {
      layout.add("template", Theme.TEMPLATE.deepCopy());
    }
    return figure;
  }

  /** At the upper left of what is drawn, and too small to cover anything. */
  private static Annotation unseen(String words) {
    return Annotation.at(0, 1, words, "left").set("font.size", 1).set("font.color", Theme.NONE);
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
