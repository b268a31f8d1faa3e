package heed.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.file.Resealed;
import heed.file.UnreadableFileException;
import heed.log.Interactions;
import heed.log.StepTaken;
import heed.model.sequential.SasrecConfig;
import heed.preparation.Steps;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Training;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentTest {

  @TempDir Path folder;

  @Test
  void each_seed_leaves_a_record_that_reads_back_as_it_was() throws Exception {
    Path runs = folder.resolve("runs");
    List<RunRecord> records = experiment().repeat(runs, () -> ProgressListener.SILENT, 1, 2);
    assertThat(records).extracting(RunRecord::seed).containsExactly(1L, 2L);
    try (var files = Files.list(runs)) {
      List<Path> written =
          files.filter(file -> file.toString().endsWith("-tiny.json")).sorted().toList();
      assertThat(written).hasSize(2);
      RunRecord read = RunRecord.read(written.get(0));
      assertThat(read.metrics()).isEqualTo(records.get(0).metrics()).containsKey("NDCG@10");
      assertThat(read.curve()).isEqualTo(records.get(0).curve()).hasSize(2);
      assertThat(read.data()).isEqualTo(records.get(0).data());
      assertThat(read.versions()).containsKeys("heed", "java", "djl", "pytorch");
    }
  }

  @Test
  void each_record_tells_how_often_the_test_was_opened() throws Exception {
    Path runs = folder.resolve("runs");
    assertThat(experiment().repeat(runs, () -> ProgressListener.SILENT, 1, 2))
        .extracting(record -> record.metric("test-set evaluations"))
        .containsExactly(1.0, 2.0);
  }

  @Test
  void a_record_of_the_same_name_and_moment_is_not_written_over() throws Exception {
    RunRecord record = record(DataFingerprint.of(log(), sequences(log())));
    Path first = record.write(folder.resolve("runs"));
    Path second = record.write(folder.resolve("runs"));
    assertThat(second).isNotEqualTo(first);
    assertThat(RunRecord.read(first)).isEqualTo(RunRecord.read(second));
  }

  @Test
  void a_fingerprint_holds_the_digest_of_the_file() throws Exception {
    Path file = Files.writeString(folder.resolve("abc.csv"), "abc");
    // The digest of "abc" is the first example of FIPS 180-2.
    assertThat(DataFingerprint.of(file, sequences(log())).sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void a_record_tells_how_the_log_was_prepared() throws Exception {
    Path file = log();
    Interactions raw = Interactions.read(file);
    Interactions log = raw.prepared(Steps.kCoreItems(5), Steps.kCore(5));
    Sequences sequences = Sequences.of(log, 1);
    DataFingerprint data = DataFingerprint.of(file, log, sequences);
    assertThat(data.steps())
        .extracting(StepTaken::step)
        .containsExactly("items of at least 5 events", "5-core");
    RunRecord read = RunRecord.read(record(data).write(folder));
    assertThat(read.data()).isEqualTo(data);
    assertThatThrownBy(
            () -> DataFingerprint.of(file, raw.prepared(Steps.withoutUser("u0")), sequences))
        .hasMessageContaining("32 events of 4 users with 8 items, but the sequences 40 events");
  }

  @Test
  void a_record_that_lost_a_key_or_a_digit_is_refused() throws Exception {
    Path file = record(DataFingerprint.of(log(), sequences(log()))).write(folder);
    String written = Files.readString(file);
    String cut = written.replaceFirst(",\\s*\"steps\": \\[\\]", "");
    assertThat(cut).isNotEqualTo(written);
    assertThatThrownBy(() -> RunRecord.read(Files.writeString(file, cut)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContainingAll(file.toString(), "not those of its digest");
    assertThatThrownBy(() -> RunRecord.read(Files.writeString(file, Resealed.json(cut))))
        .hasMessageContainingAll(file.toString(), "a DataFingerprint has");
  }

  private static RunRecord record(DataFingerprint data) {
    return new RunRecord(
        "any",
        "2026-01-31T12:30:00Z",
        Map.of(),
        data,
        "",
        1,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  private Experiment experiment() throws Exception {
    Path log = log();
    Sequences sequences = sequences(log);
    return new Experiment(
        "tiny",
        DataFingerprint.of(log, sequences),
        Split.leaveOneOut().of(sequences),
        Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(5)).withEpochs(2));
  }

  private static Sequences sequences(Path log) {
    return Sequences.of(Interactions.read(log), 1);
  }

  private Path log() throws Exception {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 40; i++) {
      text.append("u" + i / 8 + ",i" + i % 8 + "," + (964982703 + i * i % 61) + "\n");
    }
    return Files.writeString(folder.resolve("log.csv"), text);
  }
}
