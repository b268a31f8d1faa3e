package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Four items: 1 is had by all four users, 2 by two of them, 3 by one, 4 by none. */
class BeyondAccuracyTest {

  private static final Catalogue FOUR = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());

  private static final Sequences TRAIN =
      Sequences.of(
          FOUR,
          List.of("u", "v", "w", "x"),
          List.of(
              History.untimed(FOUR, 1, 2),
              History.untimed(FOUR, 1, 2),
              History.untimed(FOUR, 1, 3, 1),
              History.untimed(FOUR, 1)));

  private static final ItemCounts COUNTS = ItemCounts.of(TRAIN);

  private static final Categories GENRES =
      Categories.of(List.of(List.of("x"), List.of("x", "y"), List.of("y"), List.of()));

  @Test
  void users_are_counted_once_and_events_each_time() {
    assertThat(COUNTS.events(1)).isEqualTo(5);
    assertThat(COUNTS.users(1)).isEqualTo(4);
    assertThat(COUNTS.activeUsers()).isEqualTo(4);
    assertThat(List.of(COUNTS.rank(1), COUNTS.rank(2), COUNTS.rank(3), COUNTS.rank(4)))
        .containsExactly(1, 2, 3, 0);
  }

  @Test
  void coverage_and_gini_tell_one_list_for_all_from_a_list_for_each() {
    TopLists same = new TopLists(1, new int[] {1, 1, 1, 1});
    TopLists each = new TopLists(1, new int[] {4, 3, 2, 1});
    assertThat(BeyondAccuracy.coverage(same, 4)).isEqualTo(.25);
    assertThat(BeyondAccuracy.coverage(each, 4)).isEqualTo(1);
    assertThat(BeyondAccuracy.gini(same, 4)).isEqualTo(.75);
    assertThat(BeyondAccuracy.gini(each, 4)).isEqualTo(0);
    // Counts 0, 0, 1, 3: (1 * 1 + 3 * 3) / (4 * 4).
    assertThat(BeyondAccuracy.gini(new TopLists(2, new int[] {2, 3, 2, 0, 2, 0}), 4))
        .isCloseTo(10 / 16.0, within(1e-12));
  }

  @Test
  void what_few_have_is_novel() {
    assertThat(BeyondAccuracy.novelty(new int[] {1}, COUNTS)).isEqualTo(0);
    assertThat(BeyondAccuracy.novelty(new int[] {2}, COUNTS)).isEqualTo(1);
    assertThat(BeyondAccuracy.novelty(new int[] {3, 4}, COUNTS)).as("nobody: as one").isEqualTo(2);
  }

  @Test
  void serendipity_is_being_right_where_popularity_is_not() {
    assertThat(BeyondAccuracy.serendipity(new int[] {3, 1}, 3, COUNTS))
        .as("p = 4/4, q = 2/4, two places")
        .isEqualTo(.25);
    assertThat(BeyondAccuracy.serendipity(new int[] {1, 3}, 1, COUNTS)).isEqualTo(0);
    assertThat(BeyondAccuracy.serendipity(new int[] {1, 2}, 1, COUNTS)).isEqualTo(0);
    assertThat(BeyondAccuracy.serendipity(new int[] {2, 4}, 4, COUNTS)).isEqualTo(.75 / 2);
    assertThat(BeyondAccuracy.serendipity(new int[] {2, 3}, 4, COUNTS)).isEqualTo(0);
  }

  @Test
  void popularity_lift_is_zero_for_what_users_choose_themselves() {
    List<History> own = List.of(History.untimed(FOUR, 1, 3), History.untimed(FOUR, 2));
    TopLists same = new TopLists(2, new int[] {3, 1, 2, 0});
    assertThat(BeyondAccuracy.popularityLift(same, own, COUNTS)).isEqualTo(0);
    // Own: 3 and 2; shown: 5 and 5.
    TopLists popular = new TopLists(1, new int[] {1, 1});
    assertThat(BeyondAccuracy.popularityLift(popular, own, COUNTS)).isEqualTo(1);
    List<History> nothing = List.of(own.get(0), History.untimed(FOUR));
    assertThat(BeyondAccuracy.popularityLift(popular, nothing, COUNTS))
        .as("a user without a history is left out")
        .isCloseTo(2 / 3.0, within(1e-12));
    TopLists silent = new TopLists(1, new int[] {1, 0});
    assertThat(BeyondAccuracy.popularityLift(silent, own, COUNTS))
        .as("so is one who was shown nothing")
        .isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void distance_by_categories_is_one_less_the_share_in_both() {
    ItemDistance distance = ItemDistance.of(GENRES);
    assertThat(distance.between(1, 1)).isEqualTo(0);
    assertThat(distance.between(1, 2)).isEqualTo(.5);
    assertThat(distance.between(1, 3)).isEqualTo(1);
    assertThat(distance.between(4, 4)).as("nothing known").isEqualTo(1);
    assertThat(BeyondAccuracy.diversity(new int[] {1, 2, 3}, distance))
        .isCloseTo((.5 + 1 + .5) / 3, within(1e-12));
    assertThat(BeyondAccuracy.diversity(new int[] {1}, distance)).isEqualTo(0);
  }

  @Test
  void distance_by_vectors_is_one_less_the_cosine() {
    ItemDistance distance =
        ItemDistance.ofVectors(new float[][] {{}, {1, 0}, {0, 2}, {-3, 0}, {0, 0}});
    assertThat(distance.between(1, 1)).isEqualTo(0);
    assertThat(distance.between(1, 2)).isEqualTo(1);
    assertThat(distance.between(1, 3)).isEqualTo(2);
    assertThat(distance.between(1, 4)).isEqualTo(1);
  }

  @Test
  void a_users_own_mixture_is_calibrated_and_half_of_it_is_not() {
    assertThat(GENRES.shares(1, 2, 4)).containsExactly(.75, .25);
    assertThat(BeyondAccuracy.miscalibration(new int[] {3, 1}, new int[] {2}, GENRES)).isZero();
    // p = (.5, .5), q~ = (.995, .005).
    assertThat(BeyondAccuracy.miscalibration(new int[] {1}, new int[] {2}, GENRES))
        .isCloseTo(
            .5 * Math.log(.5 / .995) / Math.log(2) + .5 * Math.log(.5 / .005) / Math.log(2),
            within(1e-12));
    assertThat(BeyondAccuracy.miscalibration(new int[] {4}, new int[] {2}, GENRES)).isNaN();
    assertThat(BeyondAccuracy.miscalibration(new int[] {2}, new int[] {4}, GENRES)).isNaN();
  }

  @Test
  void repeats_are_what_the_history_holds() {
    History history = History.untimed(FOUR, 4, 1);
    assertThat(BeyondAccuracy.repeatRate(new int[] {1, 2}, history)).isEqualTo(.5);
    assertThat(BeyondAccuracy.repeatRate(new int[] {3, 2}, history)).isEqualTo(0);
    assertThat(BeyondAccuracy.repeatRate(new int[0], history)).isEqualTo(0);
  }

  @Test
  void list_measures_are_means_over_questions() {
    Holdout holdout = Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 2)), 3, 1);
    Predictions answers =
        new Predictions(
            "some",
            TargetRanks.ofRanks(new int[] {2, 1}, 4),
            new TopLists(2, new int[] {2, 3, 1, 4}));
    expect(ListMeasure.coverage(), answers, holdout, 1);
    expect(ListMeasure.gini(), answers, holdout, 0);
    expect(ListMeasure.novelty(TRAIN), answers, holdout, ((1 + 2) / 2.0 + (0 + 2) / 2.0) / 2);
    expect(ListMeasure.serendipity(TRAIN), answers, holdout, (.75 - .5) / 2 / 2);
    expect(ListMeasure.popularityLift(TRAIN), answers, holdout, (1.5 + 2.5) / (5 + 2) - 1);
    expect(ListMeasure.repeatRate(), answers, holdout, 0);
    expect(ListMeasure.diversity("genre", ItemDistance.of(GENRES)), answers, holdout, .75);
    // Of the second question nothing but item 1 is known: p = (.5, .5), q = (1, 0).
    double first = BeyondAccuracy.miscalibration(new int[] {2, 3}, new int[] {1}, GENRES);
    double second = BeyondAccuracy.miscalibration(new int[] {1, 4}, new int[] {2}, GENRES);
    expect(ListMeasure.miscalibration(GENRES), answers, holdout, (first + second) / 2);
  }

  private static void expect(
      ListMeasure measure, Predictions answers, Holdout holdout, double expected) {
    assertThat(measure.of(answers, holdout)).as(measure.name()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void list_measures_tell_what_is_uneven_repeated_or_unknown() {
    Holdout holdout = Holdout.of(List.of(History.untimed(FOUR, 1), History.untimed(FOUR, 2)), 3, 1);
    Predictions answers =
        new Predictions(
            "some",
            TargetRanks.ofRanks(new int[] {2, 1}, 4),
            new TopLists(2, new int[] {1, 4, 4, 0}));
    // Counts 0, 0, 1, 2; one of two items of the first list was had before.
    expect(ListMeasure.gini(), answers, holdout, (1 + 3 * 2) / 12.0);
    expect(ListMeasure.repeatRate(), answers, holdout, .25);
    // Nothing is known of item 4, so the second question has no value.
    double first = BeyondAccuracy.miscalibration(new int[] {1, 4}, new int[] {1}, GENRES);
    expect(ListMeasure.miscalibration(GENRES), answers, holdout, first);
  }

  @Test
  void a_list_may_be_shorter_than_its_places() {
    TopLists lists = new TopLists(3, new int[] {1, 2, 3, 4, 0, 0});
    assertThat(lists.list(0)).containsExactly(1, 2, 3);
    assertThat(lists.list(1)).containsExactly(4);
    assertThat(lists.first(3).items()).containsExactly(lists.items());
    assertThat(lists.first(2).items()).containsExactly(1, 2, 4, 0);
    assertThatThrownBy(() -> lists.first(4)).hasMessageContaining("lists hold 3 places");
    assertThatThrownBy(() -> new TopLists(2, new int[3])).hasMessageContaining("multiple");
  }
}
