package heed.decision;

import heed.figure.Document;
import heed.notebook.View;
import heed.notebook.Views;
import java.io.IOException;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The page as it grows: it is written anew after each section, so that whatever ends the work, what
 * was done stands in the file.
 */
final class Page {

  private final String title;
  private final Writer writer;
  private final PrintStream terminal;
  private final Views views = Views.installed(Page.class.getClassLoader());
  private final List<Consumer<Document>> sections = new ArrayList<>();

  Page(String title, Writer writer, PrintStream terminal) {
    this.title = title;
    this.writer = writer;
    this.terminal = terminal;
  }

  /** Puts the page where it belongs. */
  interface Writer {
    void write(Document document) throws IOException;
  }

  /** Says what is being done. */
  void progress(String what) {
    terminal.println(
        LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + what);
    terminal.flush();
  }

  /**
   * Adds a section and writes the page, which says that it is not complete.
   *
   * @param parts strings are paragraphs; anything else is shown as a notebook shows it
   */
  void add(String name, String heading, List<?> parts) throws IOException {
    sections.add(
        document -> {
          document.section(name, heading);
          parts.forEach(part -> put(document, part));
        });
    write(
        List.of(
            new Main(
                "This page is not complete: the work on it goes on, or was stopped after '"
                    + heading
                    + "'.")));
  }

  /** Writes the page with this at its head. */
  void finish(List<?> summary) throws IOException {
    write(summary);
  }

  private void write(List<?> head) throws IOException {
    Document document = new Document(title);
    head.forEach(part -> put(document, part));
    sections.forEach(section -> section.accept(document));
    writer.write(document);
  }

  private void put(Document document, Object part) {
    if (part instanceof String text) {
      document.text(text);
    } else if (part instanceof Main main) {
      document.main(main.text());
    } else if (part instanceof Heading heading) {
      document.heading(heading.text());
    } else if (part instanceof Small small) {
      document.small(small.text());
    } else {
      views.of(part).parts().forEach(view -> put(document, view));
    }
  }

  private static void put(Document document, View view) {
    if (view.figure().isPresent()) {
      document.figure(view.figure().get());
    } else if (view.html().isPresent()) {
      document.html(view.html().get());
    } else {
      document.text(view.text());
    }
  }

  /** What matters most. */
  record Main(String text) {}

  /** A heading within a section. */
  record Heading(String text) {}

  /** A remark, such as where a number comes from. */
  record Small(String text) {}
}
