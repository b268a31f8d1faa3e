package heed.recipe;

import heed.evaluation.BlendSearch;
import heed.recommend.Recommender;
import heed.sequence.Holdout;
import heed.sequence.Split;
import heed.training.TrainingRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a {@link Recipe} led to. Owns the network's native memory; {@link #close()} frees it.
 *
 * @param recipe that was followed
 * @param network trained
 * @param searches how good each mixture was on the validation questions: the network with the first
 *     that counts, then that blend with the second, and so on
 */
public record RecipeRun(Recipe recipe, TrainingRun network, List<BlendSearch> searches)
    implements AutoCloseable {

  /** Less than this share of the best NDCG is no reason to train or to run one more. */
  private static final double WORTH_IT = .03;

  public RecipeRun {
    searches = List.copyOf(searches);
    if (searches.isEmpty()) {
      throw new IllegalArgumentException("a recipe blends its network with something that counts");
    }
  }

  /**
   * What is made of a network that was trained as a recipe says: blended with what the recipe
   * counts.
   *
   * @param network is closed with this
   */
  public static RecipeRun of(Recipe recipe, TrainingRun network, Split.Parts split) {
    return new RecipeRun(recipe, network, searches(recipe, network.recommender(), split));
  }

  /** Blends a network with what a recipe counts, each weight chosen on the validation questions. */
  public static List<BlendSearch> searches(Recipe recipe, Recommender network, Split.Parts split) {
    List<Recommender> counts = new ArrayList<>();
    recipe.counts().forEach(one -> counts.add(one.fit(split.train())));
    return searches(network, counts, split.validation());
  }

  /**
   * Blends a network with what counts, one after the other, each weight chosen on the validation
   * questions.
   *
   * @param counts fitted to the training part, such as tuned baselines; see {@link
   *     heed.recommend.Blend} for what their scores have to be
   */
  public static List<BlendSearch> searches(
      Recommender network, List<? extends Recommender> counts, Holdout validation) {
    List<BlendSearch> searches = new ArrayList<>();
    Recommender blended = network;
    for (Recommender one : counts) {
      BlendSearch search = BlendSearch.of(blended, one, validation);
      searches.add(search);
      blended = search.blend();
    }
    return searches;
  }

  /** What validates best: network and counts at the weights that do. */
  public Recommender recommender() {
    return last(searches).blend();
  }

  /** What somebody with this log should use, with the numbers that say so. */
  public String verdict() {
    return verdict(searches);
  }

  static String verdict(List<BlendSearch> searches) {
    double network = searches.get(0).validation().get(0);
    BlendSearch best = searches.stream().max(Comparator.comparingDouble(RecipeRun::counts)).get();
    String name = best.blend().counts().name();
    double together = last(searches).best();
    String numbers =
        String.format(
            Locale.ROOT,
            "validation NDCG@10 %.4f together, %.4f the network alone, %.4f %s alone",
            together,
            network,
            counts(best),
            name);
    if (together - counts(best) < WORTH_IT * together) {
      return String.format(
          Locale.ROOT, "use %s: a network adds little to it here; %s", name, numbers);
    }
    return together - network < WORTH_IT * together
        ? "use the network: counts add little to it here; " + numbers
        : "use both; " + numbers;
  }

  private static double counts(BlendSearch search) {
    return search.validation().get(search.validation().size() - 1);
  }

  private static BlendSearch last(List<BlendSearch> searches) {
    return searches.get(searches.size() - 1);
  }

  @Override
  public void close() {
    network.close();
  }

  @Override
  public String toString() {
    return verdict();
  }
}
