package heed.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A command of the system; what it prints appears while it runs. */
final class ShellCommand {

  private ShellCommand() {}

  /**
   * Runs a command by {@code sh} in the notebook's folder and waits for its end; it has nothing to
   * read.
   *
   * @param out takes what it prints, errors in between
   * @throws InterruptedException if the thread is interrupted; the command is ended
   */
  static void run(String command, PrintStream out) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of("sh", "-c", command))
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
            .start();
    Thread reader = new Thread(() -> copy(process.getInputStream(), out), "heed-command");
    reader.setDaemon(true);
    reader.start();
    try {
      int status = process.waitFor();
      reader.join();
      if (status != 0) {
        out.printf(Locale.ROOT, "(exit status %d)%n", status);
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }

  private static void copy(InputStream from, PrintStream out) {
    byte[] piece = new byte[8192];
    try (from) {
      for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
        out.write(piece, 0, length);
        out.flush();
      }
    } catch (IOException e) {
      out.println("(its output ended: " + e.getMessage() + ")");
    }
  }
}
