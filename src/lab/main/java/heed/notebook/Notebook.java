package heed.notebook;

import java.util.Arrays;
import java.util.Optional;

/** What a notebook's cells call by name alone. */
public final class Notebook {

  private Notebook() {}

  /**
   * Shows values: a table, a figure, a report; what has no view of its own as it prints. Several
   * stand side by side, as far as the page is wide, or below each other if one of them is a figure.
   * Outside a notebook it prints the plain text.
   */
  @SuppressWarnings("SystemOut") // showing on the console is what it does there
  public static void show(Object... values) {
    Optional<Screen> screen = Screen.current();
    Views views = screen.map(Screen::views).orElseGet(Views::standard);
    for (View part : views.together(Arrays.asList(values == null ? new Object[] {null} : values))) {
      if (screen.isPresent()) {
        screen.get().show(part);
      } else {
        System.out.println(part.text());
      }
    }
  }
}
