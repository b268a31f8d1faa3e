package heed.clicks;

import heed.clicks.preparation.ClickFeatures;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.Step;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All rows of a log of clicks, with the fields of both sides and what their users clicked.
 *
 * @param log with values 1 and 0
 * @param catalogue its items; item i has code i - 1 in the log
 * @param clicked what each user clicked, oldest first, by the code of the user in the log
 * @param users attributes by the code of a user
 * @param items attributes by the number of an item, padding at 0
 * @param countsOfUsers by row of the log
 * @param countsOfItems by row of the log
 */
record ClickTable(
    Interactions log,
    Catalogue catalogue,
    List<History> clicked,
    ClickSide users,
    ClickSide items,
    ClickCounts countsOfUsers,
    ClickCounts countsOfItems) {

  private static final long MILLISECONDS = 1_000;

  static ClickTable of(Interactions given, ClickFeatures features, int[] training, long seed) {
    Interactions log = typed(given);
    Catalogue catalogue = Catalogue.of(log.items().distinct(), log.titles());
    List<String> numbered = new ArrayList<>(List.of(""));
    numbered.addAll(log.items().distinct());
    return new ClickTable(
        log,
        catalogue,
        clicked(log, catalogue, seed),
        ClickSide.of(
            "user",
            log.users().distinct(),
            log.userAttributes(),
            features.users(),
            met(log.users(), training)),
        ClickSide.of(
            "item", numbered, log.itemAttributes(), features.items(), met(log.items(), training)),
        ClickCounts.of(log, features.userCounts(), training),
        ClickCounts.of(log, features.itemCounts(), training));
  }

  /** The log with each row's type, so that clicks can be counted apart. */
  private static Interactions typed(Interactions log) {
    List<String> types = new ArrayList<>();
    for (int row = 0; row < log.size(); row++) {
      if (log.value(row) != 0 && log.value(row) != 1) {
        throw new IllegalArgumentException(
            String.format(
                "a row of clicks has the value 1 or 0, found %s in row %,d of %s; make clicks of"
                    + " it with ClickLabels",
                log.value(row), row + 1, log.name()));
      }
      types.add(log.value(row) == 1 ? Clicks.CLICK : Clicks.PASS);
    }
    return log.withTypes(Ids.of(types));
  }

  private static List<String> met(Ids ids, int[] rows) {
    return Arrays.stream(rows).map(ids::code).distinct().mapToObj(ids.distinct()::get).toList();
  }

  /** A history a user, empty where nothing was clicked, over the items of the whole log. */
  private static List<History> clicked(Interactions log, Catalogue catalogue, long seed) {
    Sequences only = Sequences.of(log.prepared(Step.atLeast(1)), seed);
    int[] numbers =
        IntStream.rangeClosed(1, only.catalogue().size())
            .map(item -> catalogue.item(only.catalogue().id(item)))
            .toArray();
    History[] histories = new History[log.users().distinct().size()];
    Arrays.fill(histories, History.untimed(catalogue));
    List<String> users = log.users().distinct();
    for (int i = 0, user = 0; i < only.size(); i++, user++) {
      while (!users.get(user).equals(only.user(i))) { // Both ascend.
        user++;
      }
      History history = only.history(i);
      histories[user] =
          History.of(
              catalogue,
              Arrays.stream(history.items()).map(item -> numbers[item - 1]).toArray(),
              IntStream.range(0, history.length()).mapToLong(history::time).toArray());
    }
    return List.of(histories);
  }

  ClickSchema schema() {
    return new ClickSchema(
        users.fields().and(countsOfUsers.fields()),
        items.fields().and(countsOfItems.fields()),
        items.fields());
  }

  /** What the user of a row clicked before its second. */
  History history(int row) {
    History all = clicked.get(log.users().code(row));
    long second = Math.floorDiv(log.time(row), MILLISECONDS);
    int low = 0;
    int high = all.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.time(middle) < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return all.withoutLast(all.length() - low);
  }
}
