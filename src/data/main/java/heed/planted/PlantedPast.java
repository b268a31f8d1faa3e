package heed.planted;

/** What has happened to one user of a planted log so far; grows while she is followed. */
public final class PlantedPast {

  private final int[] items;
  private final int[] topics;
  private final long[] times;
  private final int[] sessionStarts;
  private int length;

  /** A past of at most {@code longest} events. */
  PlantedPast(int longest) {
    this.items = new int[longest];
    this.topics = new int[longest];
    this.times = new long[longest];
    this.sessionStarts = new int[longest];
  }

  void clear() {
    length = 0;
  }

  void add(int item, int topic, long time, boolean opens) {
    items[length] = item;
    topics[length] = topic;
    times[length] = time;
    sessionStarts[length] = opens ? length : sessionStarts[length - 1];
    length++;
  }

  /** How many events there are. */
  public int length() {
    return length;
  }

  int item(int position) {
    return items[position];
  }

  /** The topic of an event's item, from 0; position 0 is the oldest event. */
  public int topic(int position) {
    return topics[position];
  }

  /** The time of an event, in milliseconds since 1970; position 0 is the oldest. */
  public long time(int position) {
    return times[position];
  }

  /** The position of the first event of an event's session; 0 for a position before the first. */
  public int sessionStart(int position) {
    return position < 0 ? 0 : sessionStarts[position];
  }
}
