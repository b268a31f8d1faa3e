package heed.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoreTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_core_is_what_taking_away_row_by_row_leaves(long seed) {
    Interactions log = TinyLog.random(seed, 300);
    for (KCore core : List.of(new KCore(5), new KCore(7), new KCore(3, 9), new KCore(12, 2))) {
      assertThat(TinyLog.rows(core.of(log))).isNotEmpty().isEqualTo(byHand(log, core));
    }
  }

  /** Takes away one row that fails at a time, until none does. */
  private static List<String> byHand(Interactions log, KCore core) {
    List<String> rows = new ArrayList<>(TinyLog.rows(log));
    boolean changed = true;
    while (changed) {
      changed =
          rows.removeIf(
              row -> count(rows, row, 0) < core.ofUsers() || count(rows, row, 1) < core.ofItems());
    }
    return rows;
  }

  private static long count(List<String> rows, String row, int field) {
    String id = row.split(" ", -1)[field];
    return rows.stream().filter(other -> other.split(" ", -1)[field].equals(id)).count();
  }

  @Test
  void the_order_of_rows_does_not_matter() {
    Interactions log = TinyLog.random(7, 300);
    List<String> core = sorted(Step.core(6).of(log));
    for (long seed = 0; seed < 20; seed++) {
      assertThat(sorted(Step.core(6).of(TinyLog.shuffled(log, seed)))).isEqualTo(core);
    }
  }

  private static List<String> sorted(Interactions log) {
    return TinyLog.rows(log).stream().sorted().toList();
  }

  @Test
  void the_core_without_a_user_is_the_same_from_the_core_as_from_the_raw_log() {
    Interactions raw = TinyLog.random(3, 300);
    Interactions core = raw.kCore(6);
    for (String user : core.users().distinct()) {
      Interactions fromRaw = raw.prepared(Step.withoutUser(user), Step.core(6));
      Interactions fromCore = core.prepared(Step.withoutUser(user), Step.core(6));
      assertThat(TinyLog.rows(fromCore)).isEqualTo(TinyLog.rows(fromRaw));
    }
  }

  @Test
  void a_chain_in_which_each_loss_brings_the_next_comes_to_nothing() {
    // User u has items u and u + 1; only item 0 has one event, and it is the last row.
    int users = 50_000;
    List<Integer> order = new ArrayList<>(IntStream.range(0, users).boxed().toList());
    Collections.reverse(order);
    String[] rows =
        order.stream()
            .flatMap(
                user -> List.of(user + 1, user).stream().map(i -> "u" + user + " i" + i + " 1"))
            .toArray(String[]::new);
    assertThat(Step.core(2).of(TinyLog.of(rows)).size()).isZero();
  }

  @Test
  void one_side_alone_is_counted_once() {
    Interactions log = TinyLog.of("ann a 1", "ann b 2", "bob a 3");
    assertThat(TinyLog.rows(Step.coreUsers(2).of(log)))
        .containsExactly("ann a 1.0 - - -", "ann b 2.0 - - -");
    assertThat(TinyLog.rows(Step.coreItems(2).of(log)))
        .containsExactly("ann a 1.0 - - -", "bob a 3.0 - - -");
  }
}
