package heed.decision;

import heed.baseline.Baseline;
import heed.evaluation.Evaluation;
import heed.log.Counted;
import heed.log.Interactions;
import heed.recommend.Recommender;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How recommenders would have done week by week: each week, the users who came are asked for all
 * that they took in it.
 *
 * @param rows one a week
 * @param note what was compared
 */
record WeekReplay(List<Row> rows, String note) {

  private static final int WEEKS = 6;
  private static final int ENOUGH = 20;
  private static final Duration WEEK = Duration.ofDays(7);

  /**
   * A week.
   *
   * @param week its first day
   * @param users who came
   * @param once NDCG@10 of what was trained once, before all of these weeks
   * @param anew of the best baseline, fitted anew before each week
   */
  record Row(String week, int users, String once, String anew) {}

  /** A week of which only the baseline is told. */
  record Anew(String week, int users, String anew) {}

  WeekReplay {
    rows = List.copyOf(rows);
  }

  /** Every figure of the weeks. */
  Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (Row row : rows) {
      figures.put(row.week() + ": anew", Double.valueOf(row.anew()));
      if (!row.once().isEmpty()) {
        figures.put(row.week() + ": once", Double.valueOf(row.once()));
      }
    }
    return figures;
  }

  /** The rows, without a column that says nothing. */
  List<?> shown() {
    return rows.stream().allMatch(row -> row.once().isEmpty())
        ? rows.stream().map(row -> new Anew(row.week(), row.users(), row.anew())).toList()
        : rows;
  }

  /**
   * Replays the last weeks.
   *
   * @param best the baseline that is fitted anew each week
   * @param trained what was trained once, before {@code until}; left out where its training part
   *     reaches into the weeks
   * @return nothing where the log has no times, or too few users came
   */
  static Optional<WeekReplay> of(
      Interactions log, Baseline best, Optional<Recommender> trained, Optional<Instant> until) {
    if (!log.hasTimes()) {
      return Optional.empty();
    }
    Sequences sequences = Sequences.of(log, 1);
    Instant end = Instant.ofEpochSecond(sequences.lastTime() + 1);
    List<Row> rows = new ArrayList<>();
    for (int week = WEEKS; week > 0; week--) {
      Instant start = end.minus(WEEK.multipliedBy(week));
      if (until.isEmpty() || !start.isBefore(until.get())) {
        row(sequences, start, best, trained.filter(one -> until.isPresent())).ifPresent(rows::add);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WeekReplay(
                rows,
                until.isPresent() && trained.isPresent()
                    ? "The column once is "
                        + Together.mixture(trained.get())
                        + ", as trained before all of these weeks; anew is "
                        + best.name()
                        + ", fitted again before each week. "
                        + ahead(rows)
                    : "The column anew is "
                        + best.name()
                        + ", fitted again before each week. What was trained once is not replayed:"
                        + " it has learnt from events of these weeks."));
  }

  private static String ahead(List<Row> rows) {
    long ahead =
        rows.stream()
            .filter(row -> Double.parseDouble(row.once()) > Double.parseDouble(row.anew()))
            .count();
    return String.format(
        Locale.ROOT,
        "What was trained once is ahead in %d of %s.",
        ahead,
        Counted.of(rows.size(), "week"));
  }

  private static Optional<Row> row(
      Sequences sequences, Instant start, Baseline best, Optional<Recommender> trained) {
    long from = start.getEpochSecond();
    long until = start.plus(WEEK).getEpochSecond();
    int[] ends = new int[sequences.size()];
    Holdout.Builder questions = new Holdout.Builder(sequences);
    for (int user = 0; user < ends.length; user++) {
      while (ends[user] < sequences.length(user) && sequences.time(user, ends[user]) < from) {
        ends[user]++;
      }
      int next = ends[user];
      int end = next;
      while (end < sequences.length(user) && sequences.time(user, end) < until) {
        end++;
      }
      if (next > 0 && next < end) {
        questions.ask(user, 0, next, end);
      }
    }
    Holdout asked = questions.build();
    if (asked.size() < ENOUGH) {
      return Optional.empty();
    }
    Evaluation evaluation = Evaluation.of(asked);
    Recommender anew = best.fit(sequences.slice(new int[ends.length], ends));
    return Optional.of(
        new Row(
            start.atOffset(ZoneOffset.UTC).toLocalDate().toString(),
            asked.size(),
            trained.map(one -> shown(evaluation, one)).orElse(""),
            shown(evaluation, anew)));
  }

  private static String shown(Evaluation evaluation, Recommender recommender) {
    return String.format(
        Locale.ROOT, "%.4f", evaluation.mean(Contest.METRIC).applyAsDouble(recommender));
  }
}
