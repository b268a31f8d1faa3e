package heed.evaluation.clicks;

import heed.clicks.Clicks;

/**
 * What one predictor said of some rows.
 *
 * @param predictor its name
 * @param chances of a click, one per row
 */
public record ClickPredictions(String predictor, double[] chances) {

  public ClickPredictions {
    chances = chances.clone();
  }

  @Override
  public double[] chances() {
    return chances.clone();
  }

  /** The usual figures. */
  public ClickScore score(Clicks rows) {
    return ClickScore.of(predictor, chances, rows.clicked(), rows.users());
  }

  @Override
  public String toString() {
    return predictor + ": chances of " + chances.length + " rows";
  }
}
