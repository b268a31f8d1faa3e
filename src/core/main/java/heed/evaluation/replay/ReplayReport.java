package heed.evaluation.replay;

import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.Segments;
import heed.evaluation.significance.EstimateTable;
import heed.sequence.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * What recommenders answered in a {@link Replay}.
 *
 * @param report on all questions
 * @param sinceTraining how many seconds after the last training each was asked, at least 0
 */
public record ReplayReport(Report report, long[] sinceTraining) {

  public ReplayReport {
    sinceTraining = sinceTraining.clone();
    if (sinceTraining.length != report.questions()
        || LongStream.of(sinceTraining).anyMatch(seconds -> seconds < 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each of %,d questions was asked 0 seconds or more after a training, found %,d times",
              report.questions(),
              sinceTraining.length));
    }
  }

  @Override
  public long[] sinceTraining() {
    return sinceTraining.clone();
  }

  /**
   * A measure by the time since the last training, with intervals; what is best is judged within a
   * column.
   *
   * @param ends where the columns end, ascending: an hour and a day give three columns, the first
   *     hour, the rest of the first day, and all later
   */
  public EstimateTable by(Metric metric, Duration... ends) {
    return report.by(segments(ends), metric);
  }

  /** The questions sorted by the time since the last training; {@code ends} as for {@link #by}. */
  public Segments segments(Duration... ends) {
    for (int i = 0; i < ends.length; i++) {
      if (ends[i].compareTo(i == 0 ? Duration.ZERO : ends[i - 1]) <= 0) {
        throw new IllegalArgumentException(
            "the times since a training ascend from above 0, found " + Arrays.toString(ends));
      }
    }
    int[] group = new int[sinceTraining.length];
    for (int question = 0; question < group.length; question++) {
      while (group[question] < ends.length
          && sinceTraining[question] >= ends[group[question]].toSeconds()) {
        group[question]++;
      }
    }
    return new Segments("time since the last training", labels(ends), group);
  }

  private static List<String> labels(Duration... ends) {
    if (ends.length == 0) {
      return List.of("all");
    }
    List<String> labels = new ArrayList<>(List.of("first " + Durations.wordsOfOne(ends[0])));
    for (int i = 1; i < ends.length; i++) {
      labels.add(Durations.words(ends[i - 1]) + " to " + Durations.words(ends[i]));
    }
    labels.add("after " + Durations.words(ends[ends.length - 1]));
    return labels;
  }

  @Override
  public String toString() {
    return report.toString();
  }
}
