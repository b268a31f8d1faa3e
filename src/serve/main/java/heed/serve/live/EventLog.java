package heed.serve.live;

import heed.file.WholeFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Events in a file that is only appended to, one JSON object on each line. An event is in the file
 * when {@link #append} returns, so it survives a process that is killed; whether it survives a
 * machine that loses power is a choice, since that costs a write to the disk for each event.
 *
 * <p>A process that is killed while it appends leaves a part of a line, whose event nobody was told
 * to be kept; it is cut off when the file is opened again. Thread-safe. One process at a time.
 */
public final class EventLog implements AutoCloseable {

  /** Bytes of an event with its ids; a file with a longer line is something else. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final byte[] LINE_BEGINS = "{\"user\":\"".getBytes(StandardCharsets.UTF_8);

  private final Path file;
  private final boolean forced;
  private final FileChannel lockFile;

  /** No channel: a thread that is interrupted while it writes would close that for all others. */
  private RandomAccessFile out;

  /** How far the file holds whole lines. */
  private long whole;

  private EventLog(Path file, boolean forced, FileChannel lockFile) {
    this.file = file;
    this.forced = forced;
    this.lockFile = lockFile;
  }

  /**
   * Opens a log, or begins one.
   *
   * @param forced whether each event is written to the disk before {@link #append} returns
   * @param replay is given what the file holds, oldest first
   * @throws IllegalArgumentException if a line in the middle is damaged
   * @throws IllegalStateException if another process has it open
   */
  static EventLog open(Path file, boolean forced, Consumer<LoggedEvent> replay) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is a folder, a pipe or a device, expected a file for events; name another path");
    }
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    FileChannel lockFile =
        FileChannel.open(
            folder.resolve(file.getFileName() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    EventLog log = new EventLog(file, forced, lockFile);
    try {
      log.lock();
      log.whole = Files.exists(file) ? log.read(replay) : 0;
      log.reopen();
      return log;
    } catch (IOException | RuntimeException refused) {
      lockFile.close();
      throw refused;
    }
  }

  private void lock() throws IOException {
    FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      lock = null;
    }
    if (lock == null) {
      throw new IllegalStateException(
          file + " is open already; give each service a log of its own, or stop the other one");
    }
  }

  /** Reads all whole lines and returns where they end. */
  private long read(Consumer<LoggedEvent> replay) throws IOException {
    long end = 0;
    long number = 1;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          if (line.size() > LONGEST_LINE) {
            throw foreign("line %,d is longer than any that Heed writes", number);
          }
          continue;
        }
        try {
          replay.accept(LoggedEvent.of(line.toString(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException damaged) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s is damaged in line %,d: %s; take the line out by hand, or begin a new log",
                  file,
                  number,
                  damaged.getMessage()),
              damaged);
        }
        end += line.size() + 1L;
        number++;
        line.reset();
      }
      if (!isPartOfLine(line.toByteArray())) {
        throw foreign("what stands behind its last whole line is no part of an event", number);
      }
    }
    return end;
  }

  /** A file that is something else must not be cut off; the disk may have made zeros of a line. */
  private static boolean isPartOfLine(byte[] rest) {
    int begun = Math.min(rest.length, LINE_BEGINS.length);
    return Arrays.equals(rest, 0, begun, LINE_BEGINS, 0, begun)
        || IntStream.range(0, rest.length).allMatch(at -> rest[at] == 0);
  }

  private IllegalArgumentException foreign(String found, long number) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is no log of events, or damaged: "
                + found
                + "; nothing was changed; name another file, or mend this one by hand",
            file,
            number));
  }

  private void reopen() throws IOException {
    out = new RandomAccessFile(file.toFile(), "rw");
    cut();
  }

  /** A part of a line must not stand before the next one. */
  private void cut() throws IOException {
    out.setLength(whole);
    out.seek(whole);
  }

  /**
   * Adds an event; it is in the file when this returns.
   *
   * @throws UncheckedIOException if it could not be written; then the file is as it was
   */
  synchronized void append(LoggedEvent event) {
    byte[] line = event.line();
    if (line.length > LONGEST_LINE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an event of %,d bytes, expected at most %,d; give shorter ids",
              line.length,
              LONGEST_LINE));
    }
    try {
      try {
        out.write(line);
        if (forced) {
          out.getFD().sync();
        }
      } catch (IOException failed) {
        cut();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(file + " took no event; is the disk full?", failed);
    }
    whole += line.length;
  }

  /**
   * Writes the log anew without the events of a user, whole or not at all.
   *
   * @return how many events were hers
   */
  synchronized long forget(String user) throws IOException {
    out.getFD().sync();
    out.close();
    long[] dropped = new long[1];
    try {
      WholeFile.write(
          file,
          rest ->
              read(
                  event -> {
                    if (event.user().equals(user)) {
                      dropped[0]++;
                    } else {
                      try {
                        rest.write(event.line());
                      } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                      }
                    }
                  }));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    } finally {
      whole = Files.size(file);
      reopen();
    }
    return dropped[0];
  }

  @Override
  public synchronized void close() throws IOException {
    out.close();
    lockFile.close();
  }
}
