package heed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import heed.chart.LogChart;
import heed.notebook.View;
import heed.notebook.Views;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people call their items, runs and users is shown as they wrote it: it is no markup, no
 * template and no formula, in no figure and in no table.
 */
class TextsStayTextsTest {

  static Stream<String> payloads() {
    return Stream.of(
        "<b>bold</b>",
        "<a href=\"https://a.invalid\">link</a>",
        "<a href='javascript:alert(1)'>link</a>",
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "\"><iframe src=https://a.invalid>",
        "' onmouseover='alert(1)",
        "<style>*{display:none}</style>",
        "&lt;b&gt;",
        "%{y}",
        "%{customdata[0]}",
        "$x^2$ and $y_1$",
        "$$\\int_0^1$$",
        "<extra>beside</extra>");
  }

  @Test
  void every_chart_is_asked() throws IOException, URISyntaxException {
    Path classes = Path.of(LogChart.class.getResource("LogChart.class").toURI()).getParent();
    try (Stream<Path> files = Files.list(classes)) {
      assertThat(new HostileTexts("<b>").figures().keySet())
          .containsAll(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith("Chart.class"))
                  .map(name -> name.replace(".class", ""))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void no_text_of_a_figure_is_markup_a_template_or_a_formula(String text) {
    new HostileTexts(text)
        .figures()
        .forEach(
            (chart, figure) -> {
              Map<String, String> texts = new HashMap<>();
              collect("", JsonParser.parseString(figure.json()), texts);
              texts.forEach((path, found) -> assertText(chart + path, found, text));
            });
  }

  /** Groups of a legend are compared and never drawn. */
  private static void assertText(String where, String found, String text) {
    boolean drawn = !where.endsWith(".legendgroup");
    boolean isMarkup = text.contains("<") || text.contains("&") || text.contains("$");
    if (drawn && isMarkup) {
      assertThat(found).as(where).doesNotContain(text);
    }
    boolean isTemplate = where.endsWith(".hovertemplate") || where.endsWith(".texttemplate");
    if (isTemplate && (isMarkup || text.startsWith("%"))) {
      // Which are our own.
      String given = found.replace("<b>%{customdata[0]}</b>", "").replace("<b>%{y}</b>", "");
      assertThat(given).as(where).doesNotContain(": " + text + "<", ">" + text + "<");
      assertThat(given).as(where).doesNotContain(text + ",", "<extra>" + text);
    }
  }

  private static void collect(String path, JsonElement part, Map<String, String> into) {
    if (part.isJsonObject()) {
      part.getAsJsonObject().asMap().forEach((key, of) -> collect(path + "." + key, of, into));
    } else if (part.isJsonArray()) {
      for (int i = 0; i < part.getAsJsonArray().size(); i++) {
        // What a figure is known by is the last name, so numbers stand before it.
        collect(path.replaceFirst("([^.]*)$", i + "$1"), part.getAsJsonArray().get(i), into);
      }
    } else if (part.isJsonPrimitive() && part.getAsJsonPrimitive().isString()) {
      into.put(path, part.getAsString());
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void no_text_of_a_table_is_markup_or_a_formula(String text) {
    for (Object result : new HostileTexts(text).results()) {
      for (View part : Views.standard().of(result).parts()) {
        part.html()
            .ifPresent(
                html -> {
                  if (text.contains("<") || text.contains("&")) {
                    assertThat(html).as(result.getClass().getName()).doesNotContain(text);
                  }
                  if (text.contains("$") && html.contains("$")) {
                    assertThat(html).contains("class=\"mathjax_ignore");
                  }
                });
      }
    }
  }
}
