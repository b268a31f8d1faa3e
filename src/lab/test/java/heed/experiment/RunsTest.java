package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import heed.model.sequential.SasrecConfig;
import heed.training.Training;
import heed.training.optimizer.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsTest {

  private static final Training BASE = Training.of(SasrecConfig.defaults());

  @TempDir private Path folder;

  static RunRecord record(String name, Training training, double ndcg) {
    return new RunRecord(
        name,
        "2026-01-31T12:30:00Z",
        Experiment.config(training),
        new DataFingerprint("log.csv", "abc", 1, 2, 3, List.of()),
        "leave-one-out",
        training.seed(),
        Map.of("heed", "0.1.0"),
        Map.of("device", "CPU, 2 cores"),
        Map.of("NDCG@10", ndcg),
        List.of(new Epoch(1, 7.5, 0.01, 2), new Epoch(2, 7, ndcg, 2)),
        Map.of("train", 4.0));
  }

  @Test
  void only_what_differs_is_told_component_by_component() {
    Runs runs =
        Runs.of(
            record("narrow", BASE, 0.05),
            record(
                "wide",
                Training.of(SasrecConfig.defaults().withWidth(128))
                    .withLearningRate(0.003)
                    .withSeed(2),
                0.06));
    assertThat(runs.differences().settings())
        .isEqualTo(
            Map.of(
                "seed", List.of("1", "2"),
                "settings.width", List.of("64", "128"),
                "optimizer.adam.rate", List.of("0.001", "0.003")));
    assertThat(Runs.of(record("one", BASE, 0.1)).differences().settings()).isEmpty();
  }

  @Test
  void a_run_differs_in_nothing_from_its_record_read_back() throws IOException {
    RunRecord fresh = record("run", BASE.withLearningRate(0.003).withWeightDecay(0.1), 0.05);
    RunRecord read = RunRecord.read(fresh.write(folder));
    assertThat(Runs.of(fresh, read).differences().settings()).isEmpty();
  }

  @Test
  void a_setting_that_may_be_absent_is_told_when_it_is_there() throws IOException {
    RunRecord whole = record("whole", BASE, 0.05);
    RunRecord near = record("near", Training.of(SasrecConfig.defaults().withWindow(5)), 0.05);
    Runs runs = Runs.of(RunRecord.read(whole.write(folder)), near);
    assertThat(runs.differences().settings())
        .containsEntry("settings.attention.mask.kind", List.of("CausalMask", "LocalMask"))
        .containsEntry("settings.attention.mask.before", List.of("", "5"));
  }

  @Test
  void a_folder_gives_its_records_in_the_order_of_their_time() throws IOException {
    Files.writeString(folder.resolve("test-set-evaluations.txt"), "nothing to see");
    record("second", BASE, 0.05).write(folder);
    RunRecord later = record("first", BASE, 0.05);
    new RunRecord(
            "last",
            "2026-02-01T00:00:00Z",
            later.config(),
            later.data(),
            "",
            1,
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(),
            Map.of())
        .write(folder);
    later.write(folder);
    assertThat(Runs.in(folder).records())
        .extracting(RunRecord::name)
        .containsExactlyInAnyOrder("first", "second", "last")
        .endsWith("last");
  }

  @Test
  void a_damaged_record_is_named_and_hides_no_other() throws IOException {
    Path kept = record("kept", BASE, 0.05).write(folder);
    String whole = Files.readString(kept);
    Files.writeString(folder.resolve("1-cut.json"), whole.substring(0, whole.length() / 2));
    Files.writeString(folder.resolve("2-empty.json"), "");
    Files.writeString(folder.resolve("3-nothing.json"), "{}");
    Files.write(folder.resolve("4-bytes.json"), new byte[] {'{', (byte) 0xFF, '}'});
    Files.writeString(folder.resolve("5-other.json"), whole.replace("0.05", "0.95"));
    Runs runs = Runs.in(folder);
    assertThat(runs.records()).extracting(RunRecord::name).containsExactly("kept");
    assertThat(runs.unreadable()).hasSize(5);
    assertThat(runs.unreadable().get(3)).contains("4-bytes.json", "no UTF-8");
    assertThat(runs.toString()).contains("kept", "left out: ", "2-empty.json");
  }

  @Test
  void a_record_sums_itself_up_in_four_lines() {
    assertThat(record("film", BASE, 0.0512).toString().lines())
        .containsExactly(
            "film, seed 1, 2026-01-31T12:30:00Z",
            "  NDCG@10 0.0512",
            "  train 4.0 s (2 epochs)",
            "  CPU, 2 cores");
  }
}
