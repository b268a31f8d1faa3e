package heed.notebook;

import static heed.notebook.ResultViews.decimal;
import static heed.notebook.ResultViews.grid;

import heed.chart.ExplainersChart;
import heed.chart.TrustChart;
import heed.explain.Attribution;
import heed.explain.Reasons;
import heed.explain.trust.Faithfulness;
import heed.explain.trust.Trial;
import heed.explain.trust.Trust;
import java.util.ArrayList;
import java.util.List;

/** How explanations look in a cell, and what they are worth. */
final class ExplanationViews {

  private ExplanationViews() {}

  /** The verdict, a row an explainer, and below it the curves. */
  static View trust(Trust trust) {
    List<List<String>> rows = new ArrayList<>();
    for (Trial trial : trust.trials()) {
      String name = trial.explainer();
      rows.add(
          List.of(
              name,
              decimal(trial.mean(Faithfulness::deletionArea), 3),
              name.equals("random") ? "" : decimal(trust.pValue(name, "random"), 4),
              decimal(trial.mean(Faithfulness::insertionArea), 3),
              decimal(trial.mean(Faithfulness::comprehensiveness), 3),
              decimal(trial.mean(Faithfulness::sufficiency), 3)));
    }
    List<String> caption = new ArrayList<>(List.of(trust.recommender() + ": " + trust.verdict()));
    trust.swaps().forEach(swap -> caption.add(swap.toString()));
    return grid(
            String.join("; ", caption),
            List.of(
                "",
                "deletion area \u2193",
                "p against random",
                "insertion area \u2191",
                "comprehensiveness \u2191",
                "sufficiency \u2193"),
            1,
            rows)
        .above(View.ofFigure(TrustChart.of(trust)));
  }

  static View attribution(Attribution attribution) {
    return View.ofFigure(ExplainersChart.of(List.of(attribution)));
  }

  static View attributions(List<Attribution> attributions) {
    return View.ofFigure(ExplainersChart.of(attributions));
  }

  static View reasons(List<Reasons> reasons) {
    return grid(
        "according to " + reasons.get(0).explainer(),
        List.of("recommended", "because of"),
        2,
        reasons.stream()
            .map(
                one ->
                    List.of(
                        one.item(),
                        String.join(
                            ", ", one.reasons().stream().map(Reasons.Reason::toString).toList())))
            .toList());
  }
}
