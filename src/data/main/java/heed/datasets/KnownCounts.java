package heed.datasets;

import heed.log.Counted;
import heed.log.StepTaken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How much a known set holds, as far as it is stated somewhere.
 *
 * @param events rows
 * @param users distinct users with events, where stated
 * @param items distinct items with events, where stated
 * @param source who states it
 */
public record KnownCounts(int events, OptionalInt users, OptionalInt items, String source) {

  static KnownCounts of(int events, String source) {
    return new KnownCounts(events, OptionalInt.empty(), OptionalInt.empty(), source);
  }

  /** The page names no counts of the 5-cores; a comparison of many sets does. */
  static KnownCounts ofAmazon(int events) {
    return of(events, "\"The Datasets Dilemma\" (Chin, Chen and Cong, WSDM 2022)");
  }

  KnownCounts withUsers(int users) {
    return new KnownCounts(events, OptionalInt.of(users), items, source);
  }

  KnownCounts withItems(int items) {
    return new KnownCounts(events, users, OptionalInt.of(items), source);
  }

  /** What a log holds otherwise, in words; empty if it holds what is stated. */
  List<String> differences(StepTaken.Size found) {
    List<String> differences = new ArrayList<>();
    compare("event", found.events(), events, differences);
    users.ifPresent(stated -> compare("user", found.users(), stated, differences));
    items.ifPresent(stated -> compare("item", found.items(), stated, differences));
    return differences;
  }

  private void compare(String what, int found, int stated, List<String> differences) {
    if (found != stated) {
      differences.add(
          String.format(
              Locale.ROOT, "%s, but %s states %,d", Counted.of(found, what), source, stated));
    }
  }
}
