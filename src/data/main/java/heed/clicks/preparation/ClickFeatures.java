package heed.clicks.preparation;

import heed.features.fitting.Count;
import heed.features.fitting.Feature;
import java.util.List;

/**
 * What a predictor is told of user and item, beside their ids and the history. Not yet fitted.
 *
 * @param users attributes of the user
 * @param items attributes of the item
 * @param userCounts counts of the past that stand on the user's side
 * @param itemCounts counts of the past that stand on the item's side
 */
public record ClickFeatures(
    List<Feature> users, List<Feature> items, List<Count> userCounts, List<Count> itemCounts) {

  public ClickFeatures {
    users = List.copyOf(users);
    items = List.copyOf(items);
    userCounts = List.copyOf(userCounts);
    itemCounts = List.copyOf(itemCounts);
  }

  /** Ids and history only. */
  public static ClickFeatures none() {
    return new ClickFeatures(List.of(), List.of(), List.of(), List.of());
  }

  public ClickFeatures withUsers(Feature... features) {
    return new ClickFeatures(List.of(features), items, userCounts, itemCounts);
  }

  public ClickFeatures withItems(Feature... features) {
    return new ClickFeatures(users, List.of(features), userCounts, itemCounts);
  }

  /** Such as {@code Count.ofUser()}; only clicks: {@code .ofType(Clicks.CLICK)}. */
  public ClickFeatures withUserCounts(Count... counts) {
    return new ClickFeatures(users, items, List.of(counts), itemCounts);
  }

  /** Such as {@code Count.ofItem()}; only clicks: {@code .ofType(Clicks.CLICK)}. */
  public ClickFeatures withItemCounts(Count... counts) {
    return new ClickFeatures(users, items, userCounts, List.of(counts));
  }
}
