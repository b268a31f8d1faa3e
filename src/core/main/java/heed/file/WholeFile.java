package heed.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * Writes a file whole or not at all: beside its place first, then moved there in one step. Whoever
 * reads it meanwhile reads the old file, and so does everybody if the writing fails.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Fills a file. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** Writes what {@code content} fills in; the folder is made if it is not there. */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, "unfinished", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(unfinished)) {
        content.to(out);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Writes a text in UTF-8; the folder is made if it is not there. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
