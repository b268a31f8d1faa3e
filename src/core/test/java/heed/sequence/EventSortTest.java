package heed.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventSortTest {

  private record Event(int item, long time, long tie) {}

  @Test
  void events_are_sorted_by_time_then_by_tie_and_those_outside_the_range_stay() {
    Random random = new Random(1);
    for (int round = 0; round < 500; round++) {
      int size = random.nextInt(1, 200);
      int from = random.nextInt(size);
      int to = random.nextInt(from, size + 1);
      int moments = random.nextInt(1, 2 * size); // Few of them: many events share one.
      List<Event> events =
          IntStream.range(0, size)
              .mapToObj(item -> new Event(item, random.nextInt(moments), random.nextLong()))
              .toList();
      int[] items = events.stream().mapToInt(Event::item).toArray();
      long[] times = events.stream().mapToLong(Event::time).toArray();
      long[] ties = events.stream().mapToLong(Event::tie).toArray();
      EventSort.sort(from, to, items, times, ties);
      List<Event> sorted =
          IntStream.range(0, size).mapToObj(i -> new Event(items[i], times[i], ties[i])).toList();
      assertThat(sorted.subList(0, from)).isEqualTo(events.subList(0, from));
      assertThat(sorted.subList(to, size)).isEqualTo(events.subList(to, size));
      assertThat(sorted.subList(from, to))
          .isEqualTo(
              events.subList(from, to).stream()
                  .sorted(Comparator.comparingLong(Event::time).thenComparingLong(Event::tie))
                  .toList());
    }
  }

  @Test
  void equal_and_ordered_events_do_not_hang_it() {
    int size = 100_000;
    int[] items = IntStream.range(0, size).toArray();
    EventSort.sort(0, size, items, new long[size], new long[size]);
    long[] falling = IntStream.range(0, size).mapToLong(i -> size - i).toArray();
    EventSort.sort(0, size, items, falling, new long[size]);
    assertThat(falling).isSorted();
  }
}
