package heed.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A main method in a process of its own, which says line by line how far it is. */
public final class OtherJvm implements AutoCloseable {

  private static final int MOST_MINUTES = 3;

  private final Process process;
  private final BufferedReader said;
  private final Path errors;

  private OtherJvm(Process process, Path errors) {
    this.process = process;
    this.said = process.inputReader();
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param folder where it works; its first argument
   */
  public static OtherJvm start(Class<?> main, Path folder, String... arguments) throws IOException {
    return start(List.of("-Dai.djl.offline=true"), main, folder, arguments);
  }

  /** The same with other options of the JVM. */
  public static OtherJvm start(
      List<String> options, Class<?> main, Path folder, String... arguments) throws IOException {
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.add("-XX:TieredStopAtLevel=1");
    java.addAll(options);
    java.addAll(
        List.of("-cp", System.getProperty("java.class.path"), main.getName(), folder.toString()));
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(Stream.concat(java.stream(), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    return new OtherJvm(process, errors);
  }

  public Process process() {
    return process;
  }

  /** Waits until it says this line; fails if it ends without, or says nothing for minutes. */
  public void awaitLine(String line) throws InterruptedException {
    boolean heard = within(CompletableFuture.supplyAsync(() -> hears(line)));
    if (!heard) {
      throw new AssertionError("ended and did not say \"" + line + "\":\n" + errors());
    }
  }

  /** Its exit status; fails if it does not end for minutes. */
  public int awaitEnd() throws InterruptedException {
    return within(process.onExit()).exitValue();
  }

  public String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException failed) {
      return failed.toString();
    }
  }

  private boolean hears(String line) {
    try {
      String next = said.readLine();
      while (next != null && !next.equals(line)) {
        next = said.readLine();
      }
      return next != null;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private <T> T within(CompletableFuture<T> what) throws InterruptedException {
    try {
      return what.get(MOST_MINUTES, TimeUnit.MINUTES);
    } catch (ExecutionException | TimeoutException failed) {
      throw new AssertionError("process " + process.pid() + ":\n" + errors(), failed);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
