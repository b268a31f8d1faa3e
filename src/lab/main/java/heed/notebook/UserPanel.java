package heed.notebook;

import com.google.gson.Gson;
import heed.evaluation.Categories;
import heed.explain.Portraits;
import heed.figure.Html;
import heed.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Users of a sample to choose from, and of the chosen one history, interests, attention and
 * recommendations with their reasons, side by side. One HTML page that needs neither a network nor
 * Java once it is made; whatever an item is called stays text.
 *
 * @param html the page
 * @param description what it shows, for whoever cannot see it
 * @param still the first user as HTML that needs no script, for where the page may not run
 */
public record UserPanel(String html, String description, String still) {

  private static final String PLACE = "{{data}}";

  /** In pixels, in a cell. */
  private static final int HEIGHT = 640;

  /** A panel in which items are known by their titles. */
  public static UserPanel of(Portraits portraits) {
    return of(portraits, Optional.empty());
  }

  /** A panel in which an item's categories, its genres say, stand below its title. */
  public static UserPanel of(Portraits portraits, Categories kinds) {
    return of(portraits, Optional.of(kinds));
  }

  private static UserPanel of(Portraits portraits, Optional<Categories> kinds) {
    PanelData data = PanelData.of(portraits, kinds);
    String json = new Gson().toJson(data); // Gson writes < as \\u003c.
    String first = portraits.users().get(0).ranking().toString();
    return new UserPanel(
        template().replace(PLACE, json),
        String.format(
            Locale.ROOT,
            "A panel of %d users of %s. The first: %s",
            portraits.users().size(),
            portraits.recommender(),
            first),
        StillPanel.of(data));
  }

  /** Writes the page, whole or not at all. */
  public void save(Path file) throws IOException {
    WholeFile.write(file, html);
  }

  /**
   * The page in a frame of its own, so that its styles and the notebook's do not meet; the frame
   * passes the notebook's theme on to it. A front end that does not trust the notebook takes style
   * and frame away; what they hide then shows.
   */
  View view() {
    return View.ofHtml(
        description,
        String.format(
            Locale.ROOT,
            "<style>[data-jp-theme-light=\"false\"] .heed-panel { color-scheme: dark }"
                + " .heed-panel-still { display: none }</style>"
                + "<iframe class=\"heed-panel\" title=\"%s\" sandbox=\"allow-scripts\""
                + " style=\"width:100%%;height:%dpx;border:0\" srcdoc=\"%s\"></iframe>"
                + "<div class=\"heed-panel-still\">%s</div>",
            Html.text(description),
            HEIGHT,
            Html.text(html),
            still));
  }

  private static String template() {
    try (InputStream page = UserPanel.class.getResourceAsStream("user-panel.html")) {
      return new String(
          Objects.requireNonNull(page, "user-panel.html is in the jar").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
