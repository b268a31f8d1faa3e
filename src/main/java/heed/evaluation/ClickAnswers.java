package heed.evaluation;

import heed.clicks.Clicks;

/**
 * What one predictor said of some rows.
 *
 * @param predictor its name
 * @param chances of a click, one a row
 */
public record ClickAnswers(String predictor, double[] chances) {

  public ClickAnswers {
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
}
