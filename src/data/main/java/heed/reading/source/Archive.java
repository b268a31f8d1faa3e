package heed.reading.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One member of a zip archive.
 *
 * @param file the archive
 * @param member its path inside
 */
record Archive(Path file, String member) {

  private static final String LOGS =
      "(?i).*\\.(csv|tsv|txt|dat|inter|data|jsonl|ndjson|json|parquet)";

  /**
   * The member that a path names, as {@code archive.zip!member} or by being the only log in it;
   * empty if the path is no zip archive.
   *
   * @throws IllegalArgumentException if it is not clear which member is meant
   */
  static Optional<Archive> of(Path path) throws IOException {
    String named = path.toString();
    int mark = named.toLowerCase(java.util.Locale.ROOT).indexOf(".zip!");
    boolean chosen = mark >= 0 && !Files.exists(path);
    Path file = chosen ? Path.of(named.substring(0, mark + 4)) : path;
    if (!Files.isRegularFile(file) || !isZip(file)) {
      return Optional.empty();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<String> members =
          zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
      if (members.contains("content.xml") && members.contains("mimetype")) {
        throw new IllegalArgumentException(
            file
                + " is an OpenDocument file, which is not read; save the sheet of the log as CSV or"
                + " as an Excel workbook, .xlsx, and read that");
      }
      if (chosen) {
        String member = named.substring(mark + 5).replace('\\', '/');
        if (!members.contains(member)) {
          throw new IllegalArgumentException(
              file + " has no member '" + member + "'; it has " + shown(members));
        }
        return Optional.of(new Archive(file, member));
      }
      return Optional.of(new Archive(file, onlyLog(file, members)));
    } catch (ZipException | EOFException damaged) {
      throw new IllegalArgumentException(
          file + " is damaged or cut off: it begins as a zip archive but has no directory",
          damaged);
    }
  }

  /** The member's bytes; closing them closes the archive. */
  InputStream open() throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      return new FilterInputStream(zip.getInputStream(zip.getEntry(member))) {
        @Override
        public void close() throws IOException {
          zip.close();
        }
      };
    } catch (IOException damaged) {
      zip.close();
      throw damaged;
    }
  }

  private static String onlyLog(Path file, List<String> members) {
    List<String> logs =
        members.stream()
            .filter(name -> name.matches(LOGS) && !name.startsWith("__MACOSX"))
            .filter(name -> !name.matches("(?i)(.*/)?(readme|license).*"))
            .toList();
    if (members.size() == 1 || logs.size() == 1) {
      return logs.size() == 1 ? logs.get(0) : members.get(0);
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s holds %d files that may be the log; name one: %s!MEMBER, among %s",
            file,
            logs.size(),
            file.getFileName(),
            shown(logs.isEmpty() ? members : logs)));
  }

  private static String shown(List<String> members) {
    return members.subList(0, Math.min(20, members.size()))
        + (members.size() > 20 ? " and more" : "");
  }

  static boolean isZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(4);
      return start.length == 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4;
    }
  }
}
