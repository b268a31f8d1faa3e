package heed.evaluation;

import heed.log.Counted;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Questions sorted into groups, each in at most one.
 *
 * @param name what they are sorted by
 * @param labels one per group
 * @param group of each question, from 0, or -1 if it is in none
 */
public record Segments(String name, List<String> labels, int[] group) {

  /** Shortest history of which the two halves are held against each other. */
  private static final int SHORTEST_DRIFT = 4;

  public Segments {
    labels = List.copyOf(labels);
    group = group.clone();
    for (int one : group) {
      if (one < -1 || one >= labels.size()) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "a group is -1 or one of %d, found %d", labels.size(), one));
      }
    }
  }

  /**
   * By a label for each question; the groups come in the order of their labels.
   *
   * @param label of a question, from 0; empty where it is in no group
   */
  public static Segments of(String name, int questions, IntFunction<String> label) {
    List<String> labels = IntStream.range(0, questions).mapToObj(label).toList();
    List<String> groups =
        labels.stream().filter(one -> !one.isEmpty()).distinct().sorted().toList();
    return new Segments(name, groups, labels.stream().mapToInt(groups::indexOf).toArray());
  }

  /**
   * By the category of the target; of several targets by the one that most of them have, each
   * sharing itself among its own. A tie goes to the first in {@link Categories#names}.
   */
  public static Segments byCategory(Holdout holdout, Categories categories) {
    return of(
        "category of the target",
        holdout.size(),
        question -> {
          double[] shares = categories.shares(holdout.targets(question));
          int most = -1;
          for (int category = 0; category < shares.length; category++) {
            most = shares[category] > (most < 0 ? 0 : shares[most]) ? category : most;
          }
          return most < 0 ? "" : categories.names().get(most);
        });
  }

  /**
   * By what is known of the user, such as her country.
   *
   * @param train the training part of the same split, which names the users
   * @param attribute of a user, by her id; empty where it is not known
   */
  public static Segments byUser(
      String name, Holdout holdout, Sequences train, UnaryOperator<String> attribute) {
    int[] users = holdout.users();
    return of(name, users.length, i -> attribute.apply(train.user(users[i])));
  }

  /** By the length of the history, in about equally many questions each. */
  public static Segments byHistoryLength(Holdout holdout, int groups) {
    long[] lengths = holdout.histories().stream().mapToLong(History::length).toArray();
    return EqualGroups.of(lengths, groups).segments("history length", Segments::ofEvents);
  }

  private static String ofEvents(long low, long high) {
    return low == high
        ? Counted.of(low, "event")
        : String.format(Locale.ROOT, "%,d to %,d events", low, high);
  }

  /** By when the target came, of several the first, in about equally many questions each. */
  public static Segments byPeriod(Holdout holdout, int periods) {
    long[] times = new long[holdout.size()];
    Arrays.setAll(times, holdout::time);
    return EqualGroups.of(times, periods)
        .segments("period", (from, to) -> day(from) + " to " + day(to));
  }

  private static String day(long seconds) {
    return seconds == History.NOW
        ? "now"
        : Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  /**
   * By what the training part knows: users and targets both met there, new users, new items. Of
   * several targets one that is new decides.
   *
   * @param train the training part of the same split
   */
  public static Segments byColdStart(Sequences train, Holdout holdout) {
    requireSameCatalogue(train, holdout);
    ItemCounts counts = ItemCounts.of(train);
    int[] users = holdout.users();
    int[] group = new int[users.length];
    Arrays.setAll(
        group,
        i ->
            IntStream.of(holdout.targets(i)).anyMatch(target -> counts.events(target) == 0)
                ? 2
                : train.length(users[i]) == 0 ? 1 : 0);
    return new Segments(
        "what training knows",
        List.of("known user and item", "new user, known item", "new item"),
        group);
  }

  private static void requireSameCatalogue(Sequences train, Holdout holdout) {
    train.catalogue().requireSame(holdout.catalogue(), "the training part", "the holdout");
  }

  /**
   * By how popular the target, of several the rarest, is in the training part: the most popular
   * items that together hold half of its events, the rest, and those it does not hold.
   *
   * @param train the training part of the same split
   */
  public static Segments byPopularity(Sequences train, Holdout holdout) {
    requireSameCatalogue(train, holdout);
    ItemCounts counts = ItemCounts.of(train);
    int[] order =
        IntStream.rangeClosed(1, counts.items())
            .boxed()
            .sorted((a, b) -> Integer.compare(counts.events(b), counts.events(a)))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] groupOf = new int[counts.items() + 1];
    long held = 0;
    for (int item : order) {
      groupOf[item] = counts.events(item) == 0 ? 2 : 2 * held < train.events() ? 0 : 1;
      held += counts.events(item);
    }
    long popular = IntStream.of(order).filter(item -> groupOf[item] == 0).count();
    int[] group = new int[holdout.size()];
    Arrays.setAll(
        group,
        i -> IntStream.of(holdout.targets(i)).map(target -> groupOf[target]).max().orElseThrow());
    return new Segments(
        "popularity of the target",
        List.of(
            "popular: " + Counted.of(popular, "item") + " with half of the events",
            "rarer items",
            "items not in training"),
        group);
  }

  /**
   * By how much a user's taste moved: the half of the histories whose two halves are nearer to each
   * other, and the half where they are farther apart ({@link Categories#drift}). Short histories,
   * and those of unknown categories, are in neither.
   */
  public static Segments byDrift(Holdout holdout, Categories categories) {
    double[] drift =
        holdout.histories().stream()
            .mapToDouble(
                history ->
                    history.length() < SHORTEST_DRIFT ? Double.NaN : categories.drift(history))
            .toArray();
    double[] known = Arrays.stream(drift).filter(one -> !Double.isNaN(one)).sorted().toArray();
    double middle = known.length == 0 ? 0 : known[(known.length - 1) / 2];
    int[] group = new int[drift.length];
    Arrays.setAll(group, i -> Double.isNaN(drift[i]) ? -1 : drift[i] <= middle ? 0 : 1);
    return new Segments("drift of taste", List.of("steady users", "drifting users"), group);
  }

  @Override
  public int[] group() {
    return group.clone();
  }

  /** How many questions are sorted. */
  public int questions() {
    return group.length;
  }

  /** The places of the questions in a group. */
  public int[] of(int number) {
    return IntStream.range(0, group.length).filter(i -> group[i] == number).toArray();
  }

  /** The labels, each with how many questions are in its group. */
  public List<String> headings() {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> String.format(Locale.ROOT, "%s (%,d)", labels.get(i), of(i).length))
        .toList();
  }

  /** Only the groups that somebody is in. */
  Segments withoutEmpty() {
    int[] kept = IntStream.range(0, labels.size()).filter(i -> of(i).length > 0).toArray();
    int[] numbers = new int[labels.size()];
    for (int i = 0; i < kept.length; i++) {
      numbers[kept[i]] = i;
    }
    return new Segments(
        name,
        IntStream.of(kept).mapToObj(labels::get).toList(),
        IntStream.of(group).map(one -> one < 0 ? -1 : numbers[one]).toArray());
  }

  @Override
  public String toString() {
    return name + ": " + String.join(", ", labels) + " (" + group.length + " questions)";
  }
}
