package heed.serve;

import heed.sequence.History;

/**
 * Somebody met an item.
 *
 * @param item its id, in whatever catalogue will be asked
 * @param time in seconds since 1970, or {@link History#NOW}
 * @param type what she did, such as view or purchase; "" where it is not told
 */
public record Event(String item, long time, String type) {

  public Event {
    if (item == null || item.isEmpty()) {
      throw new IllegalArgumentException("an event names the id of an item, found none");
    }
    if (type == null) {
      throw new IllegalArgumentException(
          "the type of an event is null; \"\" says that none is told");
    }
  }

  /** An event of which no type is told. */
  public Event(String item, long time) {
    this(item, time, "");
  }

  /** The same event of a type, such as view or purchase. */
  public Event withType(String type) {
    return new Event(item, time, type);
  }

  /** An event that is simply the latest. */
  public static Event now(String item) {
    return new Event(item, History.NOW);
  }
}
