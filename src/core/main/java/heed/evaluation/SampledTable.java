package heed.evaluation;

import heed.evaluation.significance.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sampled metric beside the full one, with what the sampling does: how much it flatters each
 * recommender, and whom it puts before whom.
 *
 * @param sampled the metric and how many are drawn
 * @param rows one per recommender
 */
public record SampledTable(Sampled sampled, List<Row> rows) {

  /**
   * One recommender.
   *
   * @param name what it is called
   * @param full the metric over the whole catalogue
   * @param sampled the mean of the sampled one over all draws
   */
  public record Row(String name, double full, double sampled) {}

  public SampledTable {
    rows = List.copyOf(rows);
  }

  static SampledTable of(Sampled sampled, List<Predictions> answers) {
    return new SampledTable(
        sampled,
        answers.stream()
            .map(one -> new Row(one.recommender(), one.mean(sampled.metric()), sampled.mean(one)))
            .toList());
  }

  /** Pairs that the two metrics put in opposite orders: "b before a" where in truth a is ahead. */
  public List<String> reordered() {
    List<String> found = new ArrayList<>();
    for (Row ahead : rows) {
      for (Row behind : rows) {
        if (ahead.full() > behind.full() && ahead.sampled() < behind.sampled()) {
          found.add(behind.name() + " before " + ahead.name());
        }
      }
    }
    return found;
  }

  /** What the sampling did, in words. */
  public String verdict() {
    return reordered().isEmpty()
        ? "no two change places"
        : "sampling puts " + String.join("; ", reordered());
  }

  @Override
  public String toString() {
    TextTable text =
        new TextTable(List.of(sampled.metric().name(), sampled.name(), "so many times"));
    for (Row row : rows) {
      text.row(
          row.name(),
          List.of(
              String.format(Locale.ROOT, "%.4f", row.full()),
              String.format(Locale.ROOT, "%.4f", row.sampled()),
              String.format(Locale.ROOT, "%.1f", row.sampled() / row.full())));
    }
    return verdict() + "\n" + text;
  }
}
