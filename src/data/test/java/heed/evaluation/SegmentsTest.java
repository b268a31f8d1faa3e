package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.reading.Tables;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class SegmentsTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  @Test
  void histories_are_sorted_by_length_and_equal_ones_stay_together() {
    Holdout holdout =
        Holdout.of(List.of(of(1), of(1, 2), of(2), of(1, 2, 3, 4), of(3), of()), 5, 5, 5, 5, 5, 5);
    Segments found = Segments.byHistoryLength(holdout, 3);
    assertThat(found.labels()).containsExactly("0 to 1 events", "2 to 4 events");
    assertThat(found.group()).containsExactly(0, 1, 0, 1, 0, 0);
    assertThat(found.headings()).containsExactly("0 to 1 events (4)", "2 to 4 events (2)");
    assertThat(Segments.byHistoryLength(holdout, 1).labels()).containsExactly("0 to 4 events");
    assertThatThrownBy(() -> Segments.byHistoryLength(holdout, 0)).hasMessageContaining("found 0");
  }

  @Test
  void periods_hold_as_many_questions_each() {
    long day = 86_400;
    Holdout holdout =
        new Holdout(
            List.of(of(1), of(1), of(1), of(1)),
            new int[] {2, 2, 2, 2},
            new int[] {0, 1, 2, 3},
            new long[] {3 * day, 0, day, 2 * day});
    Segments found = Segments.byPeriod(holdout, 2);
    assertThat(found.group()).containsExactly(1, 0, 0, 1);
    assertThat(found.labels())
        .containsExactly("1970-01-01 to 1970-01-02", "1970-01-03 to 1970-01-04");
  }

  @Test
  void cold_and_rare_are_what_training_says() {
    Sequences train =
        Sequences.of(FIVE, List.of("u", "v", "w"), List.of(of(1, 1, 2), of(1, 3, 4), of()));
    Holdout holdout =
        new Holdout(
            List.of(of(1), of(1), of(1), of(1)),
            new int[] {1, 2, 5, 1},
            new int[] {0, 1, 0, 2},
            new long[4]);
    assertThat(Segments.byColdStart(train, holdout).group()).containsExactly(0, 0, 2, 1);
    Segments popularity = Segments.byPopularity(train, holdout);
    assertThat(popularity.group()).containsExactly(0, 1, 2, 0);
    Sequences another = Sequences.of(FIVE, List.of("u"), List.of(of(1, 4, 4, 4)));
    assertThat(Segments.byPopularity(another, Holdout.of(List.of(of(1), of(1)), 1, 4)).group())
        .as("by events, not by number")
        .containsExactly(1, 0);
    assertThat(popularity.labels().get(0)).isEqualTo("popular: 1 item with half of the events");
  }

  @Test
  void targets_are_sorted_by_the_category_that_most_of_them_have() {
    Categories kinds =
        Categories.of(
            List.of(
                List.of("toy"),
                List.of("lamp", "toy"),
                List.of("lamp"),
                List.of(),
                List.of("toy")));
    Holdout holdout =
        Holdout.of(
            List.of(of(1), of(1), of(1), of(1)),
            List.of(new int[] {1}, new int[] {1, 2, 3}, new int[] {3, 2}, new int[] {4}));
    Segments found = Segments.byCategory(holdout, kinds);
    assertThat(found.labels()).containsExactly("lamp", "toy");
    assertThat(found.group()).as("a tie goes to the toy, named first").containsExactly(1, 1, 0, -1);
  }

  @Test
  void users_are_sorted_by_what_is_known_of_them() {
    Sequences train = Sequences.of(FIVE, List.of("u", "v", "w"), List.of(of(1), of(1), of(1)));
    Holdout holdout =
        new Holdout(
            List.of(of(1), of(1), of(1), of(1)),
            new int[] {2, 2, 2, 2},
            new int[] {2, 0, 1, 2},
            new long[4]);
    Map<String, String> country = Map.of("u", "France", "w", "Chile");
    Segments found =
        Segments.byUser("country", holdout, train, user -> country.getOrDefault(user, ""));
    assertThat(found.labels()).containsExactly("Chile", "France");
    assertThat(found.group()).containsExactly(0, 1, -1, 0);
  }

  @Test
  void drift_is_how_far_the_halves_of_a_history_are_apart() {
    Categories genres =
        Categories.of(
            List.of(List.of("x"), List.of("x"), List.of("y"), List.of("x", "y"), List.of()));
    assertThat(genres.drift(of(1, 2, 2, 1))).isEqualTo(0);
    assertThat(genres.drift(of(1, 2, 3, 3))).isEqualTo(1);
    assertThat(genres.drift(of(1, 3, 3, 1))).isEqualTo(0);
    assertThat(genres.drift(of(1, 1, 4, 4))).isBetween(.2, .4);
    assertThat(genres.drift(of(1, 5))).isNaN();
    assertThat(genres.drift(of(5, 1))).isNaN();
    Holdout holdout =
        Holdout.of(
            List.of(of(1, 2, 2, 1), of(1, 2, 3, 3), of(1, 3), of(5, 5, 5, 5), of(1, 1, 1, 4)),
            2,
            2,
            2,
            2,
            2);
    assertThat(Segments.byDrift(holdout, genres).group()).containsExactly(0, 1, -1, -1, 0);
  }

  @Test
  void categories_of_a_column_are_those_of_each_item_by_its_id() {
    Attributes attributes =
        Tables.attributes(
            Table.create(
                StringColumn.create("item", "e", "a", "b"),
                StringColumn.create("genres", "y", "x|y", "z")),
            "item",
            Attribute.categories("genres", "|"));
    Categories genres = Categories.of(FIVE, attributes, "genres");
    assertThat(genres.names()).containsExactly("x", "y", "z");
    assertThat(genres.of(1)).containsExactly(0, 1);
    assertThat(genres.of(2)).containsExactly(2);
    assertThat(genres.of(3)).as("of c nothing is known").isEmpty();
    assertThat(genres.of(5)).as("the last item").containsExactly(1);
  }

  @Test
  void a_report_by_segments_is_the_report_of_each_alone() {
    Holdout holdout = Holdout.of(List.of(of(1), of(1), of(1, 2), of(1, 2)), 3, 3, 4, 4);
    Predictions first = answers("first", 1, 2, 5, 5);
    Predictions second = answers("second", 5, 5, 1, 3);
    Report report = new Report(holdout, Seen.EXCLUDED, OptionalInt.empty(), List.of(first, second));
    EstimateTable found = report.by(Segments.byHistoryLength(holdout, 2), Metric.reciprocalRank());
    assertThat(found.columns()).containsExactly("1 event (2)", "2 events (2)");
    assertThat(values(found, 0)).containsExactly(.75, .2);
    assertThat(values(found, 1)).containsExactly(.2, (1 + 1 / 3.0) / 2);
    assertThat(found.rows().get(0).estimates().get(0).interval())
        .as("two users, each drawn by herself")
        .isEqualTo(new Interval(.5, 1));
    assertThat(found.column("1 event (2)").get(0).standing()).isEqualTo(Significance.BEST);
    assertThat(found.column("2 events (2)").get(1).standing()).isEqualTo(Significance.BEST);
    assertThat(found.toString()).contains("MRR by history length", "* 0.7500");
    assertThatThrownBy(() -> found.column("3")).hasMessageContaining("no column '3'");
  }

  @Test
  void groups_nobody_is_in_are_left_out_and_questions_in_none_are_not_counted() {
    Holdout holdout = Holdout.of(List.of(of(1), of(1), of(1)), 3, 3, 4);
    Report report =
        new Report(holdout, Seen.KEPT, OptionalInt.of(3), List.of(answers("one", 1, 2, 5)));
    Segments some = new Segments("some", List.of("a", "b", "c"), new int[] {2, -1, 0});
    EstimateTable found = report.by(some, Metric.reciprocalRank());
    assertThat(found.columns()).containsExactly("a (1)", "c (1)");
    assertThat(values(found, 0)).containsExactly(.2, 1.0);
    assertThat(found.caption()).contains("seen items kept", "3 test-set evaluations");
    Segments others = new Segments("some", List.of("a"), new int[] {0});
    assertThatThrownBy(() -> report.by(others, Metric.auc())).hasMessageContaining("sort 1");
    assertThatThrownBy(() -> new Segments("some", List.of("a"), new int[] {1}))
        .hasMessageContaining("found 1");
    assertThatThrownBy(() -> new Segments("some", List.of("a"), new int[] {-2}))
        .hasMessageContaining("found -2");
  }

  @Test
  void pairs_are_told_with_who_is_ahead() {
    Holdout holdout = Holdout.of(List.of(of(1), of(1), of(1)), 3, 3, 4);
    Report report =
        new Report(
            holdout,
            Seen.EXCLUDED,
            OptionalInt.of(1),
            List.of(answers("low", 4, 4, 4), answers("high", 1, 1, 1), answers("mid", 2, 2, 2)));
    List<Difference> found = report.differences(Metric.reciprocalRank());
    assertThat(found).extracting(Difference::first).containsExactly("low", "low", "high");
    assertThat(found).extracting(Difference::mean).containsExactly(-.75, -.25, .5);
    // Each alone .25, three of them.
    assertThat(found).extracting(Difference::pValue).containsExactly(.75, .75, .75);
    assertThat(found.get(0).toString())
        .startsWith("low against high: -0.7500 (-0.7500 to -0.7500)");
    assertThat(report.conditions()).contains("3 questions", "evaluated once");
  }

  @Test
  void answers_to_other_questions_do_not_compare() {
    Holdout holdout = Holdout.of(List.of(of(1)), 3);
    assertThatThrownBy(
            () ->
                new Report(
                    holdout, Seen.EXCLUDED, OptionalInt.empty(), List.of(answers("x", 1, 1))))
        .hasMessageContaining("x answered 2 questions of 1");
  }

  private static List<Double> values(EstimateTable table, int row) {
    return table.rows().get(row).estimates().stream().map(Estimate::value).toList();
  }

  private static Predictions answers(String name, int... ranks) {
    return new Predictions(
        name, TargetRanks.ofRanks(ranks, 5), new TopLists(1, IntStream.of(ranks).toArray()));
  }

  private static History of(int... items) {
    return History.untimed(FIVE, items);
  }
}
