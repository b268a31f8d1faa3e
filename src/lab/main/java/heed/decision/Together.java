package heed.decision;

import heed.evaluation.BlendSearch;
import heed.recipe.RecipeRun;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The network and what counts as one, without the parts that were given no share.
 *
 * @param contender the blend, for the test; nothing where it is the network, or a single baseline
 *     that is tested anyway
 * @param withNetwork whether the network has a share
 * @param words what it is made of
 */
record Together(Optional<Recommender> contender, boolean withNetwork, String words) {

  /** The parts of the blend that was chosen. */
  static Together of(RecipeRun run, TunedBaselines baselines) {
    return of(run.network().recommender(), run.searches(), baselines.names());
  }

  static Together of(Recommender network, List<BlendSearch> searches, List<String> tested) {
    Recommender whole = whole(searches);
    boolean withNetwork = searches.stream().noneMatch(search -> search.blend().weight() == 1);
    boolean alone = whole == network || tested.contains(whole.name());
    String words =
        withNetwork
            ? alone
                ? "No blend is tested: the network alone validates better than with any share of"
                    + " what counts."
                : "The network with counts is a mixture: " + mixture(whole) + "."
            : String.format(
                Locale.ROOT,
                alone
                    ? "No blend is tested: %s validates better alone than with any share of the"
                        + " network."
                    : "The network has no share in the blend: %s validates better without it.",
                alone ? whole.name() : mixture(whole));
    return new Together(alone ? Optional.empty() : Optional.of(whole), withNetwork, words);
  }

  /** One after the other; what counts alone is kept as shares, so that it can be blended again. */
  static Recommender whole(List<BlendSearch> searches) {
    Recommender whole = searches.get(0).blend().network();
    for (BlendSearch search : searches) {
      Blend blend = search.blend();
      Recommender counts = blend.counts();
      whole =
          blend.weight() == 0
              ? whole
              : blend.weight() == 1
                  ? new Blend(counts, counts, 1)
                  : new Blend(whole, counts, blend.weight());
    }
    return whole instanceof Blend only && only.weight() == 1 ? only.counts() : whole;
  }

  /** Who is in it, with the share of each in the whole. */
  static String mixture(Recommender whole) {
    if (!(whole instanceof Blend)) {
      return whole.name();
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    share(whole, 1, shares);
    return shares.entrySet().stream()
        .map(one -> String.format(Locale.ROOT, "%.0f%% %s", 100 * one.getValue(), one.getKey()))
        .collect(Collectors.joining(" + "));
  }

  private static void share(Recommender part, double share, Map<String, Double> shares) {
    if (!(part instanceof Blend blend)) {
      shares.merge(part.name(), share, Double::sum);
      return;
    }
    if (blend.weight() < 1) {
      share(blend.network(), share * (1 - blend.weight()), shares);
    }
    if (blend.weight() > 0) {
      share(blend.counts(), share * blend.weight(), shares);
    }
  }

  /** What a table calls a recommender of the test: with all its settings a blend is too long. */
  String called(String name) {
    return withNetwork && contender.filter(one -> one.name().equals(name)).isPresent()
        ? "the network with counts"
        : name;
  }
}
