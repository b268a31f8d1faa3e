package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.baseline.Popularity;
import heed.chart.IntervalChart;
import heed.chart.SplitChart;
import heed.evaluation.Evaluation;
import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.Segments;
import heed.evaluation.checkup.CheckUp;
import heed.evaluation.significance.EstimateTable;
import heed.experiment.SavedReport;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A split, a metric and a recommender of one's own, made of what is public, go wherever ours do.
 */
class OwnEvaluationTest {

  private static final Catalogue TEN =
      Catalogue.of(IntStream.range(0, 10).mapToObj(Integer::toString).toList(), Map.of());

  /** Thirty users, who walk round the catalogue from another item each. */
  private static final Sequences WALKS =
      Sequences.of(
          TEN,
          IntStream.range(0, 30).mapToObj(user -> "u" + user).toList(),
          IntStream.range(0, 30).mapToObj(OwnEvaluationTest::walk).toList());

  private static History walk(int from) {
    int[] items = new int[8];
    long[] times = new long[8];
    Arrays.setAll(items, i -> (from + i) % TEN.size() + 1);
    Arrays.setAll(times, i -> 100L * i + from);
    return History.of(TEN, items, times);
  }

  /** Of every user the last two events at once; of every second user to validate, else to test. */
  private record LastTwo() implements Split {

    @Override
    public String name() {
      return "last two, by turns";
    }

    @Override
    public Parts of(Sequences sequences) {
      int[] ends = new int[sequences.size()];
      Holdout.Builder validation = new Holdout.Builder(sequences);
      Holdout.Builder test = new Holdout.Builder(sequences);
      for (int user = 0; user < ends.length; user++) {
        int length = sequences.length(user);
        ends[user] = length - 2;
        (user % 2 == 0 ? validation : test).ask(user, 0, length - 2, length);
      }
      Sequences train = sequences.slice(new int[ends.length], ends);
      return Parts.of(this, train, validation.build(), test.build(), "give more users");
    }
  }

  /** 1 where all right answers stand among the first k. */
  private record AllFound(int k) implements Metric {

    @Override
    public String name() {
      return "all found@" + k;
    }

    @Override
    public double of(int[] ranks, int candidates) {
      return ranks[ranks.length - 1] <= k ? 1 : 0;
    }
  }

  /** Knows that everybody walks on. */
  private record Ahead(Catalogue catalogue) implements Recommender {

    @Override
    public String name() {
      return "ahead";
    }

    @Override
    public float[][] score(List<History> histories) {
      float[][] scores = new float[histories.size()][catalogue.size() + 1];
      for (int row = 0; row < scores.length; row++) {
        History history = histories.get(row);
        int last = history.length() == 0 ? 0 : history.item(history.length() - 1);
        for (int step = 1; step <= catalogue.size(); step++) {
          scores[row][(last + step - 1) % catalogue.size() + 1] = -step;
        }
      }
      return scores;
    }
  }

  private static final Split.Parts PARTS = new LastTwo().of(WALKS);

  @Test
  void an_own_split_asks_measures_its_leaks_and_is_drawn() {
    assertThat(PARTS.train().events()).isEqualTo(6 * 30);
    assertThat(PARTS.test().size()).isEqualTo(15);
    assertThat(PARTS.test().targetCount()).isEqualTo(30);
    assertThat(PARTS.leaks().targetsInTraining()).isZero();
    assertThat(PARTS.coldStart().known().size()).isEqualTo(15);
    assertThat(PARTS.toString()).startsWith("last two, by turns: train 180 events");
    assertThat(SplitChart.of(PARTS).json()).contains("last two, by turns");
  }

  @Test
  void own_parts_are_compared_in_a_report_with_intervals_and_segments_and_saved(
      @TempDir Path folder) throws IOException {
    Report report =
        Evaluation.of(PARTS.test()).compare(new Ahead(TEN), Popularity.ever(PARTS.train()));
    EstimateTable table = report.on(new AllFound(2), Metric.recall(2));
    assertThat(table.columns()).containsExactly("all found@2", "recall@2");
    assertThat(table.rows().get(0).estimates().get(0).value()).isEqualTo(1);
    assertThat(table.rows().get(0).estimates().get(0).interval().low()).isEqualTo(1);
    assertThat(report.differences(new AllFound(2))).hasSize(1);
    assertThat(report.sampled(new AllFound(2), 1).rows().get(0).sampled()).isEqualTo(1);
    EstimateTable bySegment =
        report.by(Segments.byPopularity(PARTS.train(), PARTS.test()), new AllFound(2));
    assertThat(bySegment.caption()).startsWith("all found@2 by popularity of the target");
    assertThat(IntervalChart.of("Walks", table).json()).contains("all found@2");

    SavedReport.of(table).writeJson(folder.resolve("report.json"));
    SavedReport.of(table).writeCsv(folder.resolve("report.csv"));
    SavedReport read = SavedReport.read(folder.resolve("report.json"));
    assertThat(read.table()).isEqualTo(table);
    assertThat(read.changesSince(SavedReport.of(table))).isEmpty();
    assertThat(Files.readString(folder.resolve("report.csv")))
        .contains("\"ahead\",\"all found@2\"");
  }

  @Test
  void an_own_metric_is_checked_and_stops_a_training_of_ours() {
    CheckUp checkUp =
        CheckUp.of(PARTS, new Ahead(TEN), new AllFound(2), train -> new Ahead(train.catalogue()));
    assertThat(checkUp.summary()).startsWith("ahead, all found@2 1.0000");
    Training training =
        Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(8)).withEpochs(2);
    try (TrainingRun run =
        training.fit(
            PARTS.train(),
            Evaluation.of(PARTS.validation()).mean(new AllFound(5)),
            ProgressListener.SILENT)) {
      assertThat(run.curve()).hasSize(2);
      assertThat(run.bestValidation()).isBetween(0.0, 1.0);
      assertThat(Evaluation.of(PARTS.validation()).ndcg(10).applyAsDouble(run.recommender()))
          .isBetween(0.0, 1.0);
    }
  }

  @Test
  void an_own_recommender_refuses_another_catalogue_without_a_line_of_its_own() {
    Recommender own = new Ahead(TEN);
    Catalogue tools =
        Catalogue.of(IntStream.range(100, 110).mapToObj(Integer::toString).toList(), Map.of());
    History foreign = History.untimed(tools, 3);
    assertThatThrownBy(() -> own.recommend(foreign, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ahead knows another catalogue (10 items) than the history (10");
    assertThatThrownBy(() -> Evaluation.of(Holdout.of(List.of(foreign), 1)).ranks(own))
        .hasMessageContaining("ahead knows another catalogue (10 items) than the holdout (10");
    assertThatThrownBy(() -> own.recommend(null, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ahead needs a history");
    Catalogue again =
        Catalogue.of(IntStream.range(0, 10).mapToObj(Integer::toString).toList(), Map.of());
    assertThat(own.recommend(History.untimed(again, 3), 1).entries().get(0).item()).isEqualTo(4);
  }
}
