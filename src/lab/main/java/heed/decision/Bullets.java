package heed.decision;

import heed.figure.Html;
import heed.notebook.View;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Points of a list.
 *
 * @param points one sentence or more each
 */
record Bullets(List<String> points) {

  View view() {
    String html =
        points.stream()
            .map(point -> "<li>" + Html.text(point) + "</li>")
            .collect(Collectors.joining("", "<ul>", "</ul>"));
    return View.ofHtml(String.join("\n", points), html);
  }
}
