package heed.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.attention.LocalMask;
import heed.baseline.ItemKnn;
import heed.model.interest.ComiRecSaConfig;
import heed.model.sequential.SasrecConfig;
import heed.search.SearchRange;
import heed.search.SearchSpace;
import heed.search.Tunable;
import heed.training.Training;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  private static final Training BASE = Training.of(SasrecConfig.defaults());

  /** Everything a component can be. */
  record Mixed(int whole, long long_, float short_, double real, String word, Inner inner) {}

  record Inner(boolean on) {}

  @Test
  void a_component_deep_inside_is_set_and_the_rest_stays() {
    SearchSpace<Training> space =
        SearchSpace.of(BASE)
            .log("optimizer.adam.rate", 1e-4, 1e-2)
            .choices("model.width", 32, 64)
            .whole("limits.batchSize", 256, 4096);
    Training drawn = space.draw(new SplittableRandom(1));
    SasrecConfig model = (SasrecConfig) drawn.model();
    assertThat(model.width()).isIn(32, 64);
    assertThat(drawn.optimizer().adam().rate()).isBetween(1e-4f, 1e-2f);
    assertThat(drawn.limits().batchSize()).isBetween(256, 4096);
    assertThat(drawn.withLearningRate(1e-3).withBatchSize(BASE.limits().batchSize()).model())
        .isEqualTo(SasrecConfig.defaults().withWidth(model.width()));
    assertThat(space.values(drawn))
        .containsExactly(
            drawn.optimizer().adam().rate(), model.width(), drawn.limits().batchSize());
  }

  @Test
  void any_record_and_any_type_may_vary() {
    Mixed base = new Mixed(1, 2, 3, 4, "five", new Inner(false));
    Mixed changed =
        SearchSpace.of(base)
            .whole("whole", 7, 7)
            .whole("long_", 8, 8)
            .real("short_", 0.5, 0.5)
            .log("real", 0.25, 0.25)
            .choices("word", "six")
            .choices("inner.on", true)
            .draw(new SplittableRandom(1));
    assertThat(changed).isEqualTo(new Mixed(7, 8, 0.5f, 0.25, "six", new Inner(true)));
    assertThat(SearchSpace.of(new ItemKnn(1, 0, 1)).whole("neighbours", 2, 3).grid(9))
        .extracting(ItemKnn::neighbours)
        .containsExactly(2, 3);
  }

  @Test
  void a_grid_holds_every_combination_with_ends_and_middles() {
    SearchSpace<Mixed> space =
        SearchSpace.of(new Mixed(1, 2, 3, 4, "five", new Inner(false)))
            .log("real", 0.01, 100)
            .whole("whole", 0, 10)
            .choices("word", "a", "b", "c", "d");
    List<Mixed> grid = space.grid(3);
    assertThat(grid).hasSize(3 * 3 * 4).doesNotHaveDuplicates();
    assertThat(grid).extracting(Mixed::real).containsOnly(0.01, 1.0, 100.0);
    assertThat(grid).extracting(Mixed::whole).containsOnly(0, 5, 10);
    assertThat(grid.subList(0, 4)).extracting(Mixed::word).containsExactly("a", "b", "c", "d");
    assertThat(space.grid(1)).hasSize(4).extracting(Mixed::real).containsOnly(1.0);
  }

  @Test
  void orders_of_magnitude_are_drawn_alike_and_whole_numbers_reach_both_ends() {
    SearchRange log = new SearchRange.Log(1e-4, 1);
    SplittableRandom random = new SplittableRandom(1);
    long small = IntStream.range(0, 4_000).filter(i -> (double) log.draw(random) < 1e-3).count();
    assertThat(small).isBetween(900L, 1_100L); // A quarter of four orders of magnitude.
    SearchRange whole = new SearchRange.Whole(1, 3);
    assertThat(IntStream.range(0, 200).mapToObj(i -> whole.draw(random)).distinct())
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(new SearchRange.Log(0.12345, 0.12345).draw(random)).isEqualTo(0.12345);
  }

  @Test
  void the_same_seed_draws_the_same_and_settings_do_not_repeat() {
    SearchSpace<Training> space = SearchSpace.of(BASE).choices("model.layers", 1, 2, 3);
    assertThat(space.draw(10, 1)).hasSize(3).isEqualTo(space.draw(10, 1));
  }

  @Test
  void what_is_no_component_or_cannot_be_such_a_value_is_named() {
    SearchSpace<Training> space = SearchSpace.of(BASE);
    assertThatThrownBy(() -> space.whole("model.breadth", 1, 2))
        .hasMessageContainingAll("SasrecConfig has no component 'breadth'", "width, layers");
    assertThatThrownBy(() -> space.real("model.width", 0.5, 0.5))
        .hasMessageContaining("component 'width' is of type int and cannot be 0.5");
    assertThatThrownBy(() -> space.choices("model.activation", "loud"))
        .hasMessageContaining("of type Activation and cannot be loud");
    assertThatThrownBy(() -> space.whole("seed.more", 1, 2))
        .hasMessageContaining("'seed' is no record, so it has no 'more'");
    assertThatThrownBy(() -> space.choices("model.width", 33))
        .hasMessageContaining("not divisible");
    assertThatThrownBy(() -> space.log("optimizer.adam.rate", 0, 1))
        .hasMessageContaining("begins above 0");
    assertThatThrownBy(() -> space.whole("seed", 3, 2)).hasMessageContaining("found 3.0 to 2.0");
    assertThatThrownBy(() -> space.choices("seed")).hasMessageContaining("at least one");
  }

  @Test
  void a_record_that_keeps_other_components_in_proportion_does_so_in_a_search_too() {
    ComiRecSaConfig narrow =
        SearchSpace.of(ComiRecSaConfig.defaults()).choices("width", 8).grid(1).get(0);
    assertThat(narrow).isEqualTo(ComiRecSaConfig.defaults().withWidth(8));
    assertThat(narrow.hidden()).isEqualTo(32);
    assertThat(SearchSpace.of(BASE).choices("model.attention.mask", new LocalMask(3, 0)).grid(1))
        .extracting(training -> ((SasrecConfig) training.model()).window())
        .containsExactly(OptionalInt.of(3));
  }

  /** Settings of somebody else, which say how they are tuned. */
  record Warm(double temperature, Duration memory) implements Tunable {
    @Override
    public List<SearchSpace.Axis> hyperparameters() {
      return List.of(
          SearchSpace.Axis.log("temperature", .1, 10),
          new SearchSpace.Axis("memory", new SearchRange.Days(new SearchRange.Log(1, 100, 1))));
    }
  }

  record Outer(Warm inside, int width) {}

  @Test
  void settings_declare_their_own_space_and_whoever_holds_them_searches_it() {
    Warm warm = new Warm(1, Duration.ofDays(2));
    assertThat(SearchSpace.declaredBy(warm).grid(3))
        .hasSize(9)
        .contains(new Warm(.1, Duration.ofDays(1)), new Warm(10, Duration.ofDays(10)));
    SearchSpace<Outer> outer = SearchSpace.of(new Outer(warm, 1)).declared("inside", warm);
    assertThat(outer.choices("width", 2).axes())
        .extracting(SearchSpace.Axis::component)
        .containsExactly("inside.temperature", "inside.memory", "width");
    assertThat(outer.draw(5, 1))
        .hasSize(5)
        .extracting(Outer::inside)
        .isEqualTo(SearchSpace.declaredBy(warm).draw(5, 1));
  }

  @Test
  void of_some_axes_those_are_taken_whose_component_is_there() {
    assertThat(
            SearchSpace.axesOf(
                BASE,
                SearchSpace.Axis.choices("model.width", 8),
                SearchSpace.Axis.choices("model.depth", 8),
                SearchSpace.Axis.choices("seed.more", 8)))
        .extracting(SearchSpace.Axis::component)
        .containsExactly("model.width");
  }

  @Test
  void what_is_fixed_is_the_same_in_all_and_does_not_change_what_is_drawn() {
    SearchSpace<Training> space = SearchSpace.of(BASE).log("optimizer.adam.rate", 1e-4, 1e-2);
    assertThat(space.fixed("model.maxLength", 7).draw(4, 1))
        .allSatisfy(drawn -> assertThat(drawn.model().maxLength()).isEqualTo(7))
        .extracting(drawn -> drawn.optimizer().adam().rate())
        .isEqualTo(
            space.draw(4, 1).stream().map(drawn -> drawn.optimizer().adam().rate()).toList());
  }

  @Test
  void what_is_no_record_has_nothing_to_vary() {
    assertThat(SearchSpace.of("a word").draw(3, 1)).containsExactly("a word");
    assertThatThrownBy(() -> SearchSpace.of("a word").choices("length", 1))
        .hasMessage("String is no record, so it has no component 'length'");
  }

  @Test
  void values_of_any_kind_are_drawn_once_each_and_the_same_for_the_same_seed() {
    List<Integer> drawn = SearchSpace.draw(5, 7, random -> random.nextInt(1_000));
    assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
    assertThat(SearchSpace.draw(5, 7, random -> random.nextInt(1_000))).isEqualTo(drawn);
    assertThat(SearchSpace.draw(5, 8, random -> random.nextInt(1_000))).isNotEqualTo(drawn);
  }

  @Test
  void a_smaller_budget_tries_the_first_of_a_larger_one() {
    assertThat(SearchSpace.draw(9, 1, random -> random.nextInt(1_000)))
        .startsWith(
            SearchSpace.draw(4, 1, random -> random.nextInt(1_000)).toArray(Integer[]::new));
  }

  @Test
  void what_has_only_two_settings_is_tried_twice_whatever_the_budget() {
    assertThat(SearchSpace.draw(10, 1, random -> random.nextInt(2)))
        .containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void a_draw_of_nothing_is_refused() {
    assertThatThrownBy(() -> SearchSpace.draw(0, 1, random -> 1))
        .hasMessageContaining("asked for 0");
  }
}
