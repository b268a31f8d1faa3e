package heed.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {

  @Test
  void texts_are_no_markup_and_a_title_ends_no_element() {
    Document document =
        new Document("A & <b>")
            .section("one", "x < y")
            .text("</p><script>")
            .figure(
                new Figure("{\"data\":[{\"name\":\"</script>\"}],\"layout\":{}}", "say \"hi\""));
    String page = document.page("/* plotly */");
    assertThat(page)
        .contains("<title>A &amp; &lt;b&gt;</title>", "<h2 id=\"one\">x &lt; y</h2>")
        .contains("&lt;/p&gt;&lt;script&gt;", "\\u003c/script\\u003e", "say &quot;hi&quot;")
        .contains("color-scheme: light dark")
        .doesNotContain("http");
  }

  @Test
  void what_was_added_stands_in_its_order() {
    String page = new Document("t").heading("h").main("m").small("s").html("<hr>").page("");
    assertThat(page.indexOf("<h3>h</h3>")).isLessThan(page.indexOf("class=\"main\">m"));
    assertThat(page.indexOf("class=\"small\">s")).isLessThan(page.indexOf("<hr>"));
  }
}
