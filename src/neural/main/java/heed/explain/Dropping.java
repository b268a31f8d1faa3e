package heed.explain;

import heed.recommend.Recommender;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The history as if the events had never happened: later ones move up. Works for every recommender,
 * since all it asks is shorter histories. A network that counts places reads the rest at new ones.
 *
 * @param recommender whom to ask
 * @param support what is read from its scores
 */
public record Dropping(Recommender recommender, Support support) implements Erasure {

  /** Histories whose scores are held at once. */
  private static final int ROWS = 512;

  @Override
  public String name() {
    return support + " of " + recommender.name() + ", events dropped";
  }

  @Override
  public double[] supports(History history, int item, List<boolean[]> kept) {
    double[] supports = new double[kept.size()];
    for (int from = 0; from < supports.length; from += ROWS) {
      List<History> rest = new ArrayList<>();
      for (boolean[] choice : kept.subList(from, Math.min(from + ROWS, supports.length))) {
        rest.add(rest(history, choice));
      }
      float[][] scores = recommender.score(rest);
      for (int i = 0; i < scores.length; i++) {
        supports[from + i] = support.of(scores[i], item);
      }
    }
    return supports;
  }

  /** The events that stay. */
  public static History rest(History history, boolean[] kept) {
    int[] items = new int[history.length()];
    long[] times = new long[history.length()];
    List<String> types = new ArrayList<>();
    int count = 0;
    for (int event = 0; event < kept.length; event++) {
      if (kept[event]) {
        items[count] = history.item(event);
        times[count++] = history.time(event);
        types.add(history.type(event));
      }
    }
    return History.of(history.catalogue(), Arrays.copyOf(items, count), Arrays.copyOf(times, count))
        .withTypes(types);
  }
}
