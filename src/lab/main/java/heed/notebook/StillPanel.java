package heed.notebook;

import heed.figure.Html;
import heed.notebook.PanelData.Item;
import heed.notebook.PanelData.Recommended;
import heed.notebook.PanelData.User;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * The first user of a panel as she stands in a stored notebook, where nothing may run: her latest
 * events beside what is recommended and why.
 */
final class StillPanel {
  private static final int MOST = 10;

  private StillPanel() {}

  static String of(PanelData data) {
    User user = data.users().get(0);
    List<Item> events = new ArrayList<>(user.events());
    Collections.reverse(events);
    String caption =
        String.format(
            Locale.ROOT,
            "Run this cell to choose among %d users, and to see what each event gave. As stored: %s,"
                + " %s.",
            data.users().size(),
            user.name(),
            data.recommender());
    View history =
        table(
            List.of("history, the latest first", "when"),
            events.stream().limit(MOST).map(item -> List.of(item.title(), item.when())).toList());
    View recommended =
        table(
            List.of("recommended", "why"),
            user.recommended().stream().limit(MOST).map(StillPanel::row).toList());
    return Beside.of(List.of(history, recommended))
        .html()
        .map(html -> said(caption) + html)
        .orElse("");
  }

  private static String said(String caption) {
    return "<p class=\""
        + GridHtml.NO_FORMULAS
        + "\"><strong>"
        + Html.text(caption)
        + "</strong></p>";
  }

  private static List<String> row(Recommended one) {
    return List.of(one.item().title(), one.because());
  }

  private static View table(List<String> columns, List<List<String>> rows) {
    return Grid.of(columns, List.of(false, false), rows).view("");
  }
}
