package heed.explain.trust;

import heed.explain.Attribution;
import heed.explain.Example;
import heed.explain.Explainer;
import heed.explain.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether runs of one training that differ in their seed give the same explanations. What changes
 * with the seed is a matter of the run, and not of the data.
 *
 * @param explainer who explains
 * @param pairs the agreement of each pair of runs
 */
public record SeedStability(String explainer, List<RankAgreement> pairs) implements Sentence {

  public SeedStability {
    pairs = List.copyOf(pairs);
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("stability needs at least 2 runs to compare");
    }
  }

  /**
   * The agreement of explainers of one kind over the same questions.
   *
   * @param explainers one a run, at least 2
   */
  public static SeedStability of(List<? extends Explainer> explainers, List<Example> questions) {
    List<List<Attribution>> said = new ArrayList<>();
    for (Explainer explainer : explainers) {
      said.add(
          questions.stream().map(one -> explainer.explain(one.history(), one.item())).toList());
    }
    List<RankAgreement> pairs = new ArrayList<>();
    for (int one = 0; one < said.size(); one++) {
      for (int other = one + 1; other < said.size(); other++) {
        pairs.add(RankAgreement.of(said.get(one), said.get(other)));
      }
    }
    return new SeedStability(explainers.isEmpty() ? "" : explainers.get(0).name(), pairs);
  }

  /** Kendall's tau, averaged over pairs. */
  public double tau() {
    return pairs.stream().mapToDouble(RankAgreement::tau).average().orElseThrow();
  }

  /** How often a pair agrees on the heaviest event. */
  public double sameTop() {
    return pairs.stream().mapToDouble(RankAgreement::sameTop).average().orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: between seeds tau %.2f, the same heaviest event in %.0f%% of questions",
        explainer,
        tau(),
        100 * sameTop());
  }
}
