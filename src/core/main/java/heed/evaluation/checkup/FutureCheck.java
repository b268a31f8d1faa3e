package heed.evaluation.checkup;

import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.log.Severity;
import heed.recommend.Recommender;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is it worth to learn from what others did later? Fits once more on what came before a moment
 * and asks both about what came from it on, up to a half of the questions.
 */
final class FutureCheck {

  private static final String WHAT = "learning from what others did later";

  private final Split.Parts split;
  private final Recommender recommender;
  private final Metric metric;

  FutureCheck(Split.Parts split, Recommender recommender, Metric metric) {
    this.split = split;
    this.recommender = recommender;
    this.metric = metric;
  }

  Suspicion suspicion(Function<Sequences, Recommender> fit) {
    if (!split.train().hasTimes()) {
      return new Suspicion(
          Severity.NOTE,
          WHAT,
          "not measured: the order of the log's rows stands for its times",
          OptionalDouble.empty(),
          "");
    }
    long[] times = new long[split.test().size()];
    Arrays.setAll(times, split.test()::time);
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    long cut = sorted[sorted.length / 2];
    Sequences before = before(split.train(), cut);
    Holdout later = split.test().where(i -> times[i] >= cut);
    if (before.events() == split.train().events()) {
      return new Suspicion(
          Severity.FINE, WHAT, "no training event is later", OptionalDouble.empty(), "");
    }
    if (before.events() == 0) {
      return new Suspicion(
          Severity.NOTE,
          WHAT,
          "not measured: nothing lies before half of the questions",
          OptionalDouble.empty(),
          "");
    }
    Evaluation evaluation = Evaluation.of(later);
    double all = evaluation.answers(recommender).mean(metric);
    double past = evaluation.answers(fit.apply(before)).mean(metric);
    return new Suspicion(
        all > past ? Severity.WARN : Severity.NOTE,
        WHAT,
        String.format(
            Locale.ROOT,
            "on the later %,d questions %.4f with all training events; with the %,d of %,d before"
                + " them",
            later.size(),
            all,
            before.events(),
            split.train().events()),
        OptionalDouble.of(past),
        "split by time: Split.byTime");
  }

  /** The training events before a moment. */
  private static Sequences before(Sequences train, long moment) {
    List<String> users = IntStream.range(0, train.size()).mapToObj(train::user).toList();
    List<History> histories = new ArrayList<>();
    for (History history : train.histories()) {
      int later = 0;
      while (later < history.length() && history.time(history.length() - 1 - later) >= moment) {
        later++;
      }
      histories.add(history.withoutLast(later));
    }
    return Sequences.of(train.catalogue(), users, histories);
  }
}
