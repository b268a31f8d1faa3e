package heed.model.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.model.Events;
import heed.model.SlotContents;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the memory network tells of its slots, beside what every network must show. */
class MemoryRecTest {

  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(10, 20).mapToObj(Integer::toString).toList(), Map.of());

  private final NDManager manager = NDManager.newBaseManager();
  private final MemoryRec network =
      new MemoryRec(MemoryRecConfig.defaults().withWidth(8).withSlots(3), 10, 1, manager);

  /** Positions of 0, so that an event is its item; every event clears half of what it addresses. */
  @BeforeEach
  void simple() {
    Map<String, float[]> values = new HashMap<>(network.parameters().values());
    for (String name : List.of("positions", "memory.erase.weight", "memory.erase.bias")) {
      values.put(name, new float[values.get(name).length]);
    }
    network.parameters().set(values);
  }

  @AfterEach
  void close() {
    network.close();
    manager.close();
  }

  @Test
  void every_event_shares_itself_out_among_the_slots_and_later_events_erase_it() {
    SlotContents contents = contents(4, 9);
    SlotContents before = contents(4);
    for (int slot = 0; slot < 3; slot++) {
      float written = before.left()[0][slot];
      assertThat(written).isPositive().isLessThan(before.shares()[0][slot]);
      float erasing = contents.shares()[1][slot] / 2;
      assertThat(contents.left()[0][slot]).isCloseTo(written * (1 - erasing), within(1e-6f));
    }
    for (float[] shares : contents.shares()) {
      assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-6f));
    }
  }

  @Test
  void a_slot_that_was_told_one_item_is_most_like_that_item() {
    for (int item = 1; item <= 10; item++) {
      for (float[] likeness : contents(item).likeness()) {
        assertThat(likeness).hasSize(11);
        assertThat(likeness[item]).isCloseTo(1, within(1e-4f));
        for (int other = 0; other <= 10; other++) {
          assertThat(likeness[other]).isLessThanOrEqualTo(likeness[item]);
        }
      }
    }
  }

  private SlotContents contents(int... items) {
    PaddedBatch batch = network.config().task().asking(List.of(History.untimed(TEN, items)));
    return Inference.run(manager, step -> network.contents(Events.of(step, batch)));
  }
}
