package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldoutTest {

  private static final Catalogue FIVE = Catalogue.of(List.of("a", "b", "c", "d", "e"), Map.of());

  private static final History A = History.untimed(FIVE, 1);
  private static final History B = History.untimed(FIVE, 2);

  @Test
  void a_question_has_one_right_answer_or_several_and_each_counts_once() {
    Holdout holdout = Holdout.of(List.of(A, B), List.of(new int[] {3, 5, 3}, new int[] {4}));
    assertThat(holdout.targets(0)).containsExactly(3, 5);
    assertThat(holdout.targets(1)).containsExactly(4);
    assertThat(holdout.targets()).containsExactly(3, 5, 4);
    assertThat(holdout.offsets()).containsExactly(0, 2, 3);
    assertThat(holdout.size()).isEqualTo(2);
    assertThat(holdout.targetCount()).isEqualTo(3);
    assertThat(holdout.hasOneTargetEach()).isFalse();
    assertThat(holdout).hasToString("2 questions with 3 right answers");
    assertThat(Holdout.of(List.of(A, B), 3, 4)).hasToString("2 questions");
  }

  @Test
  void some_of_the_questions_keep_their_targets_users_and_times() {
    Holdout holdout =
        new Holdout(
            List.of(A, B, A),
            new int[] {3, 5, 4, 2, 3},
            new int[] {0, 2, 3, 5},
            new int[] {7, 8, 7},
            new long[] {10, 11, 12, 13, 14});
    Holdout kept = holdout.where(question -> question != 1);
    assertThat(kept.targets()).containsExactly(3, 5, 2, 3);
    assertThat(kept.offsets()).containsExactly(0, 2, 4);
    assertThat(kept.users()).containsExactly(7, 7);
    assertThat(kept.times()).containsExactly(10, 11, 13, 14);
    assertThat(kept.time(1)).isEqualTo(13);
    assertThat(kept.histories()).containsExactly(A, A);
    assertThat(holdout.where(question -> false).size()).isZero();
  }

  @Test
  void a_builder_asks_for_one_event_or_for_a_stretch() {
    Sequences sequences =
        Sequences.of(
            FIVE,
            List.of("u"),
            List.of(History.of(FIVE, new int[] {1, 2, 3, 2, 4}, new long[] {1, 2, 3, 4, 5})));
    Holdout holdout = new Holdout.Builder(sequences).ask(0, 0, 4).ask(0, 1, 1 + 1, 4).build();
    assertThat(holdout.targets(0)).containsExactly(4);
    assertThat(holdout.histories().get(1).items()).containsExactly(2);
    assertThat(holdout.targets(1)).as("2 is right even where it was seen").containsExactly(3, 2);
    assertThat(holdout.times()).containsExactly(5, 3, 4);
    Holdout twice = new Holdout.Builder(sequences).ask(0, 0, 1, 5).build();
    assertThat(twice.targets(0)).as("2 stands there twice").containsExactly(2, 3, 4);
    assertThat(twice.times()).containsExactly(2, 3, 5);
    assertThatThrownBy(() -> new Holdout.Builder(sequences).ask(0, 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Holdout.Builder(sequences).ask(0, 3, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> new Holdout.Builder(sequences).ask(0, 0, 2, 2))
        .hasMessageContaining("at least one event");
  }

  @Test
  void questions_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> Holdout.of(List.of(A, B), 3))
        .hasMessageContaining("2 histories and 1 targets");
    assertThatThrownBy(() -> Holdout.of(List.of(A), 6)).hasMessageContaining("found 6 at question");
    assertThatThrownBy(() -> Holdout.of(List.of(A), 0)).hasMessageContaining("1 to 5; found 0");
    assertThatThrownBy(() -> Holdout.of(List.of(A, B), List.of(new int[] {1}, new int[0])))
        .hasMessageContaining("every question has at least one target");
    assertThatThrownBy(
            () ->
                new Holdout(
                    List.of(A), new int[] {3, 3}, new int[] {0, 2}, new int[1], new long[2]))
        .hasMessageContaining("item 3 is twice a target of question 0");
    assertThatThrownBy(
            () ->
                new Holdout(
                    List.of(A), new int[] {3, 4}, new int[] {0, 1}, new int[1], new long[2]))
        .hasMessageContaining("offsets ascend from 0 to the number of targets, 2");
    assertThatThrownBy(
            () ->
                new Holdout(
                    List.of(A), new int[] {3, 4}, new int[] {0, 2}, new int[1], new long[1]))
        .hasMessageContaining("2 targets and 1 times");
    assertThatThrownBy(() -> Holdout.of(List.of()).catalogue())
        .isInstanceOf(IllegalStateException.class);
  }
}
