package heed.explain;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The most that can flow from one node of a network of pipes to another: Edmonds and Karp 1972,
 * along a shortest way with room left, until there is none.
 */
final class MaximumFlow {

  /** What is less is rounding. */
  private static final double LEAST = 1e-9;

  private MaximumFlow() {}

  /**
   * Sends all that fits.
   *
   * @param capacity of the pipe from one node to the other, at least 0; is not changed
   */
  static double between(int source, int sink, double[][] capacity) {
    double[][] room = Arrays.stream(capacity).map(double[]::clone).toArray(double[][]::new);
    double flow = 0;
    int[] from = way(source, sink, room);
    while (from[sink] >= 0) {
      double most = Double.POSITIVE_INFINITY;
      for (int node = sink; node != source; node = from[node]) {
        most = Math.min(most, room[from[node]][node]);
      }
      for (int node = sink; node != source; node = from[node]) {
        room[from[node]][node] -= most;
        room[node][from[node]] += most; // What flows may be sent back.
      }
      flow += most;
      from = way(source, sink, room);
    }
    return flow;
  }

  /** The node before each on a shortest way with room; -1 where none leads. */
  private static int[] way(int source, int sink, double[][] room) {
    int[] from = new int[room.length];
    Arrays.fill(from, -1);
    from[source] = source;
    ArrayDeque<Integer> reached = new ArrayDeque<>();
    reached.add(source);
    while (!reached.isEmpty() && from[sink] < 0) {
      int node = reached.remove();
      for (int next = 0; next < room.length; next++) {
        if (from[next] < 0 && room[node][next] > LEAST) {
          from[next] = node;
          reached.add(next);
        }
      }
    }
    return from;
  }
}
