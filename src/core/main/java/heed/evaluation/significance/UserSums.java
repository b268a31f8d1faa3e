package heed.evaluation.significance;

import java.util.HashMap;
import java.util.Map;

/**
 * Values of questions added up by user. What is drawn or flipped is a user with all of her
 * questions: those of one user are alike, and taken singly would make an interval too narrow.
 *
 * @param sums by user, in the order they first appear
 * @param counts how many questions of each
 */
record UserSums(double[] sums, int[] counts) {

  static UserSums of(double[] values, int[] users) {
    if (values.length != users.length) {
      throw new IllegalArgumentException(
          "every value belongs to a user, found "
              + values.length
              + " values and "
              + users.length
              + " users");
    }
    Map<Integer, Integer> places = new HashMap<>();
    int[] place = new int[users.length];
    for (int i = 0; i < users.length; i++) {
      place[i] = places.computeIfAbsent(users[i], user -> places.size());
    }
    double[] sums = new double[places.size()];
    int[] counts = new int[places.size()];
    for (int i = 0; i < users.length; i++) {
      sums[place[i]] += values[i];
      counts[place[i]]++;
    }
    return new UserSums(sums, counts);
  }
}
