package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

  @Test
  void draws_differ_and_the_same_seed_draws_the_same() {
    List<Integer> drawn = Search.draw(5, 7, random -> random.nextInt(1_000));
    assertThat(drawn).hasSize(5).doesNotHaveDuplicates();
    assertThat(Search.draw(5, 7, random -> random.nextInt(1_000))).isEqualTo(drawn);
    assertThat(Search.draw(5, 8, random -> random.nextInt(1_000))).isNotEqualTo(drawn);
  }

  @Test
  void a_smaller_budget_tries_the_first_of_a_larger_one() {
    assertThat(Search.draw(9, 1, random -> random.nextInt(1_000)))
        .startsWith(Search.draw(4, 1, random -> random.nextInt(1_000)).toArray(Integer[]::new));
  }

  @Test
  void what_has_only_two_settings_is_tried_twice_whatever_the_budget() {
    assertThat(Search.draw(10, 1, random -> random.nextInt(2))).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void the_best_validates_highest_and_of_equals_it_is_the_earliest() {
    Search<String> search =
        Search.over(List.of("aa", "bbb", "ccc", "d"), settings -> (double) settings.length());
    assertThat(search.trials()).hasSize(4);
    assertThat(search.best().settings()).isEqualTo("bbb");
  }

  @Test
  void a_trial_without_a_number_is_never_the_best() {
    assertThat(
            Search.over(List.of(Double.NaN, -1.0, Double.NaN), settings -> settings)
                .best()
                .settings())
        .isEqualTo(-1.0);
    Search<Double> none = Search.over(List.of(Double.NaN), settings -> settings);
    assertThatThrownBy(none::best).hasMessageContaining("none of 1 trials");
  }

  @Test
  void an_empty_search_is_refused() {
    assertThatThrownBy(() -> Search.draw(0, 1, random -> 1)).hasMessageContaining("asked for 0");
    assertThatThrownBy(() -> Search.over(List.of(), settings -> 1))
        .hasMessageContaining("give at least one");
  }
}
