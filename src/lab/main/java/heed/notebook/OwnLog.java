package heed.notebook;

import heed.log.Attributes;
import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadListener;
import heed.log.ReadOptions;
import heed.reading.KnownThings;
import heed.reading.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A log of the reader's own, and the file beside it that keeps how it is read.
 *
 * @param file of the log
 * @param told what the options of the command line say; it goes before what the file keeps
 * @param runs the folder for the file of settings where the log's own cannot be written to
 */
record OwnLog(Path file, LogSettings told, Path runs) {

  Interactions read() {
    Optional<Path> kept = kept();
    LogSettings settings = kept.map(LogSettings::read).map(told::over).orElse(told);
    Taken taken = new Taken(LiveReading.here());
    Interactions log = read(settings, taken, kept);
    if (kept.isEmpty()) {
      keep(settings.with("columns", taken.columns.line()));
    }
    return described(log, settings);
  }

  private Interactions read(LogSettings settings, Taken taken, Optional<Path> kept) {
    try {
      return Interactions.read(file, settings.columns(), settings.options().withListener(taken));
    } catch (IllegalArgumentException wrong) {
      throw kept.isEmpty()
          ? wrong
          : new IllegalArgumentException(
              wrong.getMessage()
                  + "\nIt was read as "
                  + kept.get()
                  + " says; mend that file, or delete it to have the log looked at anew",
              wrong);
    }
  }

  private Optional<Path> kept() {
    return LogSettings.mayBeBeside(file).stream()
        .flatMap(beside -> places(beside).stream())
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The folder of the log, and where that cannot be written to, that of the runs. */
  private List<Path> places(Path beside) {
    return List.of(beside, runs.resolve(beside.getFileName()));
  }

  /** Keeps the settings; where neither folder can be written to, the next run guesses again. */
  private void keep(LogSettings settings) {
    for (Path place : places(LogSettings.beside(file))) {
      if (isKept(settings, place)) {
        return;
      }
    }
  }

  private static boolean isKept(LogSettings settings, Path place) {
    try {
      Files.createDirectories(place.toAbsolutePath().getParent());
      settings.write(place);
      return true;
    } catch (IOException notHere) {
      return false;
    }
  }

  private static Interactions described(Interactions log, LogSettings settings) {
    Interactions described = log;
    if (settings.items().isPresent()) {
      Attributes items = KnownThings.read(settings.items().get(), log.items().distinct());
      described = described.withItemAttributes(items);
      Optional<String> title = KnownThings.title(items);
      if (title.isPresent()) {
        described = described.withTitlesFrom(title.get());
      }
    }
    if (settings.users().isPresent()) {
      described =
          described.withUserAttributes(
              KnownThings.read(settings.users().get(), log.users().distinct()));
    }
    return described;
  }

  /** Hears which columns were taken. */
  private static final class Taken implements ReadListener {
    private final ReadListener rows;
    private Columns columns = Columns.guessed();

    Taken(ReadListener rows) {
      this.rows = rows;
    }

    @Override
    public void on(long read) {
      rows.on(read);
    }

    @Override
    public void took(Columns found, ReadOptions options) {
      columns = found;
      rows.took(found, options);
    }
  }
}
