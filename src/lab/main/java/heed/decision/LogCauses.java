package heed.decision;

import heed.baseline.Baseline;
import heed.decision.Cause.Kind;
import heed.log.Counted;
import heed.sequence.Leaks;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Causes that lie in the log and its split, whatever is trained. Looks at what the test asks, so
 * that it belongs behind the test.
 *
 * @param split the parts
 * @param popularity that counts, to be fitted anew on the past alone
 */
record LogCauses(Split.Parts split, Baseline popularity) {

  /** With fewer events than that, half of the users give a network one pair to learn from. */
  private static final int FEW_OF_A_USER = 3;

  /** An item's vector takes some events to find its place. */
  private static final double FEW_OF_AN_ITEM = 3;

  /** A fifth of all events, as the report on a log has it. */
  private static final double GIANT = .2;

  /** The items that a list has room for. */
  private static final int LIST = 10;

  /** Where more than half of all answers are on one list for all, little is left to win. */
  private static final double CONCENTRATED = .5;

  /** So few items that ten of them are most of all anyway tell nothing. */
  private static final int FEW_ITEMS = 40;

  /** Targets that nobody can find, so many that they decide. */
  private static final double NEW = .2;

  List<Cause> found() {
    return Stream.of(
            new FutureCause(split, popularity).found(),
            fewEvents(),
            giantUser(),
            baskets(),
            concentrated(),
            newItems())
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Cause> fewEvents() {
    int[] lengths = lengths();
    double ofItem = (double) split.train().events() / split.catalogue().size();
    int median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    return median >= FEW_OF_A_USER && ofItem >= FEW_OF_AN_ITEM
        ? Optional.empty()
        : found(
            Kind.FEW_EVENTS,
            String.format(
                Locale.ROOT,
                "half of the users have at most %s to learn from, an item has %.1f on" + " average",
                Counted.of(median, "event"),
                ofItem),
            "Take a longer period, more kinds of events (views beside purchases) or groups of items"
                + " instead of items; until then popularity is what this log knows");
  }

  private Optional<Cause> giantUser() {
    int[] lengths = lengths();
    int longest = lengths.length == 0 ? 0 : lengths[lengths.length - 1];
    int events = split.train().events();
    return longest < GIANT * events
        ? Optional.empty()
        : found(
            Kind.GIANT_USER,
            String.format(
                Locale.ROOT,
                "user '%s' has %,d of %s",
                longestUser(),
                longest,
                Counted.of(events, "training event")),
            "Find out whether that id stands for nobody or for everybody without a login, and take"
                + " it out (preparation.withoutUser, Steps.withoutBots)");
  }

  private String longestUser() {
    Sequences train = split.train();
    return IntStream.range(0, train.size())
        .boxed()
        .max(Comparator.comparingInt(train::length))
        .map(train::user)
        .orElse("");
  }

  private int[] lengths() {
    Sequences train = split.train();
    return IntStream.range(0, train.size())
        .map(train::length)
        .filter(length -> length > 0)
        .sorted()
        .toArray();
  }

  private Optional<Cause> baskets() {
    double shared = Question.sharedMoments(split.train());
    return shared < Question.BASKETS
        ? Optional.empty()
        : found(
            Kind.BASKETS,
            String.format(
                Locale.ROOT,
                "%.0f%% of the training events share their moment with another of their user, so"
                    + " that their order is that of the rows",
                100 * shared),
            "Ask for baskets (Split.nextBasket), and prefer what needs no order, item-kNN or EASE;"
                + " or find a finer clock");
  }

  private Optional<Cause> concentrated() {
    int items = split.catalogue().size();
    int[] counts = new int[items + 1];
    Sequences train = split.train();
    for (int user = 0; user < train.size(); user++) {
      for (int position = 0; position < train.length(user); position++) {
        counts[train.item(user, position)]++;
      }
    }
    boolean[] top = new boolean[items + 1];
    IntStream.rangeClosed(1, items)
        .boxed()
        .sorted(Comparator.comparingInt((Integer item) -> counts[item]).reversed())
        .limit(LIST)
        .forEach(item -> top[item] = true);
    int[] targets = split.test().targets();
    long inTop = Arrays.stream(targets).filter(item -> top[item]).count();
    return items < FEW_ITEMS || inTop < CONCENTRATED * targets.length
        ? Optional.empty()
        : found(
            Kind.CONCENTRATED,
            String.format(
                Locale.ROOT,
                "%,d of %s are among the %d items that are taken most, which popularity"
                    + " shows to everybody",
                inTop,
                Counted.of(targets.length, "target"),
                LIST),
            "Judge by rare items too (the segments by popularity, coverage), or leave the"
                + " bestsellers to a list of their own and ask about the rest");
  }

  /** Where items have hardly any events, those that training lacks are rare and not new. */
  private Optional<Cause> newItems() {
    if ((double) split.train().events() / split.catalogue().size() < FEW_OF_AN_ITEM) {
      return Optional.empty();
    }
    Leaks leaks = Leaks.of(split.train(), split.test());
    return leaks.unseenItems() < NEW * leaks.targets()
        ? Optional.empty()
        : found(
            Kind.NEW_ITEMS,
            String.format(
                Locale.ROOT,
                "%,d of %s are of items that the training part does not hold, which no"
                    + " recommender by ids can find",
                leaks.unseenItems(),
                Counted.of(leaks.targets(), "target")),
            "Train more often, give items their texts and categories (ItemContent), or show what is"
                + " new in a place of its own");
  }

  private static Optional<Cause> found(Kind kind, String evidence, String remedy) {
    return Optional.of(new Cause(kind, evidence, remedy));
  }
}
