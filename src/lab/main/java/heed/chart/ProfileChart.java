package heed.chart;

import heed.features.ItemWords;
import heed.figure.Figure;
import heed.figure.Labels;
import heed.model.interest.InterestProfile;
import heed.sequence.History;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a user's interest weights move as she clicks: a heat map with a row per word and a column a
 * click.
 */
public final class ProfileChart {

  private static final String HOVER =
      "<b>%{y}</b> weighs <b>%{z:.1%}</b> after<br><b>%{customdata}</b>";

  private ProfileChart() {}

  /**
   * The words that weigh most at any time, in the order in which they are at their heaviest.
   *
   * @param history what she clicked, oldest first
   * @param profiles hers after each click
   * @param most how many words are shown
   * @throws IllegalArgumentException if there is not one profile a click, or no click
   */
  public static Figure of(
      History history, List<InterestProfile> profiles, ItemWords words, int most) {
    if (history.length() == 0 || profiles.size() != history.length()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the chart needs a profile after each click, found %d profiles and %d clicks",
              profiles.size(),
              history.length()));
    }
    List<Row> rows =
        IntStream.range(0, words.words().size())
            .mapToObj(word -> Row.of(words.words().get(word).toString(), word, profiles))
            .sorted(Comparator.comparingDouble(Row::most).reversed())
            .limit(most)
            .sorted(Comparator.comparingInt(Row::peak))
            .toList();
    String finding = finding(history, rows);
    LongHistory clicks = LongHistory.latest(history.titles());
    List<String> names = rows.stream().map(Row::word).toList();
    List<double[]> shares = rows.stream().map(Row::shares).toList();
    return Figure.of(
        WeightsChart.heatmaps(clicks, names, shares, HOVER),
        WeightsChart.layout(finding, clicks, "after this click", 270 + 28 * rows.size()),
        "Interest weights, click by click. " + finding);
  }

  /**
   * A word over time.
   *
   * @param peak the click after which it weighs most, from 0
   */
  private record Row(String word, double[] shares, int peak) {

    static Row of(String name, int word, List<InterestProfile> profiles) {
      double[] shares = profiles.stream().mapToDouble(profile -> profile.share(word)).toArray();
      int peak = 0;
      for (int click = 1; click < shares.length; click++) {
        peak = shares[click] > shares[peak] ? click : peak;
      }
      return new Row(name, shares, peak);
    }

    double most() {
      return shares[peak];
    }
  }

  private static String finding(History history, List<Row> rows) {
    return String.format(
        Locale.ROOT,
        "After %s most weighs %s, at the end %s",
        Labels.inSentence(history.titles().get(0)),
        heaviest(rows, 0),
        heaviest(rows, history.length() - 1));
  }

  private static String heaviest(List<Row> rows, int click) {
    return rows.stream()
        .max(Comparator.comparingDouble(row -> row.shares()[click]))
        .map(
            row -> String.format(Locale.ROOT, "%s (%.0f%%)", row.word(), 100 * row.shares()[click]))
        .orElse("nothing");
  }
}
