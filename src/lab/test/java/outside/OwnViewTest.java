package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.figure.Axis;
import heed.figure.Chart;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.figure.Layout;
import heed.figure.Theme;
import heed.figure.Trace;
import heed.notebook.Notebook;
import heed.notebook.View;
import heed.notebook.ViewExtension;
import heed.notebook.Viewer;
import heed.notebook.Views;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A view and a chart as somebody writes them who has the library and not its source. */
class OwnViewTest {

  @TempDir private Path folder;

  /** A result that the library does not know. */
  record Basket(List<String> titles, List<Double> prices) {}

  /** Draws it with the library's parts. */
  static Figure draw(Basket basket) {
    Trace bars =
        Trace.bars(Labels.texts(basket.titles()), basket.prices())
            .set("marker.color", Theme.FIRST)
            .hover("%{x}: <b>%{y:.2f}</b>");
    Layout layout =
        Layout.titled("What the basket costs", 320)
            .xAxis(Axis.titled("title"))
            .yAxis(Axis.titled("price").fromZero())
            .noLegend();
    return Figure.of(List.of(bars), layout, "Prices of " + basket.titles().size() + " titles");
  }

  private static final Basket BASKET = new Basket(List.of("Heat", "<b>"), List.of(2.5, Double.NaN));

  @Test
  void a_chart_of_ones_own_shows_its_figure_and_says_it_in_words() {
    Chart<Basket> chart = OwnViewTest::draw;
    View view = Views.standard().with(Basket.class, Viewer.of(chart)).of(BASKET);
    assertThat(view.text()).isEqualTo("Prices of 2 titles");
    assertThat(view.figure().orElseThrow().json())
        .contains("\"x\":[\"Heat\",\"\\u0026lt;b\\u0026gt;\"]")
        .contains("\"y\":[2.5,null]")
        .contains("\"color\":\"" + Theme.FIRST + "\"")
        .contains("\"hovertemplate\":");
    assertThat(view.figure().orElseThrow().spoken()).contains("Prices of 2 titles");
  }

  @Test
  void a_figure_of_ones_own_is_saved_like_any_other() throws IOException {
    Path file = folder.resolve("basket.json");
    draw(BASKET).save(file);
    assertThat(file).hasContent(draw(BASKET).json());
  }

  @Test
  void a_view_of_ones_own_has_text_and_html_and_a_figure_below() {
    Viewer<Basket> viewer =
        basket ->
            View.ofHtml(
                    String.join(", ", basket.titles()),
                    "<p>" + String.join(", ", Labels.texts(basket.titles())) + "</p>")
                .above(View.ofFigure(draw(basket)));
    Views views = Views.standard().with(Basket.class, viewer);
    assertThat(views.of(BASKET).html()).contains("<p>Heat, &lt;b&gt;</p>");
    assertThat(views.of(BASKET).parts()).hasSize(2);
    assertThat(views.of(Optional.of(BASKET))).isEqualTo(views.of(BASKET));
  }

  @Test
  void without_it_the_same_result_is_shown_as_any_record() {
    assertThat(Views.standard().of(BASKET).text()).startsWith("Basket\ntitles");
  }

  @Test
  void every_chart_of_the_library_is_a_chart() {
    Chart<heed.explain.ItemMap> chart = heed.chart.ItemMapChart::of;
    assertThat(chart).isNotNull();
  }

  /** What a jar brings. */
  public static final class BasketViews implements ViewExtension {
    @Override
    public Views addTo(Views views) {
      return views.with(Basket.class, basket -> View.ofText("a basket from a jar"));
    }
  }

  @Test
  void a_jar_brings_its_views_along() throws IOException {
    try (URLClassLoader jar = jar(BasketViews.class.getName())) {
      assertThat(Views.installed(jar).of(BASKET).text()).isEqualTo("a basket from a jar");
    }
    assertThat(Views.installed(Views.class.getClassLoader()).of(BASKET).text())
        .startsWith("Basket\n");
  }

  @Test
  void a_jar_that_names_no_such_class_is_refused_by_name() throws IOException {
    try (URLClassLoader jar = jar("no.such.Views")) {
      assertThatThrownBy(() -> Views.installed(jar))
          .isInstanceOf(ServiceConfigurationError.class)
          .hasMessageContaining("no.such.Views");
    }
  }

  private URLClassLoader jar(String extension) throws IOException {
    Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
    Files.writeString(services.resolve(ViewExtension.class.getName()), extension);
    return new URLClassLoader(
        new URL[] {folder.toUri().toURL()}, OwnViewTest.class.getClassLoader());
  }

  @Test
  void outside_a_notebook_the_error_says_where_a_view_is_registered() {
    assertThatThrownBy(() -> Notebook.charts(Basket.class, OwnViewTest::draw))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Basket")
        .hasMessageContaining("Views.standard().with");
  }
}
