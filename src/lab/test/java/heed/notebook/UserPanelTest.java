package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.explain.Attribution;
import heed.explain.Portrait;
import heed.explain.Portraits;
import heed.model.AttentionLayer.Weights;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page itself is opened and used in environment/tests/test_saved.py. */
class UserPanelTest {

  private static final Catalogue FILMS =
      Catalogue.of(List.of("1", "2", "3"), Map.of("1", "</script><script>alert(1)</script>"));

  @TempDir private Path folder;

  @Test
  void titles_cannot_end_the_element_that_holds_them() {
    assertThat(panel().html()).doesNotContain("<script>alert").contains("\\u003c/script");
    assertThat(panel().view().html().orElseThrow())
        .contains("title=\"A panel of 1 users of SASRec.")
        .contains("sandbox=\"allow-scripts\"")
        .doesNotContain("<script");
  }

  @Test
  void words_tell_what_the_first_user_is_recommended() {
    assertThat(panel().description()).contains("A panel of 1 users of SASRec", "2", "3");
    assertThat(Views.standard().of(portraits()).text()).isEqualTo(panel().description());
  }

  @Test
  void where_the_page_may_not_run_its_first_user_stands_with_the_advice_to_run_the_cell() {
    assertThat(panel().still())
        .contains("Run this cell to choose among 1 users", ">recommended</th>", ">2</td>")
        .contains("&lt;/script&gt;")
        .doesNotContain("<script");
    assertThat(panel().view().html().orElseThrow())
        .contains(".heed-panel-still { display: none }</style>")
        .endsWith("<div class=\"heed-panel-still\">" + panel().still() + "</div>");
  }

  @Test
  void it_is_written_as_it_is_shown() throws IOException {
    Path file = folder.resolve("panel.html");
    panel().save(file);
    assertThat(file).content().isEqualTo(panel().html());
  }

  private static UserPanel panel() {
    return UserPanel.of(portraits());
  }

  private static Portraits portraits() {
    History history = History.untimed(FILMS, 1);
    Ranking ranking = Ranking.of("SASRec", history, new float[] {0, 0, 2, 1}, 2, Seen.EXCLUDED);
    List<Attribution> reasons =
        List.of(
            new Attribution("occlusion", history, 2, Weights.UNNORMALIZED, new double[] {1}),
            new Attribution("occlusion", history, 3, Weights.UNNORMALIZED, new double[] {-1}));
    return new Portraits(
        "SASRec",
        "occlusion",
        List.of(new Portrait("7", history, Optional.empty(), Optional.empty(), ranking, reasons)));
  }
}
