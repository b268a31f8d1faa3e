package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.tribuo.UserGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SegmentPopularityTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());

  /** a and b are comedies, c and d dramas; d is both. */
  private static final Attributes GENRES =
      Tables.attributes(
          Table.create(
              StringColumn.create("item", "a", "b", "c", "d"),
              StringColumn.create("genre", "comedy", "comedy", "drama", "drama|comedy")),
          "item",
          Attribute.categories("genre", "|"));

  private static final Segmenter FAVOURITE = Segmenter.favourite(GENRES, "genre", FOUR);

  @Test
  void a_history_belongs_to_the_category_that_most_of_its_items_have() {
    assertThat(FAVOURITE.of(History.untimed(FOUR, 3, 3, 1))).isEqualTo(OptionalInt.of(1));
    assertThat(FAVOURITE.of(History.untimed(FOUR, 4)))
        .as("ties by name")
        .isEqualTo(OptionalInt.of(0));
    assertThat(FAVOURITE.of(History.untimed(FOUR))).isEmpty();
  }

  @Test
  void a_segment_is_answered_with_its_own_counts_and_a_share_of_all() {
    Sequences train =
        Sequences.of(
            FOUR,
            List.of("u", "v", "w"),
            List.of(
                History.untimed(FOUR, 1, 2), History.untimed(FOUR, 2), History.untimed(FOUR, 3)));
    Recommender recommender = new SegmentPopularity(FAVOURITE, 2).fit(train);
    float[][] scores = recommender.score(List.of(History.untimed(FOUR, 1), History.untimed(FOUR)));
    // Comedy lovers took a once and b twice; of four events b has 2, a and c 1 each.
    assertThat(scores[0]).containsExactly(new float[] {0, 1.5f, 3, .5f, 0}, offset(1e-6f));
    assertThat(scores[1]).containsExactly(new float[] {0, .5f, 1, .5f, 0}, offset(1e-6f));
  }

  @Test
  void groups_of_users_are_found_and_newcomers_join_them() {
    float[][] vectors = {{0, 0}, {1, 0}, {.9f, .1f}, {0, 1}, {.1f, .9f}};
    UserGroups groups = UserGroups.fit(twoTastes(), vectors, List.of("comedy", "drama"), 2, 1);
    int comedy = groups.of(History.untimed(FOUR, 1)).orElseThrow();
    assertThat(groups.of(History.untimed(FOUR, 2, 1))).hasValue(comedy);
    assertThat(groups.of(History.untimed(FOUR, 3))).hasValue(1 - comedy);
    assertThat(groups.of(History.untimed(FOUR))).isEmpty();
    assertThat(groups.character(comedy, 1)).containsExactly("comedy");
    assertThat(groups.provenance().toString()).contains("KMeansTrainer", "40 sequences");
    float[] scores =
        new SegmentPopularity(groups, 1)
            .fit(twoTastes())
            .score(List.of(History.untimed(FOUR, 1)))[0];
    assertThat(scores[2]).isGreaterThan(10 * scores[4]);
  }

  @Test
  void the_same_seed_finds_the_same_groups() {
    float[][] vectors = {{0, 0}, {1, 0}, {.9f, .1f}, {0, 1}, {.1f, .9f}};
    List<OptionalInt> first = sorted(vectors);
    assertThat(sorted(vectors)).isEqualTo(first);
  }

  private static List<OptionalInt> sorted(float[][] vectors) {
    UserGroups groups = UserGroups.fit(twoTastes(), vectors, List.of("x", "y"), 3, 5);
    return twoTastes().histories().stream().map(groups::of).toList();
  }

  private static Sequences twoTastes() {
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      histories.add(user % 2 == 0 ? History.untimed(FOUR, 1, 2) : History.untimed(FOUR, 3, 4));
    }
    return Sequences.of(FOUR, IntStream.range(0, 40).mapToObj(i -> "u" + i).toList(), histories);
  }

  @Test
  void wrong_groups_say_what_would_do() {
    float[][] short1 = {{0}, {1}};
    assertThatThrownBy(() -> UserGroups.fit(twoTastes(), short1, List.of("x"), 2, 1))
        .hasMessageContaining("expected 5 rows of 1, found 2 rows of 1");
    assertThatThrownBy(() -> UserGroups.fit(twoTastes(), new float[5][1], List.of("x"), 41, 1))
        .hasMessageContaining("found 41 groups of 40 users");
    assertThatThrownBy(() -> new SegmentPopularity(FAVOURITE, 0))
        .hasMessageContaining("found 0.0; choose such as 100");
  }
}
