package heed.report;

import heed.log.Counted;
import heed.log.Ids;
import heed.log.KCore;
import java.util.BitSet;
import java.util.Locale;

/** How unequally events fall on items and users. */
final class LongTail {

  /** The core that is advised: below five events neither a user nor an item can be learnt. */
  private static final int ADVISED_CORE = 5;

  /** Leave-one-out needs an event to learn from, one to choose on and one to test with. */
  private static final int SHORTEST_TESTED = 3;

  private static final double TOP = 0.1;

  /** Where a tenth of the items has half of the events, a list of hits is hard to beat. */
  private static final double MOST = 0.5;

  private LongTail() {}

  static Finding popularity(Frequencies ofItems) {
    double share = ofItems.shareOfTop(TOP);
    String found =
        String.format(
            Locale.ROOT,
            "the top 10%% of items have %s of the events; Gini %.2f",
            Wording.percent(share),
            ofItems.gini());
    return share < MOST
        ? Finding.fine("long tail", found, "events are spread over many items")
        : Finding.note(
            "long tail",
            found,
            "hits rule: a network has to beat popularity, and to be seen beyond it",
            "compare with Popularity.recent(split.train(), Duration.ofDays(365))");
  }

  static Finding singles(Ids users, Ids items, Frequencies ofItems) {
    long single = ofItems.below(2);
    String found =
        String.format(
            Locale.ROOT,
            "%,d of %,d (%s)",
            single,
            ofItems.size(),
            Wording.percent((double) single / ofItems.size()));
    if (single == 0) {
      return Finding.fine("items with one event", found, "every item was met again");
    }
    String verdict = "nothing can be learnt of an item from one event";
    return Finding.warn("items with one event", found, verdict, core(users, items));
  }

  private static String core(Ids users, Ids items) {
    boolean[] kept = new KCore(ADVISED_CORE).keep(users, items);
    BitSet left = new BitSet(items.distinct().size());
    int events = 0;
    for (int row = 0; row < kept.length; row++) {
      if (kept[row]) {
        left.set(items.code(row));
        events++;
      }
    }
    return events == 0
        ? String.format(
            Locale.ROOT, "log.kCore(%d) would leave nothing: try log.kCore(2)", ADVISED_CORE)
        : String.format(
            Locale.ROOT,
            "log.kCore(%d): a %d-core keeps %s and %s of the events",
            ADVISED_CORE,
            ADVISED_CORE,
            Counted.of(left.cardinality(), "item"),
            Wording.percent((double) events / kept.length));
  }

  static Finding lengths(Frequencies ofUsers) {
    String found =
        String.format(
            Locale.ROOT,
            "%,d to %s, median %,d; a tenth has at most %,d, a tenth %,d or more",
            ofUsers.quantile(0),
            Counted.of(ofUsers.quantile(1), "event"),
            ofUsers.quantile(0.5),
            ofUsers.quantile(0.1),
            ofUsers.quantile(0.9));
    long untested = ofUsers.below(SHORTEST_TESTED);
    return untested == 0
        ? Finding.fine("history lengths", found, "every user can be trained on and tested")
        : Finding.note(
            "history lengths",
            found,
            String.format(
                Locale.ROOT,
                "%s (%s) %s fewer than %d events: %s can be trained on, not tested",
                Counted.of(untested, "user"),
                Wording.percent((double) untested / ofUsers.size()),
                Wording.verb(untested, "has", "have"),
                SHORTEST_TESTED,
                Wording.verb(untested, "this one", "they")),
            String.format(Locale.ROOT, "log.kCore(%d)", ADVISED_CORE));
  }
}
