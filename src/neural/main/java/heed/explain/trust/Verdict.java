package heed.explain.trust;

import heed.explain.Sentence;
import java.util.Locale;

/**
 * Whether an explainer is evidence of what decided, with the numbers that say so: mean areas under
 * the deletion curves, lower being truer.
 *
 * @param kind the verdict
 * @param explainer about whom
 * @param area its mean area
 * @param random that of weights drawn at random
 * @param pRandom of the difference, adjusted for both controls (Holm)
 * @param recency that of "the later the heavier"
 * @param pRecency of the difference, adjusted for both controls
 * @param questions how many were asked
 */
public record Verdict(
    Kind kind,
    String explainer,
    double area,
    double random,
    double pRandom,
    double recency,
    double pRecency,
    int questions)
    implements Sentence {

  /** The level that a difference from a control is held to, adjusted for both controls. */
  static final double LEVEL = 0.01;

  /** What can be concluded. */
  public enum Kind {
    /** It finds what decided better than chance and better than the rule "recent events". */
    EVIDENCE("is evidence of what decided"),
    /** It beats chance, and no more than naming the latest events would. */
    RECENCY("says no more of what decided than that recent events count"),
    /** It does not beat chance, or its weights could be dealt at random and answers would stay. */
    NO_EVIDENCE("is no evidence of what decided");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** The sentence with its numbers. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s %s (area under the deletion curve %.3f; at random %s; by recency %s; %d questions)",
        explainer,
        kind,
        area,
        control(random, pRandom),
        control(recency, pRecency),
        questions);
  }

  /**
   * A control's area, and on which side of the explainer it lies where the two can be told apart.
   */
  private String control(double other, double p) {
    String side = p >= LEVEL ? "level with it" : other < area ? "truer" : "less true";
    String chance = p < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "= %.3f", p);
    return String.format(Locale.ROOT, "%.3f, %s, p %s", other, side, chance);
  }
}
