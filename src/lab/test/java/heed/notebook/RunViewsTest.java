package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.experiment.DataFingerprint;
import heed.experiment.RunRecord;
import heed.experiment.Runs;
import heed.model.sequential.SasrecConfig;
import heed.search.SearchSpace;
import heed.training.Training;
import heed.training.optimizer.Epoch;
import heed.tuning.Search;
import heed.tuning.SearchTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunViewsTest {

  private static RunRecord record(String name, int seed, Map<String, Object> config) {
    return new RunRecord(
        name,
        "2026-01-31T12:30:00Z",
        config,
        new DataFingerprint("log.csv", "abc", 1, 2, 3, List.of()),
        "leave-one-out",
        seed,
        Map.of("heed", "0.1.0"),
        Map.of("device", "CPU"),
        Map.of("NDCG@10", 0.05 * seed),
        name.equals("hits") ? List.of() : List.of(new Epoch(1, 7.5, 0.01, 2)),
        Map.of("train", 4.0));
  }

  @Test
  void runs_show_what_they_reached_then_what_differs_then_their_curves() {
    Runs runs =
        Runs.of(record("narrow", 1, Map.of("width", 32)), record("wide", 2, Map.of("width", 64)));
    List<View> parts = Views.standard().of(runs).parts();
    assertThat(parts).hasSize(3);
    assertThat(parts.get(0).text()).contains("narrow, seed 1", "0.0500", "0.1000", "mean");
    assertThat(parts.get(1).text()).contains("width", "32", "64");
    assertThat(parts.get(2).figure()).isPresent();
  }

  @Test
  void runs_that_differ_in_their_seed_alone_or_have_no_curve_show_less() {
    Runs seeds = Runs.of(record("same", 1, Map.of()), record("same", 2, Map.of()));
    assertThat(Views.standard().of(seeds).parts()).hasSize(2);
    assertThat(Views.standard().of(Runs.of(record("hits", 1, Map.of()))).parts()).hasSize(1);
  }

  @Test
  void damaged_records_are_named_below_the_others() {
    Runs runs = new Runs(List.of(record("hits", 1, Map.of())), List.of("x.json is cut off"));
    List<View> parts = Views.standard().of(runs).parts();
    assertThat(parts).hasSize(2);
    assertThat(parts.get(1).text()).contains("Left out", "x.json is cut off");
  }

  @Test
  void a_record_is_a_table_of_what_came_of_it() {
    assertThat(Views.standard().of(record("film", 1, Map.of())).text())
        .contains("film, seed 1", "NDCG@10", "0.0500", "train", "4.0 s", "version of heed");
  }

  @Test
  void a_search_is_a_table_above_its_parallel_coordinates() {
    SearchSpace<Training> space =
        SearchSpace.of(Training.of(SasrecConfig.defaults())).choices("model.layers", 1, 2, 3);
    Search<Training> search =
        Search.over(
            space.grid(1),
            settings -> ((SasrecConfig) settings.model()).layers() == 2 ? 0.5 : 0.25);
    List<View> parts = Views.standard().of(SearchTable.of(search, space)).parts();
    assertThat(parts.get(0).text()).contains("3 tries, the best first", "layers");
    assertThat(parts.get(0).text().lines().filter(line -> line.startsWith("1.")))
        .singleElement()
        .asString()
        .contains("2", "0.5000");
    assertThat(parts.get(1).figure()).isPresent();
  }
}
