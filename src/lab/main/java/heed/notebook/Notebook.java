package heed.notebook;

import heed.figure.Chart;
import heed.figure.Figure;
import java.awt.image.RenderedImage;
import java.nio.file.Path;
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
   * Shows values: a table, a figure, a picture, a report; {@link #html}, {@link #markdown} and
   * {@link #latex} as they are meant; what has no view of its own as it prints. Several stand side
   * by side, as far as the page is wide, or below each other if one of them is a figure. Outside a
   * notebook it prints the plain text.
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

  /** HTML, to be shown or to end a cell with: {@code html("<b>bold</b>")}. */
  public static View html(String html) {
    return View.ofHtml(html, html);
  }

  /** Markdown, with formulas between dollar signs: {@code markdown("**bold** $x^2$")}. */
  public static View markdown(String markdown) {
    return View.ofMarkdown(markdown);
  }

  /** A formula of LaTeX: {@code latex("\\frac{1}{n}")}. */
  public static View latex(String formula) {
    return View.ofLatex(formula);
  }

  /** A drawing in SVG: {@code svg("<svg ...")}. */
  public static View svg(String svg) {
    return View.ofSvg(svg);
  }

  /** A picture from its file: {@code image(Path.of("shop.png"))}. */
  public static View image(Path file) {
    return View.ofImage(file);
  }

  /** A picture that was drawn in Java. */
  public static View image(RenderedImage image) {
    return View.ofImage(image);
  }

  /**
   * A picture from the bytes of its file.
   *
   * @throws IllegalArgumentException if they are no picture
   */
  public static View image(byte[] bytes) {
    return Media.picture(bytes)
        .map(media -> View.ofMedia("a picture", media))
        .orElseThrow(
            () ->
                new IllegalArgumentException("expected " + Media.PICTURES + ", found other bytes"));
  }

  /**
   * A matrix as a picture: a row for each of its rows, the first on top, a colour for each value.
   */
  public static Figure heatmap(double[][] matrix) {
    return ArrayViews.heatmap(matrix);
  }

  /**
   * A matrix as a picture: a row for each of its rows, the first on top, a colour for each value.
   */
  public static Figure heatmap(float[][] matrix) {
    return ArrayViews.heatmap(matrix);
  }

  /** The same as {@link #show} of one value, as other Java kernels call it. */
  public static void display(Object value) {
    show(value);
  }

  /** Shows text as what a MIME type says it is: {@code display("<b>bold</b>", "text/html")}. */
  public static void display(Object value, String mimeType) {
    String text = String.valueOf(value);
    boolean plain = mimeType.equals("text/plain");
    show(plain ? View.ofText(text) : View.ofMedia(text, new Media(mimeType, text)));
  }

  /** How a value is shown, as other Java kernels call it; a cell that ends in it shows it. */
  public static View render(Object value) {
    return Screen.current().map(Screen::views).orElseGet(Views::standard).of(value);
  }
}
