package heed.clicks;

import heed.log.Interactions;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;

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
public record ClickTable(
    Interactions log,
    Catalogue catalogue,
    List<History> clicked,
    ClickSide users,
    ClickSide items,
    ClickCounts countsOfUsers,
    ClickCounts countsOfItems) {

  private static final long MILLISECONDS = 1_000;

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
