package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.explain.UserInterests;
import heed.explain.UserInterests.Interest;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterestViewsTest {

  private static final Catalogue FOUR =
      Catalogue.of(List.of("a", "b", "c", "d"), Map.of("a", "Alien", "b", "Babe"));
  private static final History HISTORY = History.untimed(FOUR, 1, 2);

  @Test
  void the_heaviest_interest_comes_first_in_picture_and_lists() {
    Interest light = new Interest(1, .25f, new float[] {1, 0}, ranking("one", 0, 1));
    Interest heavy = new Interest(2, .75f, new float[] {.2f, .8f}, ranking("two", 1, 0));
    View view =
        Views.standard()
            .of(new UserInterests(HISTORY, List.of(light, heavy), ranking("net", 2, 1)));
    assertThat(view.text())
        .endsWith(
            "interest 2 (75%) gives most to Babe (80%); interest 1 (25%) gives most to Alien"
                + " (100%)");
    assertThat(view.below()).hasSize(1);
    assertThat(view.below().get(0).text().lines().map(String::strip).toList())
        .startsWith("net")
        .anyMatch(line -> line.matches("interest 2 \\(75%\\) +interest 1 \\(25%\\) +all together"))
        .anyMatch(line -> line.matches("1\\. +c +d +c"))
        .anyMatch(line -> line.matches("2\\. +d +c +d"));
  }

  /** The unseen items c and d with these scores. */
  private static Ranking ranking(String name, float third, float fourth) {
    return Ranking.of(name, HISTORY, new float[] {0, 0, 0, third, fourth}, 2, Seen.EXCLUDED);
  }
}
