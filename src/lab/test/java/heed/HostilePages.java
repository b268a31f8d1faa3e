package heed;

import com.google.gson.Gson;
import heed.figure.Document;
import heed.figure.Figure;
import heed.notebook.View;
import heed.notebook.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Pages for a browser to open, each with one text for every name in all figures and tables, and a
 * notebook of all of them with a cell for each text.
 */
final class HostilePages {

  private HostilePages() {}

  /**
   * Writes a page for each payload, and {@code payloads.ipynb}.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<String> payloads = TextsStayTextsTest.payloads().toList();
    List<Map<String, Object>> cells = payloads.stream().map(HostilePages::cell).toList();
    Map<String, Object> notebook =
        Map.of("nbformat", 4, "nbformat_minor", 4, "metadata", Map.of(), "cells", cells);
    Files.writeString(Path.of(arguments[0], "payloads.ipynb"), new Gson().toJson(notebook));
    for (int i = 0; i < payloads.size(); i++) {
      page(payloads.get(i)).write(Path.of(arguments[0], i + ".html"));
    }
  }

  /** A cell as it is stored after it has shown everything. */
  private static Map<String, Object> cell(String text) {
    HostileTexts hostile = new HostileTexts(text);
    Stream<View> shown =
        Stream.concat(
            hostile.figures().values().stream().map(View::ofFigure),
            hostile.results().stream()
                .flatMap(result -> Views.standard().of(result).parts().stream()));
    List<Map<String, Object>> outputs =
        shown
            .map(
                view ->
                    Map.of(
                        "output_type",
                        "display_data",
                        "metadata",
                        Map.<String, Object>of(),
                        "data",
                        view.bundle()))
            .toList();
    return Map.of(
        "cell_type",
        "code",
        "execution_count",
        1,
        "metadata",
        Map.of(),
        "source",
        "// " + text,
        "outputs",
        outputs);
  }

  private static Document page(String text) {
    HostileTexts hostile = new HostileTexts(text);
    Document page =
        new Document(text).section(text, text).heading(text).main(text).text(text).small(text);
    for (Figure figure : hostile.figures().values()) {
      page.figure(figure);
    }
    for (Object result : hostile.results()) {
      for (View part : Views.standard().of(result).parts()) {
        part.html().ifPresent(page::html);
      }
    }
    return page;
  }
}
