package heed.notebook;

import heed.figure.Chart;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a notebook's cells call by name alone. */
public final class Notebook {

  private Notebook() {}

  /**
   * From now on, {@link #show} and a cell's last line show values of this type so, until the kernel
   * ends: {@code views(Basket.class, basket -> View.ofText(basket.size() + " items"))}.
   *
   * @throws IllegalStateException outside a notebook
   */
  public static <T> void views(Class<T> type, Viewer<? super T> viewer) {
    Screen.current()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "a view of %s can be registered in a notebook, found none; elsewhere"
                                + " use",
                            type.getSimpleName())
                        + " Views.standard().with(type, viewer), or a ViewExtension in a jar"))
        .register(type, viewer);
  }

  /**
   * From now on, {@link #show} and a cell's last line draw values of this type with this chart:
   * {@code charts(Basket.class, BasketChart::of)}.
   *
   * @throws IllegalStateException outside a notebook
   */
  public static <T> void charts(Class<T> type, Chart<? super T> chart) {
    views(type, Viewer.<T>of(chart));
  }

  /**
   * Shows values: a table, a figure, a report; what has no view of its own as it prints. Several
   * stand side by side, as far as the page is wide, or below each other if one of them is a figure.
   * Outside a notebook it prints the plain text.
   */
  @SuppressWarnings("SystemOut") // showing on the console is what it does there
  public static void show(Object... values) {
    Optional<Screen> screen = Screen.current();
    Views views =
        screen.map(Screen::views).orElseGet(() -> Views.installed(Notebook.class.getClassLoader()));
    for (View part : views.together(Arrays.asList(values == null ? new Object[] {null} : values))) {
      if (screen.isPresent()) {
        screen.get().show(part);
      } else {
        System.out.println(part.text());
      }
    }
  }
}
