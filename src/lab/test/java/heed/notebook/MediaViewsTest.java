package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import heed.figure.Figure;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaViewsTest {
  private static final BufferedImage PICTURE = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);

  private final Views views = Views.standard();

  @Test
  void what_is_said_to_be_markup_is_shown_as_such() {
    assertThat(Notebook.html("<b>x</b>").bundle()).containsEntry("text/html", "<b>x</b>");
    assertThat(Notebook.markdown("**x** $y$").bundle())
        .isEqualTo(Map.of("text/markdown", "**x** $y$", "text/plain", "**x** $y$"));
    assertThat(Notebook.svg("<svg/>").bundle()).containsEntry("image/svg+xml", "<svg/>");
  }

  @Test
  void a_formula_without_dollar_signs_stands_alone() {
    assertThat(Notebook.latex("x^2").bundle()).containsEntry("text/latex", "$\\displaystyle x^2$");
    assertThat(Notebook.latex("$$x^2$$").bundle()).containsEntry("text/latex", "$$x^2$$");
    String environment = "\\begin{align}x\\end{align}";
    assertThat(Notebook.latex(environment).bundle()).containsEntry("text/latex", environment);
  }

  @Test
  void a_picture_is_shown_from_memory_from_its_bytes_and_from_its_file(@TempDir Path folder)
      throws IOException {
    byte[] png = png();
    String encoded = Base64.getEncoder().encodeToString(png);
    Path file = Files.write(folder.resolve("a.png"), png);
    for (View view :
        List.of(
            views.of(PICTURE),
            views.of(png),
            Notebook.image(png),
            Notebook.image(PICTURE),
            Notebook.image(file))) {
      assertThat(view.bundle()).containsEntry("image/png", encoded);
    }
    Path drawing = Files.writeString(folder.resolve("a.SVG"), "<svg/>");
    assertThat(Notebook.image(drawing).bundle()).containsEntry("image/svg+xml", "<svg/>");
  }

  @Test
  void other_bytes_are_no_picture(@TempDir Path folder) throws IOException {
    assertThat(views.of(new byte[] {1, 2}).bundle()).isEqualTo(Map.of("text/plain", "[1, 2]"));
    assertThat(views.of(new byte[0]).text()).isEqualTo("[]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notebook.image(new byte[] {1, 2}))
        .withMessageContaining("a picture in PNG, JPEG, GIF, WebP or SVG");
    Path text = Files.writeString(folder.resolve("a.txt"), "text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Notebook.image(text))
        .withMessageContaining("a.txt");
  }

  @Test
  void a_matrix_is_a_table_and_on_demand_a_picture() {
    View table = views.of(new double[][] {{1, 2.5}, {3, 4}});
    assertThat(table.html()).isPresent();
    assertThat(table.text().lines().map(String::stripTrailing))
        .containsExactly("2 × 2", "     0    1", "─  ───  ───", "0  1.0  2.5", "1  3.0  4.0");
    assertThat(views.of(new int[][] {{1}, {2, 3}}).text()).isEqualTo("[[1], [2, 3]]");
    assertThat(views.of(new String[][] {{"a"}}).text()).isEqualTo("[[a]]");
    assertThat(views.of(new float[0][]).text()).isEqualTo("[]");
    assertThat(views.of(new Object[] {1, "b"}).text()).isEqualTo("[1, b]");
    assertThat(Notebook.heatmap(new float[][] {{1, 2}}).json()).contains("\"z\":[[1.0,2.0]]");
  }

  @Test
  void pictures_stand_below_each_other() {
    assertThat(views.together(List.of(PICTURE, "text", 3))).hasSize(3);
    assertThat(views.together(List.of("text", 3))).hasSize(1);
  }

  @Test
  void other_kernels_words_for_it_are_understood() {
    assertThat(Notebook.render(Map.of(1, 2)).text()).contains("key", "value");
  }

  @Test
  void a_figure_whose_layout_says_nothing_of_colours_fits_any_page() {
    String bare = "{\"data\":[{\"y\":[1]}],\"layout\":{}}";
    String own = "{\"data\":[{\"y\":[1]}],\"layout\":{\"plot_bgcolor\":\"white\"}}";
    assertThat(new Figure(bare, "a line").spoken()).contains("\"template\"", "rgba(128,128,128");
    assertThat(new Figure(own, "a line").spoken()).doesNotContain("\"template\"");
    assertThat(new Figure(bare, "a line").json()).isEqualTo(bare);
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(PICTURE, "png", bytes);
    return bytes.toByteArray();
  }
}
