package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.file.Resealed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedReportTest {

  private static final SavedReport EARLIER =
      SavedReport.of(table("10 questions", row("a \"quoted\", name", .5), row("b", .3)));

  @Test
  void what_is_written_reads_back_the_same(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("reports/first.json");
    EARLIER.writeJson(file);
    assertThat(SavedReport.read(file)).isEqualTo(EARLIER);
    assertThat(SavedReport.read(file).changesSince(EARLIER)).isEmpty();
  }

  @Test
  void the_table_it_was_made_of_comes_back_from_the_file(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("two.json");
    Estimate best = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
    Estimate behind = new Estimate(.1, new Interval(0, .2), .01, Significance.BEHIND);
    EstimateTable two =
        new EstimateTable(
            "10 questions",
            List.of("NDCG@10", "HR@10"),
            List.of(
                new EstimateTable.Row("a", List.of(best, behind)),
                new EstimateTable.Row("b", List.of(behind, best))));
    SavedReport.of(two).writeJson(file);
    assertThat(SavedReport.read(file).table()).isEqualTo(two);
    Files.writeString(file, Resealed.json(Files.readString(file).replace("behind", "somewhere")));
    SavedReport odd = SavedReport.read(file);
    assertThatThrownBy(odd::table).hasMessageContaining("a stands as 'somewhere'");
  }

  @Test
  void the_csv_has_a_line_a_figure(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("first.csv");
    EARLIER.writeCsv(file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "recommender,column,value,low,high,p,standing",
            "\"a \"\"quoted\"\", name\",\"NDCG@10\",0.5,0.4,0.6,1.0,\"best\"",
            "\"b\",\"NDCG@10\",0.3,0.19999999999999998,0.4,1.0,\"best\"");
  }

  @Test
  void what_changed_is_told_with_whether_chance_could_have_done_it() {
    SavedReport now =
        SavedReport.of(
            table("20 questions", row("a \"quoted\", name", .55), row("b", .9), row("c", .1)));
    assertThat(now.changesSince(EARLIER))
        .containsExactly(
            "asked otherwise: 10 questions; now 20 questions",
            "a \"quoted\", name, NDCG@10: 0.5500, was 0.5000 (0.4000 to 0.6000): moved within its"
                + " interval",
            "b, NDCG@10: 0.9000, was 0.3000 (0.2000 to 0.4000): moved out of its interval",
            "c, NDCG@10: new, 0.1000");
    assertThat(EARLIER.changesSince(now)).contains("c, NDCG@10: gone, was 0.1000");
  }

  @Test
  void a_file_that_holds_no_report_is_refused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("other.json");
    Files.writeString(file, "{}");
    assertThatThrownBy(() -> SavedReport.read(file)).hasMessageContaining("the format none");
    Files.writeString(file, "rating,1");
    assertThatThrownBy(() -> SavedReport.read(file)).hasMessageContaining("not JSON");
  }

  private static EstimateTable table(String caption, EstimateTable.Row... rows) {
    return new EstimateTable(caption, List.of("NDCG@10"), List.of(rows));
  }

  private static EstimateTable.Row row(String name, double value) {
    Interval interval = new Interval(value - .1, value + .1);
    return new EstimateTable.Row(
        name, List.of(new Estimate(value, interval, 1, Significance.BEST)));
  }
}
