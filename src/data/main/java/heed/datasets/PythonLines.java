package heed.datasets;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.reading.source.PythonLiteral;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Translates a file of one Python dictionary a line into JSON lines with the wanted fields. */
final class PythonLines {

  /** Every line has all fields, or those that are empty at first would not be found. */
  private static final Gson JSON = new GsonBuilder().serializeNulls().create();

  private final Path path;
  private final List<String> fields;

  PythonLines(Path path, List<String> fields) {
    this.path = path;
    this.fields = List.copyOf(fields);
  }

  /** One way of translating all lines. */
  interface Way {
    void translate(PythonLines lines, BufferedReader from, Writer to) throws IOException;
  }

  /** Has the translation read, and deletes it. An error names the original. */
  <T> T read(Way way, Function<Path, T> reader) {
    try {
      Path translation = Files.createTempFile("heed-python-", ".json");
      try {
        translate(way, translation);
        return reader.apply(translation);
      } catch (IllegalArgumentException wrong) {
        throw new IllegalArgumentException(ofOriginal(wrong.getMessage(), translation), wrong);
      } finally {
        Files.deleteIfExists(translation);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
  }

  private String ofOriginal(String message, Path translation) {
    return message
        .replace(translation.toString(), path.toString())
        .replace(translation.getFileName().toString(), path.getFileName().toString());
  }

  private void translate(Way way, Path translation) throws IOException {
    try (BufferedReader from = TextLines.of(path);
        Writer to = Files.newBufferedWriter(translation)) {
      way.translate(this, from, to);
    }
  }

  /** Keeps line numbers: a broken line becomes one without values, which the reader refuses. */
  void everyLine(BufferedReader from, Writer to) throws IOException {
    for (String line = next(from); line != null; line = next(from)) {
      write(entriesOrNone(line), to);
    }
  }

  private static Map<String, String> entriesOrNone(String line) {
    try {
      return new PythonLiteral(line).entries();
    } catch (IllegalArgumentException broken) {
      return Map.of();
    }
  }

  void firstOfEachId(BufferedReader from, Writer to) throws IOException {
    Set<String> seen = new HashSet<>(Set.of(""));
    long number = 1;
    for (String line = next(from); line != null; line = next(from)) {
      try {
        Map<String, String> entries = new PythonLiteral(line).entries();
        if (seen.add(entries.getOrDefault(fields.get(0), ""))) {
          write(entries, to);
        }
      } catch (IllegalArgumentException broken) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s, line %,d: %s", path, number, broken.getMessage()),
            broken);
      }
      number++;
    }
  }

  private static String next(BufferedReader from) throws IOException {
    if (Thread.interrupted()) {
      throw new CancellationException("the reading of the log was stopped");
    }
    return from.readLine();
  }

  private void write(Map<String, String> entries, Writer to) throws IOException {
    Map<String, String> wanted = new LinkedHashMap<>();
    fields.forEach(field -> wanted.put(field, entries.get(field)));
    to.write(JSON.toJson(wanted));
    to.write('\n');
  }
}
