package heed.serve;

import heed.bundle.Bundle;
import heed.log.Attributes;
import heed.recommend.Recommender;
import heed.recommend.rule.Items;
import heed.recommend.rule.Rule;
import heed.recommend.rule.Rules;

/**
 * What a service answers with: a recommender, what is known of its items, and the rules that hold
 * for every list.
 *
 * @param version what it is called in answers and metrics
 * @param recommender who scores; called by several threads at once
 * @param items what rules know of the items, of an equal catalogue
 * @param rules hold for every list, before those of a request
 * @param fallback who scores for somebody of whom nothing is known, of an equal catalogue
 */
public record Model(
    String version, Recommender recommender, Items items, Rules rules, Recommender fallback) {

  private static final int FINGERPRINT_SHOWN = 8;

  public Model {
    recommender
        .catalogue()
        .requireSame(items.catalogue(), recommender.name(), "what the rules know");
    recommender.catalogue().requireSame(fallback.catalogue(), recommender.name(), fallback.name());
  }

  /**
   * A recommender as it is: without rules, and itself the fallback, asked with an empty history.
   * The recommender stays the caller's to close, once no service answers with it.
   */
  public static Model of(Recommender recommender) {
    return new Model(
        recommender.name(),
        recommender,
        Items.of(recommender.catalogue()),
        Rules.none(),
        recommender);
  }

  /**
   * What a bundle holds, called by the bundle's name and the beginning of its fingerprint. The
   * bundle stays the caller's to close, once no service answers with it.
   *
   * @throws IllegalStateException if the bundle holds a predictor of clicks
   */
  public static Model of(Bundle bundle) {
    return of(bundle.recommender())
        .withVersion(bundle.name() + " " + bundle.fingerprint().substring(0, FINGERPRINT_SHOWN));
  }

  public Model withVersion(String version) {
    return new Model(version, recommender, items, rules, fallback);
  }

  /** With attributes that rules may ask for, by item id. */
  public Model withAttributes(Attributes attributes) {
    Items known = Items.of(recommender.catalogue(), attributes);
    return new Model(version, recommender, known, rules, fallback);
  }

  /** Instead of the rules it had. */
  public Model withRules(Rule... rules) {
    return new Model(version, recommender, items, Rules.of(rules), fallback);
  }

  /** With somebody else for whom nothing is known of, such as popularity. */
  public Model withFallback(Recommender fallback) {
    return new Model(version, recommender, items, rules, fallback);
  }
}
