package heed.experiment;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import heed.baseline.ItemKnn;
import heed.bundle.Bundle;
import heed.evaluation.significance.Estimate;
import heed.evaluation.significance.EstimateTable;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.Significance;
import heed.features.FittedFeatures;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.file.Damages;
import heed.file.UnreadableFileException;
import heed.log.Attribute;
import heed.log.Columns;
import heed.log.Interactions;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.reading.LogFuzz;
import heed.reading.MangledForm;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import heed.training.KilledRun;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tries to break what Heed reads for as long as it is told; {@code src/bench/trust} runs it. */
public final class TrustFigures {

  private static final Training SMALL =
      Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(5)).withEpochs(1);

  private static final int READS = 200;

  private TrustFigures() {}

  /**
   * One kind of attempt.
   *
   * @param arguments {@code logs FOLDER SEED SECONDS-PER-FORM}, {@code files FOLDER SEED
   *     DAMAGES-PER-FORMAT}, {@code csv FOLDER} or {@code cost FOLDER}
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    switch (arguments[0]) {
      case "logs" -> logs(folder, Long.parseLong(arguments[2]), Double.parseDouble(arguments[3]));
      case "files" -> files(folder, Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]));
      case "csv" -> csv(folder);
      case "cost" -> cost(folder);
      default ->
          throw new IllegalArgumentException("logs, files, csv or cost, found " + arguments[0]);
    }
    System.exit(0); // A reader that hangs would keep the process.
  }

  /** What a read of twenty lines takes, when as many were read before. */
  private static void cost(Path folder) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time,rating\n");
    for (int row = 0; row < 20; row++) {
      text.append("u" + row % 4 + ",i" + row % 7 + "," + (1_600_000_000L + 86_400L * row) + ",4\n");
    }
    Path log = Files.writeString(folder.resolve("twenty.csv"), text);
    Columns columns = Columns.of("user", "item", "time").withValue("rating");
    double[] milliseconds = new double[2 * READS];
    for (int read = 0; read < milliseconds.length; read++) {
      long began = System.nanoTime();
      Interactions.read(log, columns);
      milliseconds[read] = (System.nanoTime() - began) / 1e6;
    }
    double[] warm = Arrays.copyOfRange(milliseconds, READS, milliseconds.length);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT, "20 lines: %.0f ms, the median of %d reads%n", warm[READS / 2], READS);
  }

  private static void logs(Path folder, long seed, double seconds) throws Exception {
    for (MangledForm form : MangledForm.values()) {
      long end = System.nanoTime() + (long) (seconds * 1e9);
      System.out.println(LogFuzz.run(form, seed, () -> System.nanoTime() < end, folder));
    }
  }

  private static void files(Path folder, long seed, int damages) throws IOException {
    Path record =
        RunsTest.record("t\u00e4o", Training.of(SasrecConfig.defaults()), 0.05).write(folder);
    tell("run record", record, damages, seed, RunRecord::read);
    Path report = folder.resolve("report.json");
    SavedReport.of(table()).writeJson(report);
    tell("report", report, damages, seed, SavedReport::read);
    Path features = folder.resolve("features.json");
    features(features);
    tell("features", features, damages, seed, FittedFeatures::load);
    Path catalogue = folder.resolve("catalogue.heed");
    KilledRun.data().catalogue().save(catalogue);
    tell("catalogue", catalogue, damages, seed, Catalogue::load);
    Path bundle = folder.resolve("baseline.heed");
    Bundle.save(bundle, ItemKnn.defaults().fit(KilledRun.data()));
    tell("bundle", bundle, damages, seed, broken -> Bundle.load(broken).close());
    Path network = folder.resolve("network.heed");
    Path checkpoints = folder.resolve("checkpoints");
    fit(checkpoints, network);
    try (NDManager manager = NDManager.newBaseManager()) {
      Catalogue items = KilledRun.data().catalogue();
      tell(
          "network",
          network,
          damages,
          seed,
          broken -> NetworkRecommender.load(broken, items, manager).close());
    }
    Path checkpoint = checkpoints.resolve("checkpoint.safetensors");
    tell("checkpoint", checkpoint, damages, seed, broken -> resume(checkpoint, checkpoints));
  }

  private static void tell(
      String format, Path file, int damages, long seed, Damages.Reading reading)
      throws IOException {
    Damages.Tally tally = Damages.of(file, damages, seed, reading);
    System.out.printf(
        Locale.ROOT,
        "%-10s %,9d damages: %,9d refused or without effect, %d accepted, %d raw exceptions %s%n",
        format,
        damages,
        damages - tally.accepted() - tally.raw(),
        tally.accepted(),
        tally.raw(),
        tally.first());
  }

  private static EstimateTable table() {
    Estimate estimate = new Estimate(.5, new Interval(.4, .6), 1, Significance.BEST);
    return new EstimateTable(
        "10 questions", List.of("NDCG@10"), List.of(new EstimateTable.Row("a", List.of(estimate))));
  }

  private static void features(Path file) throws IOException {
    Table shop =
        Table.create(
            StringColumn.create("item", "a", "b", "c"),
            DoubleColumn.create("price", 1, 2, 3),
            StringColumn.create("brand", "acme", "bolt", "acme"));
    FeatureSet.of(Feature.zScore("price"), Feature.multiHot("brand"))
        .fit(
            Tables.attributes(
                shop, "item", Attribute.number("price"), Attribute.categories("brand", "|")),
            List.of("a", "b", "c"))
        .save(file);
  }

  private static void fit(Path checkpoints, Path network) throws IOException {
    try (TrainingRun run = run(checkpoints)) {
      run.recommender().save(network);
    }
  }

  private static TrainingRun run(Path checkpoints) {
    return SMALL.fit(
        KilledRun.data(),
        KilledRun.validation(),
        ProgressListener.SILENT,
        Checkpoints.in(checkpoints));
  }

  /** A checkpoint is refused by an error of its own kind, which names the file alike. */
  private static void resume(Path file, Path checkpoints) {
    try (TrainingRun resumed = run(checkpoints)) {
      resumed.parameters();
    } catch (UnreadableFileException refused) {
      throw refused;
    } catch (IllegalArgumentException refused) {
      if (!refused.getMessage().contains(file.getFileName().toString())) {
        throw refused;
      }
      throw new UnreadableFileException(file, "a checkpoint", "damage", "none", "see " + refused);
    }
  }

  /** Each {@code .csv} of the folder holds the rows of the {@code .json} beside it. */
  private static void csv(Path folder) throws IOException {
    int files = 0;
    int rows = 0;
    int others = 0;
    try (var names = Files.list(folder)) {
      for (Path file : names.filter(name -> name.toString().endsWith(".csv")).sorted().toList()) {
        Path expected = Path.of(file.toString().replace(".csv", ".json"));
        JsonArray told = JsonParser.parseString(Files.readString(expected)).getAsJsonArray();
        Interactions log =
            Interactions.read(file, Columns.of("user", "item", "time").withValue("value"));
        others += log.size() == told.size() ? 0 : 1;
        for (int row = 0; row < Math.min(log.size(), told.size()); row++) {
          others += same(log, row, told.get(row)) ? 0 : 1;
        }
        files++;
        rows += told.size();
      }
    }
    System.out.printf(
        Locale.ROOT, "csv        %,9d files, %,d rows: %d read otherwise%n", files, rows, others);
  }

  private static boolean same(Interactions log, int row, JsonElement told) {
    JsonArray fields = told.getAsJsonArray();
    return log.users().get(row).equals(fields.get(0).getAsString())
        && log.items().get(row).equals(fields.get(1).getAsString())
        && log.value(row) == fields.get(2).getAsDouble()
        && log.time(row) == 1_000 * fields.get(3).getAsLong();
  }
}
