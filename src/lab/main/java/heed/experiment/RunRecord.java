package heed.experiment;

import heed.bundle.Bundle;
import heed.file.WholeFile;
import heed.training.Run;
import heed.training.optimizer.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything needed to trace and compare a figure: one JSON file a run.
 *
 * @param name of the experiment
 * @param time when the run ended, ISO 8601
 * @param config what was asked for, by name
 * @param data which data it saw
 * @param split how they were parted
 * @param seed of the training
 * @param versions of Heed, Java and the engine
 * @param machine where it ran
 * @param metrics on the test part, by name such as {@code NDCG@10}
 * @param curve one entry an epoch
 * @param seconds by phase
 */
public record RunRecord(
    String name,
    String time,
    Map<String, Object> config,
    DataFingerprint data,
    String split,
    long seed,
    Map<String, String> versions,
    Map<String, String> machine,
    Map<String, Double> metrics,
    List<Epoch> curve,
    Map<String, Double> seconds) {

  private static final Logger LOG = LoggerFactory.getLogger(RunRecord.class);

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * The same, and how often the test had been opened when the figures were told.
   *
   * @param timesEvaluated empty if nobody counts
   */
  public RunRecord evaluated(OptionalInt timesEvaluated) {
    Map<String, Double> all = new LinkedHashMap<>(metrics);
    timesEvaluated.ifPresent(times -> all.put("test-set evaluations", (double) times));
    return new RunRecord(
        name, time, config, data, split, seed, versions, machine, all, curve, seconds);
  }

  /**
   * The record of a run that was tested, made now.
   *
   * @param config what was asked for, by name
   * @param parts how the data were parted
   * @param metrics on the test part, by name
   * @param testing seconds that the test took
   */
  static RunRecord of(
      String name,
      Map<String, Object> config,
      DataFingerprint data,
      Object parts,
      Run run,
      Map<String, Double> metrics,
      double testing) {
    return new RunRecord(
        name,
        Instant.now().toString(),
        config,
        data,
        parts.toString(),
        run.training().seed(),
        Experiment.versions(),
        Experiment.machine(run.device()),
        metrics,
        run.curve(),
        Map.of("train", run.seconds(), "test", testing));
  }

  /**
   * Writes the record to {@code <time>-<name>.json}, whole or not at all. Where that file is there
   * already, the next free millisecond stands in the name: no record is written over.
   *
   * @param folder made if it is not there
   * @return the file
   */
  public Path write(Path folder) throws IOException {
    Path file = free(folder);
    WholeFile.write(file, json());
    return file;
  }

  /** As {@link #write} writes it, to be kept in a bundle. */
  public String json() {
    return RunJson.FILE.text(with(RunJson.writable(config)));
  }

  /**
   * The record that a bundle was saved with.
   *
   * @param file of the bundle, for errors
   */
  public static Optional<RunRecord> of(Bundle bundle, Path file) {
    return bundle.runRecord().map(json -> RunJson.FILE.read(json, file, RunRecord.class));
  }

  private RunRecord with(Map<String, Object> config) {
    return new RunRecord(
        name, time, config, data, split, seed, versions, machine, metrics, curve, seconds);
  }

  /**
   * As {@link #write}, for a run that must not end without its record. Where the environment names
   * an MLflow server it is sent there, too; one that does not answer is a warning, since the record
   * is in its file.
   *
   * @return this
   */
  public RunRecord keep(Path folder) {
    try {
      write(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not write a run record to " + folder, failed);
    }
    MlflowServer.named().ifPresent(this::trySending);
    return this;
  }

  private void trySending(MlflowServer server) {
    try {
      server.send(this);
    } catch (IOException failed) {
      LOG.warn("the run record stands in its file only: {}", failed.getMessage());
    }
  }

  private Path free(Path folder) {
    String rest = "-" + name.replaceAll("[^\\w.-]+", "-") + ".json";
    Instant moment = Instant.parse(time);
    Path file = folder.resolve(STAMP.format(moment) + rest);
    while (Files.exists(file)) {
      moment = moment.plusMillis(1);
      file = folder.resolve(STAMP.format(moment) + rest);
    }
    return file;
  }

  /** A metric of this run; {@code NaN} if it was not measured. */
  public double metric(String metric) {
    return metrics.getOrDefault(metric, Double.NaN);
  }

  /** Sends it to an MLflow server, see {@link MlflowServer}. */
  public String sendTo(MlflowServer server) throws IOException {
    return server.send(this);
  }

  /** What was run, what came of it, how long it took and where, in four lines. */
  @Override
  public String toString() {
    StringBuilder measured = new StringBuilder();
    metrics.forEach(
        (metric, value) ->
            measured
                .append(measured.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.4f", metric, value)));
    StringBuilder took = new StringBuilder();
    seconds.forEach(
        (phase, time) ->
            took.append(took.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %.1f s", phase, time)));
    return String.format(
        Locale.ROOT,
        "%s, seed %d, %s%n  %s%n  %s%s%n  %s",
        name,
        seed,
        time,
        measured,
        took,
        curve.isEmpty() ? "" : " (" + curve.size() + " epochs)",
        String.join(", ", machine.values()));
  }

  /**
   * Reads a record that {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the file holds something else
   */
  public static RunRecord read(Path file) throws IOException {
    return RunJson.FILE.read(file, RunRecord.class);
  }
}
