package heed.explain.trust;

import heed.evaluation.significance.PairedTest;
import heed.explain.AttentionRollout;
import heed.explain.Erasure;
import heed.explain.Example;
import heed.explain.Explainer;
import heed.explain.GradientTimesInput;
import heed.explain.IntegratedGradients;
import heed.explain.LastAttention;
import heed.explain.Occlusion;
import heed.explain.RandomWeights;
import heed.explain.RecencyExplainer;
import heed.explain.Support;
import heed.model.NetworkRecommender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * For one network on one set of questions: is its attention evidence of what decided? Every
 * explainer gets the same questions and is held against two controls, weights drawn at random and
 * "the later the heavier".
 *
 * @param recommender whom it is about
 * @param erasure how events were taken away
 * @param trials one an explainer, the controls last
 * @param swaps the network under other weights than its own; empty if it cannot be
 */
public record Trust(
    String recommender, String erasure, List<Trial> trials, List<AttentionSwap> swaps) {

  /** From this share of unchanged first answers on, weights dealt at random change nothing. */
  private static final double UNMOVED = 0.9;

  public Trust {
    trials = List.copyOf(trials);
    swaps = List.copyOf(swaps);
  }

  /**
   * Puts the usual explainers to the test. Asks some hundred times a question.
   *
   * @param questions at least one; fifty or more, each of another user, tell most differences
   * @param seed of the random control
   */
  public static Trust of(
      NetworkRecommender recommender, Erasure erasure, List<Example> questions, long seed) {
    List<Trial> trials = new ArrayList<>();
    for (Explainer explainer : explainers(recommender, erasure, seed)) {
      trials.add(Trial.of(explainer, erasure, questions));
    }
    List<AttentionSwap> swaps =
        recommender.isAblatable()
            ? AttentionSwap.both(
                recommender, questions.stream().map(Example::history).toList(), seed)
            : List.of();
    return new Trust(recommender.name(), erasure.name(), trials, swaps);
  }

  private static List<Explainer> explainers(
      NetworkRecommender recommender, Erasure erasure, long seed) {
    List<Explainer> explainers = new ArrayList<>(List.of(new LastAttention(recommender)));
    if (recommender.network().config().stacked()) {
      explainers.add(new AttentionRollout(recommender));
    }
    explainers.add(new GradientTimesInput(recommender, Support.LOG_PROBABILITY));
    explainers.add(new IntegratedGradients(recommender, Support.LOG_PROBABILITY));
    explainers.add(new Occlusion(erasure));
    explainers.add(new RecencyExplainer());
    explainers.add(new RandomWeights(seed));
    return explainers;
  }

  /** The trial of an explainer, by its name. */
  public Trial trial(String explainer) {
    return trials.stream()
        .filter(trial -> trial.explainer().equals(explainer))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    String.format(
                        Locale.ROOT,
                        "no trial of '%s', there are %s",
                        explainer,
                        trials.stream().map(Trial::explainer).toList())));
  }

  /**
   * How likely areas under the deletion curves as far apart as these are if the two explainers do
   * alike: a paired permutation test over questions.
   */
  public double pValue(String explainer, String control) {
    double[] first = trial(explainer).each(Faithfulness::deletionArea);
    double[] second = trial(control).each(Faithfulness::deletionArea);
    int[] questions = IntStream.range(0, first.length).toArray();
    return PairedTest.defaults().pValue(first, second, questions);
  }

  /** How far two explainers agree. */
  public RankAgreement agreement(String first, String second) {
    return RankAgreement.of(trial(first).attributions(), trial(second).attributions());
  }

  /** What all this says of the attention of the last layer. */
  public Verdict verdict() {
    return verdict("last attention");
  }

  /** What all this says of an explainer. */
  public Verdict verdict(String explainer) {
    double[] p =
        PairedTest.holm(new double[] {pValue(explainer, "random"), pValue(explainer, "recency")});
    double area = trial(explainer).mean(Faithfulness::deletionArea);
    double random = trial("random").mean(Faithfulness::deletionArea);
    double recency = trial("recency").mean(Faithfulness::deletionArea);
    Verdict.Kind kind = Verdict.Kind.EVIDENCE;
    if (!(area < random && p[0] < Verdict.LEVEL) || unmoved()) {
      kind = Verdict.Kind.NO_EVIDENCE;
    } else if (!(area < recency && p[1] < Verdict.LEVEL)) {
      kind = Verdict.Kind.RECENCY;
    }
    return new Verdict(
        kind, explainer, area, random, p[0], recency, p[1], trials.get(0).attributions().size());
  }

  private boolean unmoved() {
    return swaps.stream()
        .anyMatch(swap -> swap.how().contains("random") && swap.sameFirst() >= UNMOVED);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(recommender + ": " + verdict());
    for (Trial trial : trials) {
      text.append(
          String.format(
              Locale.ROOT,
              "%n%-20s deletion %.3f, insertion %.3f, comprehensiveness %.3f, sufficiency %.3f",
              trial.explainer(),
              trial.mean(Faithfulness::deletionArea),
              trial.mean(Faithfulness::insertionArea),
              trial.mean(Faithfulness::comprehensiveness),
              trial.mean(Faithfulness::sufficiency)));
    }
    swaps.forEach(swap -> text.append(String.format(Locale.ROOT, "%n%s", swap)));
    return text.toString();
  }
}
