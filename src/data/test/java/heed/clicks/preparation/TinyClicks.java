package heed.clicks.preparation;

import heed.clicks.Clicks;
import heed.contract.clicks.ClickLogs;
import heed.log.Interactions;
import heed.planted.PlantedClickLog;
import java.util.function.IntBinaryOperator;

/** Small logs of clicks for tests; those that contracts are tried on, by a shorter name. */
public final class TinyClicks {

  /** A feature of each kind on each side, and counts. */
  public static final ClickFeatures FEATURES = ClickLogs.FEATURES;

  private TinyClicks() {}

  /** A planted log with what is known of its users and items. */
  public static Interactions log(PlantedClickLog planted) {
    return ClickLogs.log(planted);
  }

  /** Three parts of a small planted log, with {@link #FEATURES}. */
  public static ClickSplit.Parts parts(int users, int items, int rows) {
    return ClickLogs.parts(users, items, rows);
  }

  /** Users and items, each pair once; {@code clicked} says 1 or 0 of a user and an item. */
  public static Clicks everyPair(int users, int items, IntBinaryOperator clicked) {
    return ClickLogs.everyPair(users, items, clicked);
  }
}
