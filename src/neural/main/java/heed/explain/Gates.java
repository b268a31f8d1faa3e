package heed.explain;

import heed.model.NetworkRecommender;
import heed.model.StateSources;
import heed.sequence.History;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a network of several levels, or with a memory, has its answer from, event by event: what
 * each source adds to the score of one item, and how far the gates between the sources are open.
 *
 * <p>A score is told as the distance from the mean score of all items, so that what raises all
 * alike is not counted. After each event, the contributions of all sources sum to that distance.
 *
 * @param question the part of the history that the network reads, L events, and the item
 * @param sources their names, S of them; the last is what is the same for all histories
 * @param contributions contributions[event][source] to the item's distance after that event
 * @param gates how far each is open at each event, in [0, 1], by what it does
 */
public record Gates(
    Example question, List<String> sources, double[][] contributions, Map<String, double[]> gates) {

  /** Throws {@link IllegalArgumentException} if there is not a row per event. */
  public Gates {
    sources = List.copyOf(sources);
    contributions = Arrays.stream(contributions).map(double[]::clone).toArray(double[][]::new);
    gates = copy(gates);
    int events = question.history().length();
    int width = sources.size();
    if (contributions.length != events
        || Arrays.stream(contributions).anyMatch(row -> row.length != width)
        || gates.values().stream().anyMatch(gate -> gate.length != events)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d events and %d sources need %d x %d contributions and gates of %d numbers, found"
                  + " %d rows and gates %s",
              events,
              width,
              events,
              width,
              events,
              contributions.length,
              gates.keySet()));
    }
  }

  /** What a network says of one item; it has to be one that keeps its sources apart. */
  static Gates of(NetworkRecommender recommender, History history, int item) {
    StateSources sources =
        recommender
            .sources(history)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        recommender.name()
                            + " has no levels or memory to tell apart; ask a network that has,"
                            + " HierarchicalConfig or MemoryRecConfig"));
    Example question = new Example(recommender.readable(history), item);
    return of(question, sources, recommender.itemVectors());
  }

  private static Gates of(Example question, StateSources sources, float[] vectors) {
    int width = sources.parts()[0][0].length;
    double[] direction = direction(question.item(), vectors, width);
    double[][] contributions = new double[question.history().length()][sources.names().size()];
    for (int event = 0; event < contributions.length; event++) {
      for (int source = 0; source < contributions[event].length; source++) {
        float[] part = sources.parts()[source][event];
        for (int d = 0; d < width; d++) {
          contributions[event][source] += part[d] * direction[d];
        }
      }
    }
    Map<String, double[]> gates = new LinkedHashMap<>();
    sources.gates().forEach((name, gate) -> gates.put(name, doubles(gate)));
    return new Gates(question, sources.names(), contributions, gates);
  }

  /** The item's vector less the mean of all items', without padding. */
  private static double[] direction(int item, float[] vectors, int width) {
    int items = vectors.length / width - 1;
    double[] direction = new double[width];
    for (int d = 0; d < width; d++) {
      direction[d] = vectors[item * width + d];
      for (int other = 1; other <= items; other++) {
        direction[d] -= (double) vectors[other * width + d] / items;
      }
    }
    return direction;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }

  @Override
  public double[][] contributions() {
    return Arrays.stream(contributions).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public Map<String, double[]> gates() {
    return copy(gates);
  }

  private static Map<String, double[]> copy(Map<String, double[]> gates) {
    Map<String, double[]> copy = new LinkedHashMap<>();
    gates.forEach((name, gate) -> copy.put(name, gate.clone()));
    return copy;
  }

  /**
   * How much each source has to do with the score after the last event, for or against: the size of
   * its contribution among all sizes, summing to 1, or to 0 if nothing contributes.
   */
  public double[] shares() {
    double[] shares = contributions[contributions.length - 1].clone();
    double sum = Arrays.stream(shares).map(Math::abs).sum();
    Arrays.setAll(shares, source -> sum == 0 ? 0 : Math.abs(shares[source]) / sum);
    return shares;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "what %s add to the score of %s over %d events, and %d gates",
        String.join(", ", sources),
        question.history().catalogue().title(question.item()),
        contributions.length,
        gates.size());
  }
}
