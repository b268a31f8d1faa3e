package heed.notebook;

import heed.figure.Figure;
import java.awt.image.RenderedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a value looks: always in plain text, and richer where the reader's front end can draw it.
 *
 * @param text what a terminal, a screen reader or a diff shows
 * @param html the same, formatted; never beside a figure, which a front end would then hide
 * @param figure the same, drawn
 * @param media the same in another form that front ends know, such as Markdown or a picture
 * @param below what is shown under it, each as an output of its own: a front end shows one kind of
 *     each output
 */
public record View(
    String text,
    Optional<String> html,
    Optional<Figure> figure,
    Optional<Media> media,
    List<View> below) {
  private static final String PLOTLY = "application/vnd.plotly.v1+json";

  public View {
    Objects.requireNonNull(text, "text");
    below = List.copyOf(below);
    if (Stream.of(html, figure, media).filter(Optional::isPresent).count() > 1) {
      throw new IllegalArgumentException(
          "a view has HTML, a figure or other media beside its text, found several");
    }
  }

  /** A view without other media. */
  public View(String text, Optional<String> html, Optional<Figure> figure, List<View> below) {
    this(text, html, figure, Optional.empty(), below);
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

  /** A view in a form that front ends know by its MIME type. */
  public static View ofMedia(String text, Media media) {
    return new View(text, Optional.empty(), Optional.empty(), Optional.of(media), List.of());
  }

  /** Markdown, with formulas between dollar signs; its source is the plain text. */
  public static View ofMarkdown(String markdown) {
    return ofMedia(markdown, new Media("text/markdown", markdown));
  }

  /** A formula of LaTeX; one without dollar signs around it stands on a line of its own. */
  public static View ofLatex(String formula) {
    boolean delimited = formula.strip().startsWith("$") || formula.contains("\\begin{");
    return ofMedia(
        formula, new Media("text/latex", delimited ? formula : "$\\displaystyle " + formula + "$"));
  }

  /** A drawing in SVG. */
  public static View ofSvg(String svg) {
    return ofMedia("a drawing", new Media("image/svg+xml", svg));
  }

  /** A picture. */
  public static View ofImage(RenderedImage image) {
    String size =
        String.format(
            Locale.ROOT, "a picture of %d by %d pixels", image.getWidth(), image.getHeight());
    return ofMedia(size, Media.of(image));
  }

  /**
   * A picture from its file: PNG, JPEG, GIF, WebP or SVG.
   *
   * @throws IllegalArgumentException if it is of another kind
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static View ofImage(Path file) {
    return ofMedia("the picture " + file.getFileName(), Media.of(file));
  }

  /** The same with another view under it. */
  public View above(View other) {
    List<View> all = new ArrayList<>(below);
    all.add(other);
    return new View(text, html, figure, media, all);
  }

  /** The outputs it takes, from the top down. */
  public List<View> parts() {
    List<View> parts = new ArrayList<>(List.of(new View(text, html, figure, media, List.of())));
    below.forEach(view -> parts.addAll(view.parts()));
    return parts;
  }

  /** The view without what is below it, by MIME type, in plain maps, lists, numbers and strings. */
  public Map<String, Object> bundle() {
    Map<String, Object> bundle = new LinkedHashMap<>();
    figure.ifPresent(drawn -> bundle.put(PLOTLY, PlainJson.parse(drawn.spoken())));
    html.ifPresent(page -> bundle.put("text/html", page));
    media.ifPresent(one -> bundle.put(one.mimeType(), one.data()));
    bundle.put("text/plain", text);
    return bundle;
  }
}
