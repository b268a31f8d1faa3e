package heed.reading.source;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Copies a text line by line into a form that the database reads; lines keep their numbers. */
final class Rewriting {

  private Rewriting() {}

  /**
   * Copies a file.
   *
   * @param skipped lines at its beginning that are left out, and still counted
   * @param rule what becomes of each other line; a single line
   */
  static PlainFile of(PlainFile file, Path to, int skipped, UnaryOperator<String> rule)
      throws IOException {
    try (BufferedReader from = new BufferedReader(file.text(), 1 << 16);
        BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (int i = 0; i < skipped; i++) {
        from.readLine();
      }
      for (String line = from.readLine(); line != null; line = from.readLine()) {
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        out.write(rule.apply(line));
        out.write('\n');
      }
    }
    return file.copied(to, skipped);
  }

  /** Copies a file without its first lines; what stands below them stays as it is. */
  static PlainFile below(PlainFile file, Path to, int skipped) throws IOException {
    try (BufferedReader from = new BufferedReader(file.text(), 1 << 16);
        BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
      for (int i = 0; i < skipped; i++) {
        from.readLine();
      }
      char[] buffer = new char[1 << 16];
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        out.write(buffer, 0, read);
      }
    }
    return file.copied(to, skipped);
  }
}
