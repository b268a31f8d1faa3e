package heed.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.ItemKnn;
import heed.model.sequential.SasrecConfig;
import heed.training.Training;
import java.util.List;
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
}
