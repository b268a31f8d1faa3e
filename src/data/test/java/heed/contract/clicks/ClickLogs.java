package heed.contract.clicks;

import heed.clicks.Clicks;
import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickSplit;
import heed.features.fitting.Count;
import heed.features.fitting.Feature;
import heed.log.Attribute;
import heed.log.Ids;
import heed.log.Interactions;
import heed.planted.PlantedClickLog;
import heed.planted.PlantedClicks;
import heed.reading.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/** Small logs of clicks. */
public final class ClickLogs {

  /** A feature of each kind on each side, and counts. */
  public static final ClickFeatures FEATURES =
      ClickFeatures.none()
          .withUsers(Feature.category("segment"), Feature.zScore("thrift"))
          .withItems(Feature.category("category"), Feature.oneHot("brand"), Feature.log("price"))
          .withUserCounts(Count.ofUser())
          .withItemCounts(Count.ofItem().ofType(Clicks.CLICK));

  private ClickLogs() {}

  /** A planted log with what is known of its users and items. */
  public static Interactions log(PlantedClickLog planted) {
    return planted
        .log()
        .withUserAttributes(
            Tables.attributes(
                planted.users(), "user", Attribute.category("segment"), Attribute.number("thrift")))
        .withItemAttributes(
            Tables.attributes(
                planted.items(),
                "item",
                Attribute.category("category"),
                Attribute.category("brand"),
                Attribute.number("price")));
  }

  /** Three parts of a small planted log, with {@link #FEATURES}. */
  public static ClickSplit.Parts parts(int users, int items, int rows) {
    return ClickSplit.byTime(.6, .2)
        .of(log(PlantedClicks.of(users, items, rows).generate(1)), FEATURES, 1);
  }

  /** Users and items, each pair once; {@code clicked} says 1 or 0 of a user and an item. */
  public static Clicks everyPair(int users, int items, IntBinaryOperator clicked) {
    int learnt = users * items; // The last two rows validate and test, which nobody looks at.
    return pairs(users, items, clicked, learnt).train();
  }

  /** Every pair learnt once, and one row to test that was clicked, 1, or not, 0. */
  static ClickSplit.Parts lastRowIs(int clicked) {
    int rows = 30;
    int[] row = {0};
    return pairs(5, 6, (user, item) -> row[0]++ == rows + 1 ? clicked : (user + item) % 2, rows);
  }

  /** Each pair at least once: of so many rows is learnt, and one row validates and one tests. */
  static ClickSplit.Parts pairs(int users, int items, IntBinaryOperator clicked, int learnt) {
    List<String> who = new ArrayList<>();
    List<String> what = new ArrayList<>();
    double[] values = new double[learnt + 2];
    long[] times = new long[values.length];
    for (int row = 0; row < values.length; row++) {
      int user = row % users;
      int item = row / users % items;
      who.add("u" + user);
      what.add("i" + (10 + item));
      values[row] = clicked.applyAsInt(user, item);
      times[row] = 1_000_000_000_000L + 60_000L * row;
    }
    Interactions log =
        Interactions.of("pairs", Ids.of(who), Ids.of(what), times).withValues(values);
    return ClickSplit.byTime((learnt + .5) / values.length, 1.0 / values.length)
        .of(log, ClickFeatures.none(), 1);
  }
}
