package heed.report;

import heed.log.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much of what happens is done by users, or to items, that were not known before. */
final class NewcomerCheck {

  /** From this share of cold items on, a model that knows items by their ids misses a lot. */
  private static final double MANY_ITEMS = 0.1;

  private static final double MANY_USERS = 0.5;

  private NewcomerCheck() {}

  /** For each period the share of its events whose user, or item, had none in earlier periods. */
  static List<Period> of(Ids users, Ids items, long[] ascending, Periods periods, byte[] periodOf) {
    int[] events = new int[periods.count()];
    int[] ofNewUsers = new int[periods.count()];
    int[] ofNewItems = new int[periods.count()];
    byte[] firstOfUser = first(users, periodOf);
    byte[] firstOfItem = first(items, periodOf);
    for (int row = 0; row < periodOf.length; row++) {
      int period = periodOf[row];
      events[period]++;
      ofNewUsers[period] += firstOfUser[users.code(row)] == period ? 1 : 0;
      ofNewItems[period] += firstOfItem[items.code(row)] == period ? 1 : 0;
    }
    List<Period> shares = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      long last =
          i + 1 < events.length ? periods.starts()[i + 1] - 1 : ascending[ascending.length - 1];
      shares.add(
          new Period(
              Instant.ofEpochMilli(periods.starts()[i]),
              Instant.ofEpochMilli(last),
              events[i],
              (double) ofNewUsers[i] / events[i],
              (double) ofNewItems[i] / events[i]));
    }
    return shares;
  }

  private static byte[] first(Ids ids, byte[] periodOf) {
    byte[] first = new byte[ids.distinct().size()];
    Arrays.fill(first, Byte.MAX_VALUE);
    for (int row = 0; row < periodOf.length; row++) {
      int code = ids.code(row);
      first[code] = periodOf[row] < first[code] ? periodOf[row] : first[code];
    }
    return first;
  }

  static Finding users(List<Period> periods) {
    if (periods.size() < 2) {
      return unseen("new users");
    }
    Period last = periods.get(periods.size() - 1);
    String found = found(last.newUsers(), "by users", periods);
    return last.newUsers() < MANY_USERS
        ? Finding.fine("new users", found, "most newest events are of users known before")
        : Finding.note(
            "new users",
            found,
            "a model has to serve users it was not trained on: it must work from their histories",
            "Sasrec reads a history; a vector learnt for each user would not do");
  }

  static Finding items(List<Period> periods) {
    if (periods.size() < 2) {
      return unseen("new items");
    }
    Period last = periods.get(periods.size() - 1);
    String found = found(last.newItems(), "with items", periods);
    return last.newItems() < MANY_ITEMS
        ? Finding.fine("new items", found, "the catalogue of yesterday serves today")
        : Finding.warn(
            "new items",
            found,
            "a model trained before cannot name them: train often, or use item features",
            "");
  }

  private static Finding unseen(String what) {
    return Finding.fine(
        what, "not to be seen: the events share one moment", "without time there is no before");
  }

  private static String found(double share, String whose, List<Period> periods) {
    return String.format(
        Locale.ROOT,
        "%s of the events since %s are %s not seen before",
        Wording.percent(share),
        Wording.day(periods.get(periods.size() - 1).from().toEpochMilli()),
        whose);
  }
}
