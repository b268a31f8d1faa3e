package heed.compact.preparation;

import heed.compact.CompactLog;
import heed.file.Sha256;
import heed.log.Columns;
import heed.log.ReadOptions;
import heed.log.Step;
import heed.log.WithoutUser;
import heed.reading.source.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A log too large for memory, to be prepared on the disk and written as one {@link CompactLog}.
 *
 * <pre>{@code
 * CompactLog log = LargeLog.of(Path.of("events"))           // a folder of Parquet or CSV files
 *     .prepared(Steps.keepFirst(DuplicateKey.USER_AND_ITEM), Steps.kCore(5))
 *     .write(Path.of("shop.log"));
 * Split.Parts split = Split.leaveOneOut().of(log.sequences());
 * }</pre>
 *
 * <p>Columns, ids, times and steps mean what they mean in memory, and the sequences are the same to
 * the last bit as those of {@code Sequences.of(Interactions.read(file).prepared(steps), seed)}.
 * Rows have no order here: a log needs times. Sessions are not kept, nor types where duplicates of
 * several types were left out.
 *
 * <p>A stage that was finished is not done again when {@link #write} is called a second time with
 * the same settings and files, after a kill or a full disk. Immutable.
 */
public final class LargeLog {

  private final List<Path> files;
  private Columns columns = Columns.guessed();
  private ReadOptions options = ReadOptions.defaults();
  private List<Step> steps = List.of();
  private Map<String, String> titles = Map.of();
  private long seed = 1;
  private long memory = Database.memory();
  private Optional<Path> folder = Optional.empty();
  private LargeLogListener listener = LargeLogListener.SILENT;

  private LargeLog(List<Path> files) {
    this.files = files;
  }

  /**
   * A log in a file, or in the files of a folder but for those whose names begin with a point or an
   * underscore.
   *
   * @throws IllegalArgumentException if there is no such file, or the folder is empty
   */
  public static LargeLog of(Path fileOrFolder) throws IOException {
    if (!Files.isDirectory(fileOrFolder)) {
      return of(List.of(fileOrFolder));
    }
    try (Stream<Path> inside = Files.list(fileOrFolder)) {
      return of(
          inside
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().matches("[._].*"))
              .sorted()
              .toList());
    }
  }

  /**
   * A log in several files with the same columns.
   *
   * @throws IllegalArgumentException if there are none, or one is not there
   */
  public static LargeLog of(List<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("a log needs at least one file, found none");
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "no log to read: " + file.toAbsolutePath().normalize() + " is not a file");
      }
    }
    return new LargeLog(List.copyOf(files));
  }

  /** Names columns; those not named are guessed, by the first file. */
  public LargeLog withColumns(Columns told) {
    return changed(copy -> copy.columns = Objects.requireNonNull(told, "columns"));
  }

  /** Tells the form of the files, the zone of times and so on; the listener is not asked. */
  public LargeLog withOptions(ReadOptions told) {
    return changed(copy -> copy.options = Objects.requireNonNull(told, "options"));
  }

  /**
   * Prepares the log by these steps, one after the other: k-cores, duplicates, periods, types,
   * values, missing parts.
   *
   * @throws IllegalArgumentException if one is not taken out of core
   */
  public LargeLog prepared(Step... taken) {
    EventSteps.requireKnown(List.of(taken));
    return changed(copy -> copy.steps = List.of(taken));
  }

  /** Gives titles to items, by their ids. */
  public LargeLog withTitles(Map<String, String> told) {
    return changed(copy -> copy.titles = Map.copyOf(told));
  }

  /** Decides the order of events that are tied in time; 1 if it is not told. */
  public LargeLog withSeed(long told) {
    return changed(copy -> copy.seed = told);
  }

  /**
   * Bounds the memory of the database beside Java's heap, of which a quarter is used; a quarter of
   * the machine's, if it is not told.
   *
   * @param bytes at least 256 MiB
   */
  public LargeLog withMemory(long bytes) {
    if (bytes < 1L << 28) {
      throw new IllegalArgumentException(
          "the database needs 256 MiB or more, found " + bytes + " bytes");
    }
    return changed(copy -> copy.memory = bytes);
  }

  /**
   * Says in which folder the work is done. If it is not told, it is that of the file that is
   * written.
   */
  public LargeLog withFolder(Path told) {
    return changed(copy -> copy.folder = Optional.of(told));
  }

  public LargeLog withListener(LargeLogListener hearing) {
    return changed(copy -> copy.listener = Objects.requireNonNull(hearing, "listener"));
  }

  /**
   * Prepares the log and writes it, whole or not at all.
   *
   * @return the log that was written, open
   * @throws IOException if the disk is full, among others; what was finished is kept for the next
   *     call
   * @throws IllegalArgumentException if the files are no log, or a step leaves nothing
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public CompactLog write(Path file) throws IOException {
    new LargeLogRun(this, file).run();
    return CompactLog.open(file);
  }

  List<Path> files() {
    return files;
  }

  Columns columns() {
    return columns;
  }

  ReadOptions options() {
    return options;
  }

  List<Step> steps() {
    return steps;
  }

  Map<String, String> titles() {
    return titles;
  }

  long seed() {
    return seed;
  }

  long memory() {
    return memory;
  }

  Optional<Path> folder() {
    return folder;
  }

  LargeLogListener listener() {
    return listener;
  }

  private LargeLog changed(Consumer<LargeLog> change) {
    LargeLog copy = new LargeLog(files);
    copy.columns = columns;
    copy.options = options;
    copy.steps = steps;
    copy.titles = titles;
    copy.seed = seed;
    copy.memory = memory;
    copy.folder = folder;
    copy.listener = listener;
    change.accept(copy);
    return copy;
  }

  /** A digest of all that the stages depend on; titles and seed come in at the end only. */
  String asked() throws IOException {
    List<String> asked = new ArrayList<>();
    for (Path file : files) {
      asked.add(
          file.toAbsolutePath().normalize()
              + " "
              + Files.size(file)
              + " "
              + Files.getLastModifiedTime(file));
    }
    asked.add(columns.line());
    asked.add(
        List.of(
                options.separator(),
                options.quote(),
                options.header(),
                options.names(),
                options.charset(),
                options.decimal(),
                options.zone(),
                options.orderAsTime(),
                options.mostBadRows())
            .toString());
    steps.forEach(step -> asked.add(step + (step instanceof WithoutUser one ? one.id() : "")));
    // A digest, since a step may hold the id of somebody who is to be forgotten.
    return HexFormat.of()
        .formatHex(
            Sha256.fresh().digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8)));
  }
}
