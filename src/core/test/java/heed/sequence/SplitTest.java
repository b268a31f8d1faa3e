package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

  private static final Catalogue LETTERS =
      Catalogue.of(List.of("a", "b", "c", "d", "e", "f"), Map.of());

  @Test
  void leave_one_out_holds_back_the_last_two() {
    Split.Parts parts = Split.leaveOneOut().of(sequences("a1 b2 c3 d4", "a1 b2"));
    assertThat(titles(parts.train())).containsExactly("a > b", "a > b");
    assertThat(questions(parts.validation())).containsExactly("0: a > b -> c");
    assertThat(questions(parts.test())).containsExactly("0: a > b > c -> d");
  }

  @Test
  void leave_one_out_counts_the_targets_that_lie_before_the_end_of_training() {
    Split.Parts parts = Split.leaveOneOut().of(sequences("a1 b2 c3 d4", "a5 b6 c7 d8"));
    assertThat(parts.leaks().afterTheTarget()).isEqualTo(1);
    assertThat(parts.leaks().sentences())
        .anyMatch(sentence -> sentence.startsWith("1 of 2 targets lie before the last training"));
  }

  @Test
  void a_cut_in_time_asks_for_every_event_behind_it_given_all_before_that_event() {
    Split.Parts parts = Split.byTime(0.5, 0.25).of(sequences("a1 b2 c5 d7", "e3 f4 a6 b8"));
    assertThat(titles(parts.train())).containsExactly("a > b", "e > f");
    assertThat(questions(parts.validation())).containsExactly("0: a > b -> c", "1: e > f -> a");
    assertThat(questions(parts.test())).containsExactly("0: a > b > c -> d", "1: e > f > a -> b");
  }

  @Test
  void of_a_period_only_the_first_or_the_last_event_can_be_asked_about() {
    Sequences sequences = sequences("a1 b2 c3 d4 e5 f6");
    assertThat(questions(window(1, 3, 4, 7, Targets.EACH).of(sequences).test()))
        .containsExactly("0: a > b > c -> d", "0: a > b > c > d -> e", "0: a > b > c > d > e -> f");
    assertThat(questions(window(1, 3, 4, 7, Targets.FIRST).of(sequences).test()))
        .containsExactly("0: a > b > c -> d");
    assertThat(questions(window(1, 3, 4, 7, Targets.LAST).of(sequences).test()))
        .containsExactly("0: a > b > c > d > e -> f");
  }

  @Test
  void events_at_the_moment_of_a_cut_fall_on_the_same_side() {
    Split.Parts parts = window(1, 3, 5, 7, Targets.EACH).of(sequences("a1 b3 c5", "d2 e3 f5"));
    assertThat(titles(parts.train())).containsExactly("a", "d");
    assertThat(questions(parts.validation())).containsExactly("0: a -> b", "1: d -> e");
    assertThat(questions(parts.test())).containsExactly("0: a > b -> c", "1: d > e -> f");
  }

  @Test
  void sliding_windows_follow_one_another_and_end_with_the_last_event() {
    Sequences sequences = sequences("a1 b2 c3 d4 e5 f6");
    List<Split> windows =
        Split.slidingWindows(sequences, 2, Duration.ofSeconds(2), Duration.ofSeconds(1));
    assertThat(questions(windows.get(0).of(sequences).test())).containsExactly("0: b > c > d -> e");
    assertThat(questions(windows.get(1).of(sequences).test())).containsExactly("0: c > d > e -> f");
    assertThat(titles(windows.get(1).of(sequences).train())).containsExactly("c > d");
  }

  @Test
  void the_next_basket_is_asked_for_as_a_whole() {
    Split.Parts parts =
        Split.nextBasket().of(sequences("a1 b1 c3 d3 e5 f5", "a1 b2 b2", "a1 b2", "a1"));
    assertThat(titles(parts.train())).containsExactly("a > b", "a > b > b", "a > b", "a");
    assertThat(questions(parts.validation())).containsExactly("0: a > b -> c d");
    assertThat(questions(parts.test())).containsExactly("0: a > b > c > d -> e f");
    assertThat(parts.test().times()).containsExactly(5, 5);
    assertThat(parts.toString())
        .contains("next basket", "test on 1 question with 2 right answers", "2 of 2 targets are");
  }

  @Test
  void an_item_that_stands_twice_in_a_basket_is_one_right_answer() {
    Split.Parts parts = Split.nextBasket().of(sequences("a1 b2 c3 c3 d3"));
    assertThat(questions(parts.test())).containsExactly("0: a > b -> c d");
  }

  @Test
  void a_session_ends_where_nothing_happens_for_longer_than_the_pause() {
    Split.Parts parts =
        Split.nextSession(Duration.ofSeconds(2)).of(sequences("a1 b3 c6 d7 e9", "a1 b4 c7 d9"));
    assertThat(titles(parts.train())).containsExactly("a > b > c > d > e", "a");
    assertThat(questions(parts.validation())).containsExactly("1: a -> b");
    assertThat(questions(parts.test())).containsExactly("1: a > b -> c d");
    assertThatThrownBy(() -> Split.nextSession(Duration.ZERO))
        .hasMessageContaining("Split.nextBasket()");
  }

  @Test
  void the_next_period_is_asked_for_once_as_it_begins() {
    Split.Parts parts =
        Split.nextPeriod(Duration.ofSeconds(2)).of(sequences("a1 b2 c4 d5 e6 f7", "a7", "b3 c3"));
    assertThat(titles(parts.train())).containsExactly("a > b", "", "b > c");
    assertThat(questions(parts.validation())).containsExactly("0: a > b -> c d");
    assertThat(questions(parts.test())).containsExactly("0: a > b > c > d -> e f", "1:  -> a");
    assertThat(parts.leaks().any()).isFalse();
    assertThat(parts.split()).contains("next 2 seconds");
    assertThatThrownBy(() -> Split.nextPeriod(Duration.ofSeconds(4)).of(sequences("a1 b2 c7")))
        .hasMessageContaining("two periods of PT4S leave nothing to learn from");
    assertThatThrownBy(() -> Split.nextPeriod(Duration.ZERO))
        .hasMessageContaining("Duration.ofDay");
  }

  @Test
  void the_next_k_events_are_asked_for_at_once() {
    Split.Parts parts = Split.nextEvents(2).of(sequences("a1 b2 c3 d4 e5 f6", "a1 b2 c3 d4"));
    assertThat(titles(parts.train())).containsExactly("a > b", "a > b > c > d");
    assertThat(questions(parts.validation())).containsExactly("0: a > b -> c d");
    assertThat(questions(parts.test())).containsExactly("0: a > b > c > d -> e f");
    assertThatThrownBy(() -> Split.nextEvents(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> Split.nextEvents(3).of(sequences("a1 b2 c3 d4 e5 f6")))
        .hasMessageContaining("fewer than 7 events");
  }

  @Test
  void the_next_one_event_is_leave_one_out() {
    Sequences sequences = random(new Random(5), 60);
    Split.Parts one = Split.nextEvents(1).of(sequences);
    Split.Parts out = Split.leaveOneOut().of(sequences);
    assertThat(titles(one.train())).isEqualTo(titles(out.train()));
    assertThat(questions(one.test())).isEqualTo(questions(out.test()));
    assertThat(questions(one.validation())).isEqualTo(questions(out.validation()));
  }

  @Test
  void leaks_count_right_answers_and_histories_apart() {
    Sequences train = sequences("a1 b2 c9", "d1 e2");
    Holdout test =
        new Holdout(
            List.of(train.history(0), train.history(1)),
            new int[] {3, 6, 1, 6},
            new int[] {0, 2, 4},
            new int[] {0, 1},
            new long[] {9, 12, 10, 11});
    assertThat(Leaks.of(train, test)).isEqualTo(new Leaks(2, 4, 1, 0, 0, 2, 1));
    assertThat(Leaks.of(train, test).sentences())
        .containsExactly(
            "1 of 4 targets stand in the training part",
            "2 of 4 targets are of items that the training part does not hold",
            "1 of 4 targets repeat an item of their history");
  }

  @Test
  void a_question_is_about_a_new_item_if_one_of_its_right_answers_is_new() {
    Sequences train = sequences("a1 b2 c3");
    Holdout test =
        Holdout.of(
            List.of(train.history(0), train.history(0)),
            List.of(new int[] {1, 2}, new int[] {1, 6}));
    Sequences two = sequences("a1 b2 c3", "b1");
    ColdStart cold = ColdStart.of(two, test);
    assertThat(cold.known().size()).isEqualTo(1);
    assertThat(cold.newItems().targets()).containsExactly(1, 6);
  }

  @Test
  void held_back_users_are_not_learnt_from_and_depend_on_the_seed_alone() {
    Sequences sequences = random(new Random(3), 200);
    Split.Parts parts = Split.byUser(0.1, 0.2, 7).of(sequences);
    long askable = IntStream.range(0, 200).filter(user -> sequences.length(user) > 1).count();
    assertThat(parts.test().size()).isEqualTo((int) Math.round(0.2 * askable));
    assertThat(parts.validation().size()).isEqualTo((int) Math.round(0.1 * askable));
    for (int user : parts.test().users()) {
      assertThat(parts.train().length(user)).isZero();
    }
    assertThat(Split.byUser(0.1, 0.2, 7).of(sequences).test().users())
        .isEqualTo(parts.test().users());
    assertThat(Split.byUser(0.1, 0.2, 8).of(sequences).test().users())
        .isNotEqualTo(parts.test().users());
  }

  @Test
  void a_cut_in_time_never_learns_from_after_a_target() {
    for (int seed = 0; seed < 30; seed++) {
      Sequences sequences = random(new Random(seed), 40);
      for (Split split : all(sequences, seed)) {
        if (split instanceof TimeShares
            || split instanceof TimeWindow
            || split instanceof NextPeriod) {
          assertThat(split.of(sequences).leaks().any()).as("%s, seed %d", split, seed).isFalse();
        }
      }
    }
  }

  @Test
  void a_leak_that_somebody_made_is_found() {
    Sequences train = sequences("a1 b2 c9", "d1 e2");
    Holdout test =
        new Holdout(
            List.of(train.history(0), train.history(1)),
            new int[] {3, 6},
            new int[] {0, 1},
            new long[] {9, 10});
    assertThat(Leaks.of(train, test)).isEqualTo(new Leaks(2, 1, 0, 0, 1, 1));
    Holdout early =
        new Holdout(List.of(train.history(0)), new int[] {6}, new int[] {0}, new long[] {5});
    assertThat(Leaks.of(train, early)).isEqualTo(new Leaks(1, 0, 1, 1, 1, 0));
  }

  @Test
  void new_users_and_new_items_are_told_apart_and_every_question_is_in_one_place() {
    Split.Parts parts =
        window(1, 3, 4, 9, Targets.EACH).of(sequences("a1 b2 a3 c4 a5", "a6 b7", "b2 b4"));
    ColdStart cold = parts.coldStart();
    assertThat(questions(cold.known())).containsExactly("0: a > b > a > c -> a", "2: b -> b");
    assertThat(questions(cold.newUsers())).containsExactly("1:  -> a", "1: a -> b");
    assertThat(questions(cold.newItems())).containsExactly("0: a > b > a -> c");
  }

  @Test
  void a_part_that_would_be_empty_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> Split.leaveOneOut().of(sequences("a1 b2")))
        .hasMessageContaining("fewer than 3 events");
    assertThatThrownBy(() -> Split.byTime(0.5, 0.2).of(sequences("a1 b1 c1 d1")))
        .hasMessageContaining("too many events share a moment");
    assertThatThrownBy(() -> Split.byTime(0.9, 0.2)).hasMessageContaining("below 1 together");
    assertThatThrownBy(() -> Split.byUser(0, 0.2, 1)).hasMessageContaining("found 0.0 and 0.2");
    assertThatThrownBy(() -> window(3, 2, 4, 5, Targets.EACH)).hasMessageContaining("follow");
  }

  private static List<Split> all(Sequences sequences, long seed) {
    List<Split> splits =
        new ArrayList<>(
            List.of(
                Split.leaveOneOut(),
                Split.byTime(0.6, 0.2),
                Split.leaveOneOutByTime(0.6, 0.2),
                new TimeShares(0.6, 0.2, Targets.TOGETHER),
                Split.nextBasket(),
                Split.nextSession(Duration.ofSeconds(5)),
                Split.nextPeriod(Duration.ofSeconds(10)),
                Split.nextEvents(3),
                Split.byUser(0.3, 0.3, seed)));
    splits.addAll(
        Split.slidingWindows(sequences, 3, Duration.ofSeconds(20), Duration.ofSeconds(10)));
    return splits;
  }

  /** Users with 1 to 12 events within about a minute, so with ties; no user meets an item twice. */
  private static Sequences random(Random random, int users) {
    Catalogue catalogue =
        Catalogue.of(IntStream.range(0, 40).mapToObj(Integer::toString).toList(), Map.of());
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int length = 1 + random.nextInt(12);
      int[] items = random.ints(1, 41).distinct().limit(length).toArray();
      long[] times = random.longs(length, 0, 60).sorted().toArray();
      histories.add(History.of(catalogue, items, times));
    }
    return Sequences.of(
        catalogue, IntStream.range(0, users).mapToObj(user -> "u" + user).toList(), histories);
  }

  private static TimeWindow window(int from, int validation, int test, int until, Targets targets) {
    return new TimeWindow(
        Instant.ofEpochSecond(from),
        Instant.ofEpochSecond(validation),
        Instant.ofEpochSecond(test),
        Instant.ofEpochSecond(until),
        targets);
  }

  /** One user a text: an item's letter and the second of its event, oldest first. */
  private static Sequences sequences(String... users) {
    List<History> histories = new ArrayList<>();
    for (String user : users) {
      String[] events = user.split(" ", -1);
      histories.add(
          History.of(
              LETTERS,
              Arrays.stream(events).mapToInt(event -> event.charAt(0) - 'a' + 1).toArray(),
              Arrays.stream(events).mapToLong(event -> event.charAt(1) - '0').toArray()));
    }
    return Sequences.of(
        LETTERS, IntStream.range(0, users.length).mapToObj(Integer::toString).toList(), histories);
  }

  private static List<String> titles(Sequences sequences) {
    return sequences.histories().stream().map(History::toString).toList();
  }

  private static List<String> questions(Holdout holdout) {
    return IntStream.range(0, holdout.size())
        .mapToObj(
            i ->
                holdout.users()[i]
                    + ": "
                    + holdout.histories().get(i)
                    + " -> "
                    + IntStream.of(holdout.targets(i))
                        .mapToObj(holdout.catalogue()::title)
                        .collect(Collectors.joining(" ")))
        .toList();
  }
}
