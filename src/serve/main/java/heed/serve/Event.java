package heed.serve;

import heed.sequence.History;

/**
 * Somebody met an item.
 *
 * @param item its id, in whatever catalogue will be asked
 * @param time in seconds since 1970, or {@link History#NOW}
 */
public record Event(String item, long time) {

  public Event {
    if (item == null || item.isEmpty()) {
      throw new IllegalArgumentException("an event names the id of an item, found none");
    }
  }

  /** An event that is simply the latest. */
  public static Event now(String item) {
    return new Event(item, History.NOW);
  }
}
