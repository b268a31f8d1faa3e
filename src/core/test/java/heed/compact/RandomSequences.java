package heed.compact;

import heed.log.Ids;
import heed.log.Interactions;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small logs with many ties, repeats, odd ids and times far apart. */
final class RandomSequences {

  private RandomSequences() {}

  static Sequences of(long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(300);
    int users = 1 + random.nextInt(30);
    int items = 1 + random.nextInt(20);
    long span =
        1 + Math.abs(random.nextLong() % (random.nextBoolean() ? 50_000 : 20_000_000_000_000L));
    List<String> user = new ArrayList<>();
    List<String> item = new ArrayList<>();
    long[] times = new long[rows];
    for (int row = 0; row < rows; row++) {
      user.add(name("u", random.nextInt(users)));
      item.add(name("i", random.nextInt(items)));
      times[row] = Math.abs(random.nextLong() % span);
    }
    Interactions log =
        Interactions.of("random", Ids.of(user), Ids.of(item), times)
            .withTitles(Map.of(name("i", 1), "Überraschung", name("i", 2), ""));
    return Sequences.of(seed % 3 == 0 ? log : log.withTypes(types(rows, seed)), seed);
  }

  /** A few, or more than a byte can number. */
  private static Ids types(int rows, long seed) {
    Random random = new Random(seed);
    int types = seed % 3 == 1 ? 4 : 1_000;
    return Ids.of(
        IntStream.range(0, rows)
            .mapToObj(row -> random.nextInt(5) == 0 ? "" : name("t", random.nextInt(types)))
            .toList());
  }

  private static String name(String kind, int number) {
    return number % 7 == 3 ? kind + "é\uD83D\uDE00" + number : kind + number;
  }
}
