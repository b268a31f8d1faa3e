package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.features.FittedFeatures;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.file.Damages;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.sequential.SasrecConfig;
import heed.reading.Tables;
import heed.training.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Files that are one text: whatever befalls them, they are refused by our exception. */
class DamagedTextsTest {

  private static final int DAMAGES = 2_000;

  @TempDir Path folder;

  @Test
  void two_thousand_damages_of_a_run_record_are_refused() throws IOException {
    Path file =
        RunsTest.record("t\u00e4o", Training.of(SasrecConfig.defaults()), 0.05).write(folder);
    assertThat(Damages.of(file, DAMAGES, 1, RunRecord::read)).isEqualTo(allRefused());
  }

  @Test
  void two_thousand_damages_of_a_report_are_refused() throws IOException {
    Estimate estimate = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
    EstimateTable table =
        new EstimateTable(
            "10 questions",
            List.of("NDCG@10"),
            List.of(new EstimateTable.Row("a", List.of(estimate))));
    Path file = folder.resolve("report.json");
    SavedReport.of(table).writeJson(file);
    assertThat(Damages.of(file, DAMAGES, 2, SavedReport::read)).isEqualTo(allRefused());
  }

  @Test
  void two_thousand_damages_of_features_are_refused() throws IOException {
    Table shop =
        Table.create(
            StringColumn.create("item", "a", "b", "c"),
            DoubleColumn.create("price", 1, 2, 3),
            StringColumn.create("brand", "acme", "bolt", "acme"));
    Attributes attributes =
        Tables.attributes(
            shop, "item", Attribute.number("price"), Attribute.categories("brand", "|"));
    Path file = folder.resolve("features.json");
    FeatureSet.of(Feature.zScore("price"), Feature.multiHot("brand"))
        .fit(attributes, List.of("a", "b", "c"))
        .save(file);
    assertThat(Damages.of(file, DAMAGES, 3, FittedFeatures::load)).isEqualTo(allRefused());
  }

  private static Damages.Tally allRefused() {
    return new Damages.Tally(DAMAGES, 0, 0, "");
  }
}
