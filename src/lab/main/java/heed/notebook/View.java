package heed.notebook;

import heed.figure.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How a value looks: always in plain text, and richer where the reader's front end can draw it.
 *
 * @param text what a terminal, a screen reader or a diff shows
 * @param html the same, formatted; never beside a figure, which a front end would then hide
 * @param figure the same, drawn
 * @param below what is shown under it, each as an output of its own: a front end shows one kind of
 *     each output
 */
public record View(String text, Optional<String> html, Optional<Figure> figure, List<View> below) {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";

  public View {
    Objects.requireNonNull(text, "text");
    below = List.copyOf(below);
    if (html.isPresent() && figure.isPresent()) {
      throw new IllegalArgumentException("a view has HTML or a figure beside its text, found both");
    }
  }

  /** A view in plain text only. */
  public static View ofText(String text) {
    return new View(text, Optional.empty(), Optional.empty(), List.of());
  }

  /** A view in plain text and HTML. */
  public static View ofHtml(String text, String html) {
    return new View(text, Optional.of(html), Optional.empty(), List.of());
  }

  /** A figure; its description is the plain text. */
  public static View ofFigure(Figure figure) {
    return new View(figure.description(), Optional.empty(), Optional.of(figure), List.of());
  }

  /** The same with another view under it. */
  public View above(View other) {
    List<View> all = new ArrayList<>(below);
    all.add(other);
    return new View(text, html, figure, all);
  }

  /** The outputs it takes, from the top down. */
  public List<View> parts() {
    List<View> parts = new ArrayList<>(List.of(new View(text, html, figure, List.of())));
    below.forEach(view -> parts.addAll(view.parts()));
    return parts;
  }

  /** The view without what is below it, by MIME type, in plain maps, lists, numbers and strings. */
  public Map<String, Object> bundle() {
    Map<String, Object> bundle = new LinkedHashMap<>();
    figure.ifPresent(drawn -> bundle.put(PLOTLY, PlainJson.parse(drawn.spoken())));
    html.ifPresent(page -> bundle.put("text/html", page));
    bundle.put("text/plain", text);
    return bundle;
  }
}
