package heed.contract.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every split must show: no part is empty, nothing that is asked stands in the training part
 * or in a history, the leaks are those that a count finds, and the same sequences are parted alike.
 */
public interface SplitContract {

  /** Logs that it is tried on. */
  int SEEDS = 30;

  /**
   * The split that is held to this, for some sequences of about a minute. A seed of its own, if it
   * has one, is a setting.
   */
  Split split(Sequences sequences);

  @Test
  default void no_part_is_empty_and_all_know_one_catalogue() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sequences sequences = minute(seed, 40);
      Split.Parts parts = split(sequences).of(sequences);
      assertThat(parts.train().events()).as("seed %d", seed).isPositive();
      assertThat(parts.train().size()).as("user numbers are kept").isEqualTo(sequences.size());
      for (Holdout holdout : List.of(parts.validation(), parts.test())) {
        assertThat(holdout.size()).as("seed %d", seed).isPositive();
        assertThat(holdout.histories())
            .allSatisfy(history -> assertThat(history.catalogue()).isSameAs(sequences.catalogue()));
      }
      assertThat(parts.split()).isEqualTo(split(sequences).name()).isNotBlank();
    }
  }

  @Test
  default void no_target_stands_in_training_and_no_history_holds_the_future() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sequences sequences = minute(seed, 40);
      Split.Parts parts = split(sequences).of(sequences);
      for (Holdout holdout : List.of(parts.validation(), parts.test())) {
        Leaks leaks = Leaks.of(parts.train(), holdout);
        assertThat(leaks.targetsInTraining()).as("%s, seed %d", parts.split(), seed).isZero();
        assertThat(leaks.futureInHistory()).as("%s, seed %d", parts.split(), seed).isZero();
      }
    }
  }

  @Test
  default void what_is_asked_truly_happened_and_no_event_is_asked_twice() {
    Sequences sequences = minute(1, 40);
    Split.Parts parts = split(sequences).of(sequences);
    List<String> asked = new ArrayList<>();
    for (Holdout holdout : List.of(parts.validation(), parts.test())) {
      for (int i = 0; i < holdout.size(); i++) {
        int user = holdout.users()[i];
        int target = holdout.targets()[i];
        long time = holdout.times()[i];
        assertThat(
                IntStream.range(0, sequences.length(user))
                    .anyMatch(
                        event ->
                            sequences.item(user, event) == target
                                && sequences.time(user, event) == time))
            .as("user %d took item %d at %d", user, target, time)
            .isTrue();
        asked.add(user + " " + target + " " + time);
      }
    }
    assertThat(asked).doesNotHaveDuplicates(); // No user of these takes an item twice.
  }

  @Test
  default void the_leaks_are_those_that_a_count_of_the_parts_finds() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Sequences sequences = minute(seed, 40);
      Split.Parts parts = split(sequences).of(sequences);
      assertThat(parts.leaks()).isEqualTo(Leaks.of(parts.train(), parts.test()));
    }
  }

  @Test
  default void the_same_sequences_are_parted_alike() {
    Sequences sequences = minute(7, 40);
    Split.Parts first = split(sequences).of(sequences);
    Split.Parts again = split(sequences).of(sequences);
    assertThat(again.train().histories()).isEqualTo(first.train().histories());
    assertThat(again.test().targets()).isEqualTo(first.test().targets());
    assertThat(again.test().users()).isEqualTo(first.test().users());
    assertThat(again.validation().users()).isEqualTo(first.validation().users());
  }

  /** Users with 1 to 12 events within about a minute, so with ties; no user meets an item twice. */
  private static Sequences minute(long seed, int users) {
    Random random = new Random(seed);
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
}
