package heed.planted;

import heed.log.Interactions;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/** A log of clicks and what is behind it. Immutable but for its tables, which are copied. */
public final class PlantedClickLog {

  private final Interactions log;
  private final Table users;
  private final Table items;
  private final double[] chances;

  PlantedClickLog(Interactions log, Table users, Table items, double[] chances) {
    this.log = log;
    this.users = users;
    this.items = items;
    this.chances = chances;
  }

  /** What was shown: value 1 where it was clicked, 0 where not. */
  public Interactions log() {
    return log;
  }

  /** The users: user, segment, thrift. */
  public Table users() {
    return users.copy();
  }

  /** The items: item, category, brand, price. */
  public Table items() {
    return items.copy();
  }

  /** The chance that a row is clicked, for one who knows all that is planted. */
  public double chance(int row) {
    return chances[row];
  }

  /**
   * How well clicks can be predicted at best, on rows such as these: the expectation over the dice
   * for a predictor that says the true chances.
   *
   * @param logLoss mean of -log of the chance given to what happened, in nats; lowest possible
   * @param auc chance that a clicked row is ranked above one not clicked, ties half; highest
   *     possible
   * @param rate expected share of clicks
   */
  public record Optimum(double logLoss, double auc, double rate) {}

  /** How well the clicks of this log can be predicted at best. */
  public Optimum optimum() {
    double entropy = 0;
    for (double chance : chances) {
      entropy -= chance * Math.log(chance) + (1 - chance) * Math.log1p(-chance);
    }
    return new Optimum(
        entropy / chances.length, auc(), Arrays.stream(chances).average().orElseThrow());
  }

  /** Of all pairs, weighted by the chance that the one is clicked and the other not. */
  private double auc() {
    double[] ascending = chances.clone();
    Arrays.sort(ascending);
    double clicks = Arrays.stream(ascending).sum();
    double others = ascending.length - clicks;
    double below = 0;
    double won = 0;
    int from = 0;
    while (from < ascending.length) {
      double chance = ascending[from];
      int to = from;
      while (to < ascending.length && ascending[to] == chance) {
        to++;
      }
      double equal = (to - from) * (1 - chance);
      won += (to - from) * chance * (below + equal / 2);
      below += equal;
      from = to;
    }
    return won / (clicks * others);
  }
}
