package heed.figure;

import java.util.Locale;

/** A figure as an HTML page that asks for nothing else. */
final class FigurePage {

  private static final String SHOW =
      """
      const figure = JSON.parse(document.getElementById("data").textContent);
      const config = {responsive: true, displaylogo: false};
      Plotly.newPlot("figure", figure.data, figure.layout, config).then(place =>
        place.on("plotly_afterplot", () => {
          const words = [...place.querySelectorAll(".annotation-text")].at(-1);
          place.setAttribute("aria-label", words.textContent);
        }));
      """;

  private FigurePage() {}

  /** A page that shows the figure. */
  static String of(Figure figure, String plotly) {
    return page(figure, plotly, SHOW);
  }

  /** A page that turns the figure into a picture and then holds only that. */
  static String drawing(Figure figure, String plotly, String format) {
    return page(figure, plotly, draw(format, format.equals("png") ? 2 : 1));
  }

  /** Leaves nothing in the page but the picture, as base64, or what went wrong. */
  private static String draw(String format, int sharpness) {
    return String.format(
        Locale.ROOT,
        """
        const figure = JSON.parse(document.getElementById("data").textContent);
        const layout = figure.layout;
        const size = {width: layout.width || 900, height: layout.height || 450, scale: %d};
        const leave = (id, text) => {
          document.documentElement.innerHTML = "<body></body>";
          document.body.appendChild(document.createElement("pre")).id = id;
          document.getElementById(id).textContent = text;
        };
        const base64 = url => url.includes(";base64,")
          ? url.slice(url.indexOf(",") + 1)
          : btoa(unescape(url.slice(url.indexOf(",") + 1)));
        Plotly.toImage({data: figure.data, layout}, {format: "%s", ...size})
          .then(url => leave("drawn", base64(url)), error => leave("failed", String(error)));
        """,
        sharpness,
        format);
  }

  private static String page(Figure figure, String plotly, String script) {
    String words = Html.text(figure.description());
    return String.format(
        Locale.ROOT,
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>
          :root { color-scheme: light dark; }
          body { margin: 1rem; background: Canvas; }
        </style>
        <script>%s</script>
        </head>
        <body>
        <div id="figure" role="img" aria-label="%s"></div>
        <script id="data" type="application/json">%s</script>
        <script>%s</script>
        </body>
        </html>
        """,
        title(figure),
        plotly,
        words,
        Html.json(figure),
        script);
  }

  /** As JSON that cannot end the element it stands in, whatever an item is called. */
  private static String title(Figure figure) {
    int end = figure.description().indexOf(". ");
    return Html.text(end < 0 ? figure.description() : figure.description().substring(0, end));
  }
}
