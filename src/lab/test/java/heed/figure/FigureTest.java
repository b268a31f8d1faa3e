package heed.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures drawn by a real browser, and pages opened in one, are in environment/tests. */
class FigureTest {

  private static final Figure FIGURE =
      new Figure(
          "{\"data\":[{\"x\":[\"</script><script>alert(1)</script>\"]}],\"layout\":{}}",
          "Bars. One is called \"<b>\"");

  @TempDir private Path folder;

  @Test
  void json_is_what_plotly_draws_it_from() throws IOException {
    Path file = folder.resolve("made").resolve("figure.JSON");
    FIGURE.save(file);
    assertThat(file).hasContent(FIGURE.json());
    assertThat(file.getParent()).isDirectoryContaining("glob:**figure.JSON");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).as("nothing unfinished is left").hasSize(1);
    }
  }

  @Test
  void a_page_holds_the_script_and_no_item_can_end_an_element() {
    String page = FigurePage.of(FIGURE, "/* plotly */");
    assertThat(page)
        .contains("<script>/* plotly */</script>", "Plotly.newPlot")
        .contains("aria-label=\"Bars. One is called &quot;&lt;b&gt;&quot;\"")
        .contains("<title>Bars</title>")
        .doesNotContain("<script>alert");
  }

  @Test
  void an_ending_that_is_no_format_is_refused_with_those_that_are() {
    assertThatThrownBy(() -> FIGURE.save(folder.resolve("figure.pdf")))
        .hasMessageContaining(".html, .json, .png or .svg")
        .hasMessageContaining("figure.pdf");
  }

  @Test
  void without_plotly_js_or_a_browser_the_error_says_how_to_get_one() {
    assertThatThrownBy(() -> PlotlyScript.find(Map.of(), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("environment/lab")
        .hasMessageContaining("HEED_PLOTLY");
    assertThatThrownBy(() -> Chromium.find(Map.of("PATH", folder.toString())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("apt-get install chromium")
        .hasMessageContaining(".html, which needs none");
  }

  @Test
  void the_script_is_the_one_named_or_that_of_the_nearest_environment() throws IOException {
    Path below = Files.createDirectories(folder.resolve("notebooks"));
    Path made = folder.resolve(".venv/lib/python3.11/site-packages/plotly/package_data");
    Path script = Files.createDirectories(made).resolve("plotly.min.js");
    Files.writeString(script, "");
    assertThatThrownBy(() -> PlotlyScript.find(Map.of(), below)).as("somebody else's").isNotNull();
    Files.createFile(Files.createDirectories(folder.resolve("environment")).resolve("lab"));
    Path named = Files.writeString(folder.resolve("own.js"), "");
    assertThat(PlotlyScript.find(Map.of(), below)).isEqualTo(script);
    assertThat(PlotlyScript.find(Map.of("HEED_PLOTLY", named.toString()), below)).isEqualTo(named);
  }

  @Test
  void what_the_browser_leaves_is_the_picture_or_the_error() throws IOException {
    assertThat(browser("<pre id=\"drawn\">UE5H</pre>").picture(page(), folder)).isEqualTo("UE5H");
    assertThatThrownBy(() -> browser("<pre id=\"failed\">no data</pre>").picture(page(), folder))
        .hasMessage("plotly.js cannot draw the figure: no data");
    assertThatThrownBy(() -> browser("<p>nothing</p>").picture(page(), folder))
        .hasMessageContaining("drew no picture");
  }

  private Path page() {
    return folder.resolve("page.html");
  }

  /** A program that leaves this, whatever it is asked. */
  private Chromium browser(String leaves) throws IOException {
    Path program = folder.resolve("chromium");
    Files.writeString(program, "#!/bin/sh\necho '" + leaves + "'\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return new Chromium(program);
  }
}
