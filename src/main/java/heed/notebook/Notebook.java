package heed.notebook;

import java.util.Optional;

/** What a notebook's cells call by name alone. */
public final class Notebook {

  private Notebook() {}

  /**
   * Shows each value below the one before: a table, a figure, a report; what has no view of its own
   * as it prints. Outside a notebook it prints the plain text.
   */
  @SuppressWarnings("SystemOut") // showing on the console is what it does there
  public static void show(Object... values) {
    Optional<Screen> screen = Screen.current();
    for (Object value : values == null ? new Object[] {null} : values) {
      Views views = screen.map(Screen::views).orElseGet(Views::standard);
      for (View part : views.of(value).parts()) {
        if (screen.isPresent()) {
          screen.get().show(part);
        } else {
          System.out.println(part.text());
        }
      }
    }
  }
}
