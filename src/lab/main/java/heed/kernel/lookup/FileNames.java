package heed.kernel.lookup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders as a reader types them. */
public final class FileNames {
  private static final int MOST = 200;

  private FileNames() {}

  /**
   * What may follow a path that has been begun, whole, a folder with a slash behind it; hidden
   * files only where a dot was typed. Empty if there is no such folder.
   *
   * @param working the folder that the path is relative to
   */
  public static List<String> startingWith(Path working, String begun) {
    int slash = begun.lastIndexOf('/');
    String folder = begun.substring(0, slash + 1);
    String name = begun.substring(slash + 1);
    try {
      return list(working.resolve(folder), folder, name);
    } catch (InvalidPathException | UncheckedIOException e) {
      return List.of();
    }
  }

  private static List<String> list(Path where, String folder, String name) {
    if (!Files.isDirectory(where)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(where)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> name.startsWith(".") || !file.getFileName().toString().startsWith("."))
          .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
          .sorted()
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + where, e);
    }
  }
}
