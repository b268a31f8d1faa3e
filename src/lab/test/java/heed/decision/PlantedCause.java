package heed.decision;

import heed.baseline.Baseline;
import heed.baseline.Popularity;
import heed.evaluation.Difference;
import heed.evaluation.Evaluation;
import heed.log.Ids;
import heed.log.Interactions;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.planted.Rule;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.StoppingRule;
import heed.training.Training;
import heed.training.TrainingRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Logs and trainings that are as they should be but for one thing, and what comes of them. */
final class PlantedCause {

  private static final long FIRST = 1_600_000_000;
  private static final long DAY = 86_400;

  private PlantedCause() {}

  /** The item before decides the next, four times in five. */
  static Planted healthy() {
    return Planted.of(300, 60, 6_000).withRule(Rule.back(1)).withNoise(.2);
  }

  /** A small network that is trained until it gets no better. */
  static Training usual() {
    return Training.of(SasrecConfig.defaults().withWidth(32).withLayers(1).withDropout(.2))
        .withLearningRate(.005)
        .withLimits(StoppingRule.defaults().withBatchSize(256).withEpochs(60).withPatience(5));
  }

  /** An event in words. */
  record Event(String user, String item, long time) {}

  static List<Event> events(Interactions log) {
    return IntStream.range(0, log.size())
        .mapToObj(
            row ->
                new Event(
                    log.users().get(row), log.items().get(row), log.events().times()[row] / 1_000))
        .toList();
  }

  static Interactions log(List<Event> events) {
    return Interactions.of(
        "planted",
        Ids.of(events.stream().map(Event::user).toList()),
        Ids.of(events.stream().map(Event::item).toList()),
        events.stream().mapToLong(event -> event.time() * 1_000).toArray());
  }

  /** The same with everybody's first events on one day, her second ones on the next, and so on. */
  static List<Event> inStep(List<Event> events) {
    return changed(
        events,
        (event, position) ->
            new Event(event.user(), event.item(), FIRST + position * DAY + number(event.user())));
  }

  /** The same with all but some users under one id. */
  static List<Event> withGuests(List<Event> events, int known) {
    return events.stream()
        .map(
            event ->
                number(event.user()) <= known
                    ? event
                    : new Event("guest", event.item(), event.time()))
        .toList();
  }

  /** The same with so many events of a user at one moment, their rows in any order. */
  static List<Event> inBaskets(List<Event> events, int size) {
    List<Event> shuffled =
        changed(
            events,
            (event, position) ->
                new Event(event.user(), event.item(), FIRST + position / size * DAY));
    Collections.shuffle(shuffled, new Random(1));
    return shuffled;
  }

  /** The same with other last events: seven in ten of a new item, the others of a bestseller. */
  static List<Event> withNewCatalogue(List<Event> events) {
    Map<String, Long> counts =
        events.stream().collect(Collectors.groupingBy(Event::item, Collectors.counting()));
    List<String> bestsellers =
        counts.keySet().stream()
            .sorted(Comparator.comparing((String item) -> -counts.get(item)).thenComparing(i -> i))
            .limit(3)
            .toList();
    Map<String, Long> lengths =
        events.stream().collect(Collectors.groupingBy(Event::user, Collectors.counting()));
    Random random = new Random(1);
    return changed(
        events,
        (event, position) -> {
          if (position + 1 < lengths.get(event.user())) {
            return event;
          }
          String last =
              random.nextDouble() < .7
                  ? "new" + random.nextInt(20)
                  : bestsellers.get(random.nextInt(3));
          return new Event(event.user(), last, event.time());
        });
  }

  /** What becomes of a user's so-manyth event. */
  private interface Change {
    Event of(Event event, int position);
  }

  private static List<Event> changed(List<Event> events, Change change) {
    Map<String, Integer> before = new HashMap<>();
    return events.stream()
        .sorted(Comparator.comparing(Event::user).thenComparingLong(Event::time))
        .map(event -> change.of(event, before.merge(event.user(), 1, Integer::sum) - 1))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static int number(String user) {
    return Integer.parseInt(user.substring(1));
  }

  /** What came of it: the causes found, and the network minus popularity on the test. */
  record Outcome(Causes causes, Difference difference, double popularity, double network) {

    List<Cause.Kind> kinds() {
      return causes.found().stream().map(Cause::kind).toList();
    }

    String said() {
      return causes.rows().toString();
    }

    boolean networkIsAhead() {
      return difference.mean() < 0 && difference.pValue() < .05;
    }
  }

  static Outcome outcome(Interactions log, Training training) {
    return outcome(Question.of(log).split(), training);
  }

  static Outcome outcome(Split.Parts split, Training training) {
    Evaluation validation = Evaluation.of(split.validation());
    var popular = Popularity.ever(split.train());
    try (TrainingRun run = training.fit(split.train(), validation.ndcg(10), progress -> {})) {
      var report = Evaluation.of(split.test()).compare(popular, run.recommender());
      double popularity = validation.ndcg(10).applyAsDouble(popular);
      Causes causes =
          Causes.of(
              new LogCauses(split, Baseline.of("popularity, ever", Popularity::ever)),
              TrainingCauses.of(run, popularity));
      return new Outcome(
          causes,
          report.differences(Contest.METRIC).get(0),
          report.answers().get(0).mean(Contest.METRIC),
          report.answers().get(1).mean(Contest.METRIC));
    }
  }

  /** NDCG@10 of a network that learnt from what lies before a moment. */
  static double trainedBefore(long moment, Split.Parts split, Holdout questions) {
    Sequences past = FutureCause.before(split.train(), moment);
    try (TrainingRun run =
        usual().fit(past, Evaluation.of(split.validation()).ndcg(10), progress -> {})) {
      return Evaluation.of(questions).ndcg(10).applyAsDouble(run.recommender());
    }
  }

  static Split.Parts lastEvents(Interactions log) {
    return Split.leaveOneOut().of(Sequences.of(log, 1));
  }
}
