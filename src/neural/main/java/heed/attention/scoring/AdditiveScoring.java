package heed.attention.scoring;

import heed.layer.Parameters;

/**
 * Additive attention as a setting; {@link AdditiveScore} is the score that is created from it.
 *
 * @param hidden h, the width of the hidden layer, at least 1. A layer holds h numbers per head and
 *     pair of events
 */
public record AdditiveScoring(int hidden) implements ScoringKind {

  public AdditiveScoring {
    if (hidden < 1) {
      throw new IllegalArgumentException("the hidden width is at least 1, found " + hidden);
    }
  }

  @Override
  public Scoring bind(Parameters parameters, String name, int width) {
    return AdditiveScore.create(parameters, name, width, hidden);
  }

  @Override
  public String label() {
    return "additive";
  }
}
