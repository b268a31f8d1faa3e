package heed.baseline;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The baselines of the library that need nothing but histories, each with settings to begin with,
 * by what it is called whatever its settings. A benchmark of all baselines asks these, each in the
 * search space that its settings declare; a new baseline enters by a line here.
 */
public final class Baselines {

  private Baselines() {}

  /** From what counts most simply to what fits most. */
  public static Map<String, Baseline> overHistories() {
    Map<String, Baseline> baselines = new LinkedHashMap<>();
    baselines.put("popularity, ever", Baseline.of("popularity, ever", Popularity::ever));
    baselines.put("popularity, fading", new FadingPopularity(Duration.ofDays(30)));
    baselines.put("personal popularity", PersonalPopularity.defaults());
    baselines.put("Markov chain", MarkovChain.defaults());
    baselines.put("item-kNN", ItemKnn.defaults());
    baselines.put("session-kNN", SessionKnn.defaults());
    baselines.put("EASE", Ease.defaults());
    baselines.put("ALS", ImplicitAls.defaults());
    return Collections.unmodifiableMap(baselines);
  }
}
