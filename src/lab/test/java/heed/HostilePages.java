package heed;

import heed.figure.Document;
import heed.figure.Figure;
import heed.notebook.View;
import heed.notebook.Views;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pages for a browser to open, each with one text for every name in all figures and tables. */
final class HostilePages {

  private HostilePages() {}

  /**
   * Writes a page for each payload.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException {
    List<String> payloads = TextsStayTextsTest.payloads().toList();
    for (int i = 0; i < payloads.size(); i++) {
      page(payloads.get(i)).write(Path.of(arguments[0], i + ".html"));
    }
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
