package heed.reading.source;

import heed.log.Interactions;
import java.time.Instant;
import java.util.Arrays;

/** When the events of a log were. */
final class EventTimes {

  private EventTimes() {}

  static String first(Interactions log) {
    return Instant.ofEpochMilli(Arrays.stream(log.events().times()).min().orElseThrow()).toString();
  }

  static String last(Interactions log) {
    return Instant.ofEpochMilli(Arrays.stream(log.events().times()).max().orElseThrow()).toString();
  }
}
