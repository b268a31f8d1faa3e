package heed.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  @TempDir private Path folder;

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
    assertThatThrownBy(() -> Search.over(List.of(), settings -> 1))
        .hasMessageContaining("give at least one");
  }

  @Test
  void a_search_stops_after_so_many_tries_without_a_better_one() {
    List<Integer> tried = new ArrayList<>();
    Search<Integer> search =
        Search.over(
            List.of(3, 5, 4, 5, 1, 9),
            settings -> {
              tried.add(settings);
              return settings;
            },
            SearchLimits.none().withPatience(3));
    assertThat(tried).containsExactly(3, 5, 4, 5, 1);
    assertThat(search.best().settings()).isEqualTo(5);
  }

  @Test
  void what_was_tried_before_it_was_stopped_or_failed_is_not_tried_again() {
    SearchLimits kept = SearchLimits.none().withTriesIn(folder.resolve("tries.json"), "lengths");
    List<String> candidates = List.of("a", "bbb", "cc", "dddd");
    Search<String> stopped =
        Search.over(
            candidates,
            settings -> {
              if (settings.equals("cc")) {
                Thread.currentThread().interrupt();
              }
              return settings.length();
            },
            kept);
    assertThat(stopped.trials()).extracting(Search.Trial::settings).containsExactly("a", "bbb");
    List<String> tried = new ArrayList<>();
    List<String> heard = new ArrayList<>();
    Search<String> whole =
        Search.over(
            candidates,
            settings -> {
              tried.add(settings);
              return settings.length();
            },
            kept.withProgress(heard::add));
    assertThat(tried).containsExactly("cc", "dddd");
    assertThat(whole.trials()).extracting(Search.Trial::validation).containsExactly(1., 3., 2., 4.);
    assertThat(heard.get(1)).isEqualTo("try 2: 3.0000, best 3.0000 (as tried before)");
  }

  @Test
  void tries_about_something_else_and_files_that_are_none_are_refused() throws IOException {
    Path file = folder.resolve("tries.json");
    Search.over(List.of("a"), String::length, SearchLimits.none().withTriesIn(file, "lengths"));
    assertThatThrownBy(
            () ->
                Search.over(
                    List.of("a"), String::length, SearchLimits.none().withTriesIn(file, "widths")))
        .hasMessageContainingAll("about lengths", "asked for is widths", "another file");
    for (String other : List.of("{", "{}", "[]", "")) {
      Files.writeString(file, other);
      assertThatThrownBy(
              () ->
                  Search.over(
                      List.of("a"),
                      String::length,
                      SearchLimits.none().withTriesIn(file, "lengths")))
          .as(other)
          .hasMessageContaining("holds no tries");
    }
  }

  /** The same name and text as settings of an older version would have. */
  private record Old(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  @Test
  void tries_of_settings_that_had_other_components_are_told_of_and_not_passed_over_in_silence() {
    SearchLimits kept = SearchLimits.none().withTriesIn(folder.resolve("tries.json"), "lengths");
    Search.over(List.of(new Old("Net[width=8, depth=1]"), new Old("Other[a=1]")), old -> 1, kept);
    List<String> heard = new ArrayList<>();
    Search.over(
        List.of(new Old("Net[width=8, window=2]"), new Old("Net[width=9, window=2]")),
        old -> 2,
        kept.withProgress(heard::add));
    assertThat(heard).hasSize(3);
    assertThat(heard.get(0))
        .contains("the 2 tries in", "without window and with depth", "tried anew; delete the file");
    heard.clear();
    Search.over(
        List.of(new Old("Net[width=7, window=3]")), old -> 1, kept.withProgress(heard::add));
    Search.over(List.of(new Old("Third[b=1]")), old -> 1, kept.withProgress(heard::add));
    assertThat(heard).as("other values and other records are no change of components").hasSize(2);
  }
}
