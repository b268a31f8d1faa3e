package heed.notebook;

import heed.chart.WeightsChart;
import heed.explain.UserInterests;
import heed.explain.UserInterests.Interest;
import heed.model.interest.InterestAttention;
import heed.recommend.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the interests of a user look in a cell. */
final class InterestViews {

  private InterestViews() {}

  /** Where each interest comes from as a picture, and below it what each recommends. */
  static View interests(UserInterests user) {
    Map<String, float[]> shares = new LinkedHashMap<>();
    user.byWeight().forEach(interest -> shares.put(called(interest), interest.shares()));
    String title = "What each interest is made of, the heaviest first";
    return View.ofFigure(WeightsChart.of(title, user.history(), shares)).above(lists(user));
  }

  /** What each interest took of each event. */
  static View attention(InterestAttention attention) {
    String title = "What each interest takes of each event, the heaviest first";
    return View.ofFigure(WeightsChart.of(title, attention.history(), attention.overEvents()));
  }

  private static View lists(UserInterests user) {
    List<String> columns = new ArrayList<>(List.of(""));
    List<Ranking> rankings = new ArrayList<>();
    user.byWeight()
        .forEach(
            interest -> {
              columns.add(called(interest));
              rankings.add(interest.ranking());
            });
    columns.add("all together");
    rankings.add(user.fused());
    List<List<String>> rows = new ArrayList<>();
    for (int rank = 0; rank < user.fused().entries().size(); rank++) {
      List<String> row = new ArrayList<>(List.of((rank + 1) + "."));
      for (Ranking ranking : rankings) {
        row.add(ranking.entries().get(rank).title());
      }
      rows.add(row);
    }
    List<Boolean> numeric = columns.stream().map(String::isEmpty).toList();
    return Grid.of(columns, numeric, rows).view(user.fused().recommender());
  }

  private static String called(Interest interest) {
    return String.format(
        Locale.ROOT, "interest %d (%.0f%%)", interest.number(), 100 * interest.weight());
  }
}
