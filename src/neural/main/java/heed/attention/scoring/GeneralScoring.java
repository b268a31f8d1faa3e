package heed.attention.scoring;

import heed.layer.Parameters;

/** Bilinear attention as a setting; {@link GeneralScore} is the score that is created from it. */
public record GeneralScoring() implements ScoringKind {

  @Override
  public Scoring bind(Parameters parameters, String name, int width) {
    return GeneralScore.create(parameters, name, width);
  }

  @Override
  public String label() {
    return "general";
  }
}
