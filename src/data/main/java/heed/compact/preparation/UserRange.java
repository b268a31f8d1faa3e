package heed.compact.preparation;

import java.util.ArrayList;
import java.util.List;

/**
 * Users whose events are looked at together.
 *
 * @param first their lowest code
 * @param end the code behind their highest
 * @param events how many they have
 */
record UserRange(int first, int end, int events) {

  /**
   * Parts all users, in the order of their codes.
   *
   * @param counts the events of each, by code
   * @param mostEvents of a range; one user who has more is a range of her own
   * @param mostUsers of a range, with those who have no events
   */
  static List<UserRange> of(int[] counts, int mostEvents, int mostUsers) {
    List<UserRange> ranges = new ArrayList<>();
    int first = 0;
    long events = 0;
    for (int user = 0; user < counts.length; user++) {
      if (user > first && (events + counts[user] > mostEvents || user - first >= mostUsers)) {
        ranges.add(new UserRange(first, user, (int) events));
        first = user;
        events = 0;
      }
      events += counts[user];
    }
    if (counts.length > first) {
      ranges.add(new UserRange(first, counts.length, (int) events));
    }
    return ranges;
  }
}
