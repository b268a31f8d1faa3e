package heed.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.BlendSearch;
import heed.layer.Similarity;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ItemStart;
import heed.training.Training;
import heed.training.objective.FullCrossEntropy;
import heed.training.objective.SampledSoftmax;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecipeTest {

  @Test
  void short_histories_drop_out_more_than_long_ones() {
    assertThat(network(Recipe.of(log(20, 8, 30))).dropout()).isEqualTo(.5f);
    assertThat(network(Recipe.of(log(5, 80, 100))).dropout()).isEqualTo(.3f);
  }

  @Test
  void a_network_reads_nearly_all_histories_whole_but_not_endless_ones() {
    assertThat(network(Recipe.of(log(20, 8, 30))).maxLength()).isEqualTo(10);
    assertThat(network(Recipe.of(log(3, 1_000, 30))).maxLength()).isEqualTo(200);
  }

  @Test
  void only_a_large_catalogue_is_sampled() {
    assertThat(Recipe.of(log(20, 8, 30)).training().objective())
        .isInstanceOf(FullCrossEntropy.class);
    assertThat(Recipe.of(log(20, 8, 60_000)).training().objective())
        .isInstanceOf(SampledSoftmax.class);
    assertThat(Recipe.of(log(20, 8, 60_000)).training().start()).isEqualTo(ItemStart.drawn());
  }

  @Test
  void what_users_did_is_read_where_the_log_tells_it() {
    Sequences plain = log(20, 8, 30);
    List<History> typed = plain.histories().stream().map(one -> one.withTypes(types(one))).toList();
    List<String> users = IntStream.range(0, plain.size()).mapToObj(plain::user).toList();
    Recipe recipe = Recipe.of(Sequences.of(plain.catalogue(), users, typed));
    assertThat(recipe.training().model().eventTypes()).containsExactly("buy", "view");
    assertThat(recipe.toString()).contains("event types");
    assertThat(Recipe.of(plain).toString()).doesNotContain("event types");
  }

  private static List<String> types(History history) {
    return IntStream.range(0, history.length())
        .mapToObj(event -> event % 3 == 0 ? "buy" : "view")
        .toList();
  }

  @Test
  void each_choice_has_its_reason_and_evidence() {
    Recipe recipe = Recipe.of(log(20, 8, 30));
    assertThat(recipe.choices())
        .hasSizeGreaterThanOrEqualTo(6)
        .allSatisfy(
            choice -> {
              assertThat(choice.reason()).isNotBlank();
              assertThat(choice.evidence()).isNotBlank();
              assertThat(recipe.toString()).contains(choice.toString());
            });
    assertThat(recipe.toString()).startsWith("20 users, 30 items, 160 events (8.0 per user");
  }

  @Test
  void time_that_is_given_ends_the_training() {
    Split.Parts split = Split.leaveOneOut().of(log(20, 8, 30));
    Training training = Recipe.of(split, Duration.ofMinutes(3)).training();
    assertThat(training.limits().seconds()).isEqualTo(180);
  }

  @Test
  void a_recipe_is_followed_to_a_recommender_and_a_verdict() {
    Split.Parts split = Split.leaveOneOut().of(log(40, 8, 12));
    Recipe recipe = Recipe.of(split);
    Recipe brief =
        new Recipe(
            recipe.shape(), recipe.training().withEpochs(2), recipe.counts(), recipe.choices());
    try (RecipeRun run = brief.fit(split, progress -> {})) {
      assertThat(run.verdict()).startsWith("use ").contains("validation NDCG@10");
      assertThat(run.recommender().recommend(split.test().histories().get(0), 3).entries())
          .hasSize(3);
      assertThat(run.searches())
          .hasSize(2)
          .allSatisfy(
              search ->
                  assertThat(search.best()).isGreaterThanOrEqualTo(search.validation().get(0)));
    }
  }

  @Test
  void sparse_steps_learn_directions_as_well() {
    Sequences train = log(40, 8, 30);
    Training training =
        Recipe.of(log(20, 8, 60_000))
            .training()
            .withModel(SasrecConfig.defaults().withWidth(8).withSimilarity(Similarity.cosine(.1)))
            .withEpochs(3);
    try (var run = training.fit(train, recommender -> 0, progress -> {})) {
      assertThat(run.curve().get(2).loss()).isLessThan(run.curve().get(0).loss());
    }
  }

  @Test
  void a_verdict_names_what_is_worth_having() {
    assertThat(verdict(.05, .08, .10)).startsWith("use both; validation");
    assertThat(verdict(.05, .0995, .10)).startsWith("use none");
    assertThat(verdict(.0995, .05, .10)).startsWith("use the network");
  }

  private static String verdict(double network, double neighbours, double together) {
    Recommender any = new None(catalogue(3));
    return RecipeRun.verdict(
        List.of(
            new BlendSearch(
                new Blend(any, any, .5),
                List.of(0., .5, 1.),
                List.of(network, together, neighbours))));
  }

  private record None(Catalogue catalogue) implements Recommender {

    @Override
    public String name() {
      return "none";
    }

    @Override
    public float[][] score(List<History> histories) {
      return new float[histories.size()][catalogue.size() + 1];
    }
  }

  private static SasrecConfig network(Recipe recipe) {
    return (SasrecConfig) recipe.training().model();
  }

  /** Users who go round the catalogue, each from another item on. */
  private static Sequences log(int users, int length, int items) {
    Catalogue catalogue = catalogue(items);
    List<String> names = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int first = user;
      names.add("user " + user);
      histories.add(
          History.untimed(
              catalogue, IntStream.range(0, length).map(i -> (first + i) % items + 1).toArray()));
    }
    return Sequences.of(catalogue, names, histories);
  }

  private static Catalogue catalogue(int items) {
    return Catalogue.of(
        IntStream.rangeClosed(1, items).mapToObj(Integer::toString).toList(), Map.of());
  }
}
