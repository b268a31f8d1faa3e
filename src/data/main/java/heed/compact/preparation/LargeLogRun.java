package heed.compact.preparation;

import heed.log.ColumnRole;
import heed.log.KCore;
import heed.log.Step;
import heed.log.StepTaken;
import heed.reading.LargeLogTables;
import heed.reading.source.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One preparation, stage after stage. */
final class LargeLogRun {

  /** About how long each takes per event, in the same unit: measured by src/bench/scale. */
  private static final double READ = 2;

  private static final double TIMES = 2;
  private static final double NUMBERS = 3;
  private static final double EVENTS = 6;
  private static final double STEP = 3;
  private static final double FILE = 6;

  private static final int FIXED_STAGES = 7;

  private final LargeLog log;
  private final Path file;
  private final Path folder;

  LargeLogRun(LargeLog log, Path file) {
    this.log = log;
    this.file = file.toAbsolutePath();
    Path name = Objects.requireNonNull(this.file.getFileName(), "a log is written to a file");
    Path beside = this.file.resolveSibling(name + ".work");
    this.folder = log.folder().map(told -> told.resolve(beside.getFileName())).orElse(beside);
  }

  void run() throws IOException {
    int steps = log.steps().size();
    ProgressClock clock =
        new ProgressClock(
            log.listener(),
            FIXED_STAGES + steps,
            READ + TIMES + 2 * NUMBERS + EVENTS + steps * STEP + FILE);
    try {
      Stages stages = Stages.open(folder, log.asked(), log.memory(), clock);
      try (stages) {
        prepare(stages, clock);
      }
      stages.delete();
    } catch (SQLException | IOException failed) {
      throw FullDisk.explained(failed, folder, file);
    }
  }

  private void prepare(Stages stages, ProgressClock clock) throws SQLException, IOException {
    Database database = stages.database();
    LargeLogTables tables = new LargeLogTables(database, log.columns(), log.options());
    stages.run("read the files", READ, () -> String.join("; ", tables.hold(log.files())));
    stages.run("see how times are written", TIMES, () -> String.join("; ", tables.readTimes()));
    for (ColumnRole role : List.of(ColumnRole.USER, ColumnRole.ITEM, ColumnRole.TYPE)) {
      stages.run(
          "number the " + role + "s",
          role == ColumnRole.TYPE ? 0 : NUMBERS,
          () -> String.join("; ", tables.number(role)));
    }
    stages.run("make the events", EVENTS, () -> String.valueOf(tables.makeEvents()));
    EventSteps events =
        new EventSteps(database, clock, String.valueOf(log.files().get(0).getFileName()));
    String table = LargeLogTables.EVENTS;
    List<StepTaken> taken = new ArrayList<>();
    for (int i = 0; i < log.steps().size(); i++) {
      Step step = log.steps().get(i);
      String before = table;
      int number = i;
      TakenStep after =
          TakenStep.parse(
              stages.run(
                  String.format(Locale.ROOT, "step %d: %s", i + 1, step.name()),
                  STEP * (step instanceof KCore ? 1.5 : 1),
                  () -> events.take(step, before, "events_" + (number + 1)).text()));
      table = after.table();
      taken.add(after.step());
    }
    clock.begin("write the file", FILE);
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file has a folder"));
    new EventFile(database, clock, table).write(file, log.titles(), log.seed(), taken);
  }
}
