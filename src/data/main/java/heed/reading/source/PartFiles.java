package heed.reading.source;

import heed.log.Columns;
import heed.log.Counted;
import heed.log.ReadOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a folder that are one log together, as Spark, Hive and others write it: a part each,
 * beside files that say how the writing went. Parts follow each other by their names.
 *
 * @param path of the folder
 * @param files of the parts, none of them empty
 */
record PartFiles(Path path, List<Path> files) {

  /** How parts are called by Spark, by Hive and by PyArrow. */
  private static final String PART = "part-.*|\\d{6}_\\d+.*|data_\\d+.*|part\\.\\d+.*";

  private static final int MOST = 10_000;

  /**
   * Finds the parts.
   *
   * @throws IllegalArgumentException if the files of the folder are no parts of one log
   */
  static PartFiles in(Path path) throws IOException {
    List<Path> all = new ArrayList<>();
    collect(path, all);
    Collections.sort(all);
    List<Path> named = all.stream().filter(file -> name(file).matches(PART)).toList();
    List<Path> filled = new ArrayList<>();
    for (Path file : named.isEmpty() ? all : named) {
      if (Files.size(file) > 0) {
        filled.add(file);
      }
    }
    PartFiles parts = new PartFiles(path, filled);
    if (all.size() > MOST
        || filled.isEmpty()
        || (named.isEmpty() && (filled.size() == 1 || !parts.beginAlike()))) {
      throw parts.noLog(all);
    }
    return parts;
  }

  /** What is to be seen in a folder and in folders such as {@code day=2019-10-01} below it. */
  private static void collect(Path folder, List<Path> files) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.filter(entry -> !name(entry).matches("[._].*")).toList()) {
        if (Files.isRegularFile(entry)) {
          files.add(entry);
        } else if (name(entry).matches("[^=]+=.*") && files.size() <= MOST) {
          collect(entry, files);
        }
      }
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The name of the first folder between, such as day in {@code day=2019-10-01}. */
  private Optional<String> partition() {
    return files.stream()
        .map(file -> path.relativize(file).toString())
        .filter(inside -> inside.contains("="))
        .map(inside -> inside.substring(0, inside.indexOf('=')))
        .findFirst();
  }

  /** Whether text files that are called anyhow have the same first line, a header. */
  private boolean beginAlike() throws IOException {
    Set<String> firsts = new HashSet<>();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        String start = new String(in.readNBytes(1 << 16), StandardCharsets.ISO_8859_1);
        firsts.add(start.lines().findFirst().orElse(""));
      }
    }
    return firsts.size() == 1 && firsts.iterator().next().matches("[^\0]*[A-Za-z]{2}[^\0]*");
  }

  private IllegalArgumentException noLog(List<Path> all) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is a folder with %s, which are no parts of one log by their names (part-...)"
                + " or their first lines; name one%s, or write them as one: in Spark"
                + " log.coalesce(1).write, in a shell cat of parts without headers",
            path,
            Counted.of(all.size(), "file"),
            all.isEmpty() ? "" : " such as " + all.get(0)));
  }

  /** The folder as what errors and bad rows name. */
  PlainFile folder() {
    return new PlainFile(path.toString(), path)
        .saying(
            String.format(
                Locale.ROOT, "%,d files read as one, in the order of names", files.size()));
  }

  /** Whether all are Parquet. */
  boolean areParquet() throws IOException {
    int parquet = 0;
    for (Path file : files) {
      parquet += new PlainFile(file.toString(), file).isParquet() ? 1 : 0;
    }
    if (parquet > 0 && parquet < files.size()) {
      throw new IllegalArgumentException(
          path + " holds parts of Parquet and others; keep one kind, or name one file");
    }
    return parquet > 0;
  }

  /**
   * Texts as one, in the folder of the read. A first line that all have is a header, kept once;
   * columns that the names of folders tell stand behind the others.
   */
  PlainFile joined(Columns told, ReadOptions options, Path room) throws IOException {
    if (partition().isPresent()) {
      return PartitionedText.joined(this, told, options, room);
    }
    List<PlainFile> parts = new ArrayList<>();
    Set<String> firsts = new HashSet<>();
    for (int i = 0; i < files.size(); i++) {
      Path own = Files.createDirectory(room.resolve("part" + i));
      parts.add(PlainFile.of(files.get(i), options.charset(), own));
      firsts.add(firstLine(parts.get(i)));
    }
    boolean headed = parts.size() > 1 && firsts.size() == 1 && !isJson(firsts);
    Path joined = room.resolve("joined");
    try (Writer out = Files.newBufferedWriter(joined, StandardCharsets.UTF_8)) {
      for (int i = 0; i < parts.size(); i++) {
        append(parts.get(i), headed && i > 0, out);
      }
    }
    return folder().copied(joined, 0);
  }

  private static boolean isJson(Set<String> firsts) {
    return firsts.stream().allMatch(line -> line.startsWith("{"));
  }

  private static String firstLine(PlainFile part) throws IOException {
    try (BufferedReader text = new BufferedReader(part.text())) {
      String line = text.readLine();
      return line == null ? "" : line.replace("\uFEFF", "");
    }
  }

  private static void append(PlainFile part, boolean withoutFirst, Writer out) throws IOException {
    try (BufferedReader text = new BufferedReader(part.text(), 1 << 16)) {
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      if (withoutFirst) {
        text.readLine();
      }
      char[] buffer = new char[1 << 16];
      char last = '\n';
      for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        out.write(buffer, 0, read);
        last = read > 0 ? buffer[read - 1] : last;
      }
      if (last != '\n') {
        out.write('\n');
      }
    }
  }
}
