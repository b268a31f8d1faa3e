package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.bundle.Bundle;
import heed.datasets.KnownSet;
import heed.experiment.RunRecord;
import heed.experiment.Runs;
import heed.log.Interactions;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.planted.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionReportTest {

  @TempDir Path folder;

  @Test
  void a_small_log_becomes_a_page_a_bundle_and_records() throws IOException {
    PlantedLog planted = Planted.of(150, 30, 1_800).withRule(Rule.back(1)).generate(1);
    Path csv = folder.resolve("planted.csv");
    planted.writeCsv(csv);
    WrittenReport report = WrittenReport.of(csv);
    ReportOptions options = report.options();

    assertThat(report.pages().get(0)).contains("This page is not complete", "What is in the log");
    String page = report.page();
    assertThat(page).doesNotContain("This page is not complete");
    for (String section :
        new String[] {
          "log",
          "cleaning",
          "question",
          "baselines",
          "power",
          "network",
          "comparison",
          "causes",
          "users",
          "attention",
          "replay",
          "costs",
          "checks"
        }) {
      assertThat(page).contains("<h2 id=\"" + section + "\">");
    }
    assertThat(page).containsAnyOf("Keep ", "Use the network").contains("What would change that");
    assertThat(page).doesNotContain("NaN");
    Runs runs = Runs.in(options.folder());
    assertThat(runs.records().stream().filter(run -> run.name().equals("report"))).hasSize(9);
    assertThat(runs.records())
        .extracting(RunRecord::name)
        .contains("report-tuning", "report-power", "report-blend", "report-segments");
    assertThat(page)
        .contains(
            "The network was put together with the two baselines that validate best",
            "the better of the two alone");
    assertThat(page).contains("report-tuning.", "report-power.", "report-segments.");
    for (RunRecord record : runs.records()) {
      assertThat(record.data().sha256()).hasSize(64);
      assertThat(record.data().steps()).isNotEmpty();
    }
    try (Bundle bundle = Bundle.load(options.bundle())) {
      assertThat(page).contains(bundle.recommender().name());
      assertThat(bundle.preparation()).isEqualTo(report.log().log().steps());
      assertThat(bundle.metrics()).containsKey("NDCG@10");
    }
    assertThat(report.terminal())
        .contains(
            "Tuning baselines", "Training SASRec", "Evaluating on the test set", "The page: ");
  }

  @Test
  void minutes_that_are_none_are_refused_with_what_they_may_be() {
    assertThatThrownBy(() -> ReportOptions.of("--minutes", "soon"))
        .hasMessage("--minutes is a number from 0.5 to 10000, such as 30; found 'soon'");
    assertThatThrownBy(() -> ReportOptions.of("--minute", "3"))
        .hasMessage("there are --minutes and --to; found '--minute'");
  }

  @Test
  void time_is_shared_between_baselines_and_network() {
    ReportOptions options = ReportOptions.of("--minutes", "10");
    assertThat(options.forBaselines().plus(options.forNetwork())).hasMinutes(10);
    assertThat(options.forBaselines()).hasMinutes(3);
  }

  @Test
  void a_folder_of_no_known_set_is_read_as_the_parts_of_a_log() throws IOException {
    KnownSet shop = KnownSet.ONLINE_RETAIL_II;
    Path known = Files.createDirectories(folder.resolve("known"));
    Files.createFile(known.resolve(shop.files().get(0)));
    assertThat(ReportLog.knownSet(known)).contains(shop);
    Path parts = Files.createDirectories(folder.resolve("parts"));
    assertThat(ReportLog.knownSet(parts)).isEmpty();
    assertThatThrownBy(() -> Interactions.read(parts))
        .hasMessageContaining("is a folder with 0 files, which are no parts of one log");
  }
}
