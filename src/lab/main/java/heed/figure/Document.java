package heed.figure;

import heed.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An HTML page of headings, texts, tables and figures that asks for nothing else: it opens from a
 * disk or a letter, in a light and in a dark browser, and its figures answer to the mouse.
 */
public final class Document {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: Canvas;
        color: CanvasText; font: 16px/1.5 system-ui, sans-serif; }
      h1 { font-size: 1.6rem; line-height: 1.25; }
      h2 { font-size: 1.25rem; margin: 2.4rem 0 .5rem; padding-top: .6rem;
        border-top: 1px solid rgba(128,128,128,.35); }
      h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
      table { font-size: .85rem; }
      caption { max-width: 60rem; }
      pre { white-space: pre-wrap; font-size: .85rem; }
      .figure { margin: .8rem 0; min-height: 200px; }
      .main { border-left: 4px solid #0072B2; padding: .2rem 1rem; font-size: 1.1rem; }
      .small { font-size: .8rem; color: GrayText; }
      ul { padding-left: 1.2rem; }
      @media (prefers-color-scheme: dark) {
        .main-svg [style*="fill: rgb(117, 117, 117)"]:is(text, tspan) { fill: #a0a0a0 !important; }
        .main-svg [style*="fill: rgb(160, 104, 0)"]:is(text, tspan) { fill: #e69f00 !important; }
        .main-svg [style*="fill: rgb(0, 114, 178)"]:is(text, tspan) { fill: #56b4e9 !important; }
      }
      """;

  private static final String SHOW =
      """
      for (const place of document.querySelectorAll(".figure")) {
        const figure = JSON.parse(place.querySelector("script").textContent);
        Plotly.newPlot(place, figure.data, figure.layout, {responsive: true, displaylogo: false});
      }
      """;

  private final String title;
  private final StringBuilder body = new StringBuilder();

  /** An empty page. */
  public Document(String title) {
    this.title = title;
    body.append("<h1>").append(Html.text(title)).append("</h1>\n");
  }

  /** A heading of a section, by whose name an address can lead to it. */
  public Document section(String name, String heading) {
    body.append(
        String.format(Locale.ROOT, "<h2 id=\"%s\">%s</h2>%n", Html.text(name), Html.text(heading)));
    return this;
  }

  /** A heading within a section. */
  public Document heading(String heading) {
    body.append("<h3>").append(Html.text(heading)).append("</h3>\n");
    return this;
  }

  /** A paragraph of plain text. */
  public Document text(String text) {
    body.append("<p>").append(Html.text(text)).append("</p>\n");
    return this;
  }

  /** What matters most, set off from the rest. */
  public Document main(String text) {
    body.append("<p class=\"main\">").append(Html.text(text)).append("</p>\n");
    return this;
  }

  /** A remark in small letters. */
  public Document small(String text) {
    body.append("<p class=\"small\">").append(Html.text(text)).append("</p>\n");
    return this;
  }

  /** Markup that is put in as it is: whoever gives it has escaped the texts in it. */
  public Document html(String markup) {
    body.append(markup).append('\n');
    return this;
  }

  /** A figure, which the page draws when it opens; its description is read out. */
  public Document figure(Figure figure) {
    body.append(
        String.format(
            Locale.ROOT,
            "<div class=\"figure\" role=\"img\" aria-label=\"%s\">"
                + "<script type=\"application/json\">%s</script></div>%n",
            Html.text(figure.description()),
            Html.json(figure)));
    return this;
  }

  /**
   * Writes the page as it stands, whole or not at all; plotly.js is in it (5 MB).
   *
   * @throws IllegalStateException if plotly.js is not at hand; the message says how to get it
   */
  public void write(Path file) throws IOException {
    WholeFile.write(file, page(PlotlyScript.read()));
  }

  /** The page with this script in it, for whoever has plotly.js from elsewhere. */
  public String page(String plotly) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>"""
        + Html.text(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n<script>"
        + plotly
        + "</script>\n</head>\n<body>\n"
        + body
        + "<script>\n"
        + SHOW
        + "</script>\n</body>\n</html>\n";
  }
}
