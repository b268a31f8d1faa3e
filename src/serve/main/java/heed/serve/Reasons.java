package heed.serve;

import heed.explain.Dropping;
import heed.explain.Support;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.sequence.History;
import heed.serve.Answer.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The events that spoke for the items of a list: those without which an item's log-probability
 * falls. Works for every recommender, and asks about all items of the list at once, so that it
 * costs one more batch of as many histories as there are events.
 */
final class Reasons {

  /** Only the latest events are taken away in turn: a batch stays small. */
  private static final int MOST_EVENTS = 50;

  private static final int MOST_REASONS = 3;

  private Reasons() {}

  /** Of each entry of the ranking, the strongest first; none if nothing spoke for it. */
  static List<List<Reason>> of(Recommender recommender, Ranking ranking) {
    History history = ranking.history();
    int events = Math.min(MOST_EVENTS, history.length());
    if (events == 0 || ranking.entries().isEmpty()) {
      return ranking.entries().stream().map(entry -> List.<Reason>of()).toList();
    }
    int first = history.length() - events;
    List<History> asked = new ArrayList<>(List.of(history));
    for (int event = first; event < history.length(); event++) {
      boolean[] kept = new boolean[history.length()];
      Arrays.fill(kept, true);
      kept[event] = false;
      asked.add(Dropping.rest(history, kept));
    }
    double[][] support = support(recommender, asked, ranking.entries());
    List<List<Reason>> reasons = new ArrayList<>();
    for (int entry = 0; entry < ranking.entries().size(); entry++) {
      reasons.add(strongest(history, first, fall(support, entry)));
    }
    return reasons;
  }

  /** By asked history and entry. */
  private static double[][] support(
      Recommender recommender, List<History> asked, List<Ranking.Entry> entries) {
    double[][] support = new double[asked.size()][entries.size()];
    recommender.score(
        asked,
        (row, scores) -> {
          for (int entry = 0; entry < entries.size(); entry++) {
            support[row][entry] = Support.LOG_PROBABILITY.of(scores, entries.get(entry).item());
          }
        });
    return support;
  }

  private static double[] fall(double[][] support, int entry) {
    double[] fall = new double[support.length - 1];
    for (int event = 0; event < fall.length; event++) {
      double change = support[0][entry] - support[event + 1][entry];
      fall[event] = Double.isFinite(change) ? Math.max(0, change) : 0;
    }
    return fall;
  }

  private static List<Reason> strongest(History history, int first, double[] fall) {
    double sum = Arrays.stream(fall).sum();
    return IntStream.range(0, fall.length)
        .boxed()
        .filter(event -> fall[event] > 0)
        .sorted(Comparator.comparingDouble(event -> -fall[event]))
        .limit(MOST_REASONS)
        .map(event -> reason(history, first + event, fall[event] / sum))
        .toList();
  }

  private static Reason reason(History history, int event, double share) {
    int item = history.item(event);
    return new Reason(history.catalogue().id(item), history.catalogue().title(item), share);
  }
}
