package heed.baseline;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The events of all users, oldest first. Immutable. */
final class TimedEvents {

  private final int[] items;
  private final long[] times;

  private TimedEvents(int[] items, long[] times) {
    this.items = items;
    this.times = times;
  }

  static TimedEvents of(Sequences train) {
    int events = train.events();
    int[] unordered = new int[events];
    long[] unorderedTimes = new long[events];
    int next = 0;
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        unordered[next] = train.item(user, i);
        unorderedTimes[next++] = train.time(user, i);
      }
    }
    int[] order =
        IntStream.range(0, events)
            .boxed()
            .sorted((a, b) -> Long.compare(unorderedTimes[a], unorderedTimes[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new TimedEvents(
        Arrays.stream(order).map(i -> unordered[i]).toArray(),
        Arrays.stream(order).mapToLong(i -> unorderedTimes[i]).toArray());
  }

  /** As they are written to a file. */
  record Saved(int[] items, long[] times) {

    Saved {
      boolean ordered =
          IntStream.range(1, times.length).allMatch(event -> times[event - 1] <= times[event]);
      if (items.length != times.length || !ordered) {
        throw new IllegalArgumentException("each event has a time, and the oldest comes first");
      }
    }
  }

  Saved saved() {
    return new Saved(items, times);
  }

  static TimedEvents of(Saved saved) {
    return new TimedEvents(saved.items, saved.times);
  }

  /** Refuses events of items that a catalogue does not hold. */
  TimedEvents requireOf(Catalogue catalogue) {
    catalogue.requireItems(items);
    return this;
  }

  int size() {
    return items.length;
  }

  int item(int event) {
    return items[event];
  }

  long time(int event) {
    return times[event];
  }

  /** When a history is asked about: at its last event, but no later than the last of these. */
  long now(History history) {
    long now = times.length == 0 ? 0 : times[times.length - 1];
    return history.length() == 0 ? now : Math.min(now, history.time(history.length() - 1));
  }

  /** How many events are not later than {@code time}. */
  int until(long time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
