package heed.baseline;

import heed.recommend.Recommender;
import heed.search.SearchRange;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A Markov chain: what came after the last item, in other histories.
 *
 * <p>An item j that came d events after item i counts 1/d of a step from i to j, up to {@code
 * reach} events; with reach 1 it is the plain chain. The chance of j after i is {@code (steps(i, j)
 * + smoothing * share(j)) / (steps(i) + smoothing)}, with share its share of all events, so what
 * was never followed falls back to what is popular. An empty history is answered with the shares.
 *
 * @param reach how many events ahead a step may lead, at least 1
 * @param smoothing how many steps the popular is worth, above 0
 */
public record MarkovChain(int reach, double smoothing) implements Baseline {

  public MarkovChain {
    if (reach < 1) {
      throw new IllegalArgumentException(
          "a step leads at least 1 event ahead, found a reach of " + reach);
    }
    requireSmoothing(smoothing);
  }

  private static void requireSmoothing(double smoothing) {
    if (!(smoothing > 0 && Double.isFinite(smoothing))) {
      throw new IllegalArgumentException(
          "a smoothing is above 0 steps, found " + smoothing + "; choose such as 1");
    }
  }

  /** Steps to the next event only, smoothed by one step. */
  public static MarkovChain defaults() {
    return new MarkovChain(1, 1);
  }

  public MarkovChain withReach(int reach) {
    return new MarkovChain(reach, smoothing);
  }

  public MarkovChain withSmoothing(double smoothing) {
    return new MarkovChain(reach, smoothing);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Axis.choices("reach", 1, 2, 3, 5, 10, 20),
        new Axis("smoothing", new SearchRange.Log(.1, 100, 2)));
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "Markov chain, reach %d, smoothing %s", reach, smoothing);
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    double[] shares = new double[train.catalogue().size() + 1];
    for (History history : train.histories()) {
      for (int item : history.items()) {
        shares[item] += 1.0 / train.events();
      }
    }
    Steps[] after = steps(train);
    return new Fitted(name(), train.catalogue(), shares, after, smoothing);
  }

  /** What came after an item, and how often. */
  record Steps(int[] items, double[] counts, double total) {}

  /** The steps of all items as they are written to a file, one item's behind the other's. */
  record SavedSteps(JaggedInts items, double[] counts, double[] totals) {

    SavedSteps {
      if (counts.length != items.values().length || totals.length != items.size()) {
        throw new IllegalArgumentException("each step has its count, and each item its total");
      }
      items.within(1, items.size() - 1);
    }

    static SavedSteps of(Steps[] after) {
      return new SavedSteps(
          JaggedInts.of(Arrays.stream(after).map(Steps::items).toArray(int[][]::new)),
          Arrays.stream(after).flatMapToDouble(one -> Arrays.stream(one.counts)).toArray(),
          Arrays.stream(after).mapToDouble(Steps::total).toArray());
    }

    Steps[] after() {
      return IntStream.range(0, items.size())
          .mapToObj(
              item ->
                  new Steps(
                      items.row(item),
                      Arrays.copyOfRange(counts, items.start(item), items.ends()[item]),
                      totals[item]))
          .toArray(Steps[]::new);
    }
  }

  private Steps[] steps(Sequences train) {
    int[] ends = new int[train.catalogue().size() + 2];
    visit(train, (from, to, distance) -> ends[from + 1]++);
    Arrays.parallelPrefix(ends, Integer::sum);
    int[] next = ends.clone();
    int[] targets = new int[ends[ends.length - 1]];
    float[] counts = new float[targets.length];
    visit(
        train,
        (from, to, distance) -> {
          counts[next[from]] = 1f / distance;
          targets[next[from]++] = to;
        });
    double[] sums = new double[ends.length - 1];
    return IntStream.range(0, sums.length)
        .mapToObj(item -> gathered(targets, counts, ends[item], ends[item + 1], sums))
        .toArray(Steps[]::new);
  }

  /** One entry per target; {@code sums} is all 0 before and after. */
  private static Steps gathered(int[] targets, float[] counts, int from, int to, double[] sums) {
    double total = 0;
    for (int i = from; i < to; i++) {
      sums[targets[i]] += counts[i];
      total += counts[i];
    }
    int[] items = Arrays.stream(targets, from, to).sorted().distinct().toArray();
    double[] gathered = new double[items.length];
    for (int i = 0; i < items.length; i++) {
      gathered[i] = sums[items[i]];
      sums[items[i]] = 0;
    }
    return new Steps(items, gathered, total);
  }

  /** Hears of one step. */
  private interface Visitor {
    void step(int from, int to, int distance);
  }

  private void visit(Sequences train, Visitor visitor) {
    for (int user = 0; user < train.size(); user++) {
      for (int to = 1; to < train.length(user); to++) {
        for (int from = Math.max(0, to - reach); from < to; from++) {
          visitor.step(train.item(user, from), train.item(user, to), to - from);
        }
      }
    }
  }

  /** What was learnt: shares and steps, by item. */
  record Fitted(String name, Catalogue catalogue, double[] shares, Steps[] after, double smoothing)
      implements OneByOne {

    Fitted {
      requireSmoothing(smoothing);
      Lengths.require(shares.length, catalogue);
      Lengths.require(after.length, catalogue);
    }

    @Override
    public float[] scores(History history) {
      int last = history.length() == 0 ? 0 : history.item(history.length() - 1);
      Steps steps = after[last]; // Nothing comes after item 0.
      double[] chances = new double[shares.length];
      Arrays.setAll(chances, item -> smoothing * shares[item]);
      for (int i = 0; i < steps.items.length; i++) {
        chances[steps.items[i]] += steps.counts[i];
      }
      float[] scores = new float[chances.length];
      for (int item = 1; item < scores.length; item++) {
        scores[item] = (float) (chances[item] / (steps.total + smoothing));
      }
      return scores;
    }
  }
}
