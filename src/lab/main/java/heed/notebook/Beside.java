package heed.notebook;

import heed.figure.Html;
import java.util.List;
import java.util.stream.Collectors;

/** Views side by side, and below each other where the page is too narrow for both. */
final class Beside {

  private Beside() {}

  /** One view of several without figures; in plain text one stands below the other. */
  static View of(List<View> views) {
    String text = views.stream().map(View::text).collect(Collectors.joining("\n\n"));
    String html =
        views.stream()
            .map(view -> "<div style=\"min-width:0\">" + html(view) + "</div>")
            .collect(
                Collectors.joining(
                    "",
                    "<div style=\"display:flex;flex-wrap:wrap;gap:4px"
                        + " 32px;align-items:flex-start\">",
                    "</div>"));
    return View.ofHtml(text, html);
  }

  private static String html(View view) {
    return view.html()
        .orElseGet(
            () ->
                "<pre class=\""
                    + GridHtml.NO_FORMULAS
                    + "\" style=\"white-space:pre-wrap;margin:4px 0\">"
                    + Html.text(view.text())
                    + "</pre>");
  }
}
