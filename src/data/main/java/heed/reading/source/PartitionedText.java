package heed.reading.source;

import com.google.gson.Gson;
import heed.log.Columns;
import heed.log.ReadOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Texts in folders such as {@code day=2019-10-01}, as one text with a column more for each such
 * name, written as the parts are: the same separator and quote, or an object a line.
 */
final class PartitionedText {

  /** What Hive calls the folder of rows without a value. */
  private static final String NONE = "__HIVE_DEFAULT_PARTITION__";

  private final PartFiles parts;
  private final List<PlainFile> texts = new ArrayList<>();
  private final List<Map<String, String>> told = new ArrayList<>();

  private PartitionedText(PartFiles parts) {
    this.parts = parts;
  }

  /**
   * Writes the parts into a file in the folder of the read.
   *
   * @throws IllegalArgumentException if the folders of parts tell different columns, or the parts
   *     are no rows of fields and no objects a line
   */
  static PlainFile joined(PartFiles parts, Columns columns, ReadOptions options, Path room)
      throws IOException {
    PartitionedText all = new PartitionedText(parts);
    for (int i = 0; i < parts.files().size(); i++) {
      Path file = parts.files().get(i);
      all.texts.add(
          PlainFile.of(file, options.charset(), Files.createDirectory(room.resolve("part" + i))));
      all.told.add(folders(parts.path().relativize(file)));
      if (!all.told.get(i).keySet().equals(all.told.get(0).keySet())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is a folder of parts by %s, but %s stands in folders by %s; read one of both",
                parts.path(),
                all.told.get(0).keySet(),
                file,
                all.told.get(i).keySet()));
      }
    }
    Path joined = room.resolve("joined");
    try (Writer out = Files.newBufferedWriter(joined, StandardCharsets.UTF_8)) {
      all.write(columns, options, out, room);
    }
    return new PlainFile(parts.path().toString(), joined)
        .saying(
            String.format(
                Locale.ROOT,
                "%,d files read as one, in the order of names; their folders tell %s",
                parts.files().size(),
                String.join(", ", all.told.get(0).keySet())));
  }

  /** What the folders of a part tell, the outermost first. */
  private static Map<String, String> folders(Path inside) {
    Map<String, String> told = new LinkedHashMap<>();
    for (Path name : inside) {
      String folder = name.toString();
      int at = folder.indexOf('=');
      if (at > 0 && !name.equals(inside.getFileName())) {
        String value = folder.substring(at + 1);
        told.put(folder.substring(0, at), value.equals(NONE) ? "" : decoded(value));
      }
    }
    return told;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException isNoCode) {
      return value; // A name with a percent sign of its own.
    }
  }

  private void write(Columns columns, ReadOptions options, Writer out, Path room)
      throws IOException {
    PlainFile largest = texts.get(0);
    for (PlainFile text : texts) {
      largest = Files.size(text.file()) > Files.size(largest.file()) ? text : largest;
    }
    FirstText first = FirstText.of(largest);
    if (first.isJson() && options.separator().isEmpty()) {
      if (first.isJsonArray() || first.isSpreadJson()) {
        throw noRows("hold JSON that is no object a line");
      }
      for (int i = 0; i < texts.size(); i++) {
        writeObjects(texts.get(i), told.get(i), out);
      }
      return;
    }
    Path usually = Files.createDirectory(room.resolve("form"));
    UsualText usual = UsualText.of(largest, first, columns, options, usually);
    if (!usual.file().equals(largest)) {
      throw noRows("have more than rows of fields in them");
    }
    writeRows(TextForm.of(first, largest.named(), columns, options), out);
  }

  private IllegalArgumentException noRows(String what) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s is a folder of parts by %s, columns that only the names of folders tell, and the"
                + " parts %s; write the columns into the rows, write Parquet, or read one folder,"
                + " such as %s",
            parts.path(),
            String.join(", ", told.get(0).keySet()),
            what,
            parts.files().get(0).getParent()));
  }

  private void writeRows(TextForm form, Writer out) throws IOException {
    List<String> added =
        told.get(0).keySet().stream().filter(key -> !form.header().contains(key)).toList();
    boolean headed = false;
    for (int i = 0; i < texts.size(); i++) {
      Map<String, String> folder = told.get(i);
      List<String> values = added.stream().map(folder::get).toList();
      try (BufferedReader text = new BufferedReader(texts.get(i).text(), 1 << 16)) {
        Records walk = new Records(text, form.separator(), form.quote());
        boolean isFirst = true;
        for (List<String> row = walk.next(); row != null; row = walk.next()) {
          boolean names = isFirst && form.hasHeader() && row.equals(form.header());
          isFirst = row.isEmpty() && isFirst;
          if (!row.isEmpty() && !(names && headed)) {
            out.write(line(form, row, names ? added : values));
            headed |= names;
          }
        }
      }
    }
  }

  private static String line(TextForm form, List<String> fields, List<String> more) {
    List<String> all = new ArrayList<>(fields);
    all.addAll(more);
    return all.stream()
        .map(field -> written(field, form))
        .collect(Collectors.joining(form.separator(), "", "\n"));
  }

  private static String written(String field, TextForm form) {
    String quote = String.valueOf(form.quote());
    boolean plain =
        form.quote() == '\0'
            || !(field.contains(form.separator())
                || field.contains(quote)
                || field.contains("\n")
                || field.contains("\r"));
    return plain ? field : quote + field.replace(quote, quote + quote) + quote;
  }

  private static void writeObjects(PlainFile part, Map<String, String> folder, Writer out)
      throws IOException {
    Gson json = new Gson();
    String more =
        folder.entrySet().stream()
            .map(told -> json.toJson(told.getKey()) + ": " + json.toJson(told.getValue()) + ", ")
            .collect(Collectors.joining());
    try (BufferedReader text = new BufferedReader(part.text(), 1 << 16)) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        int at = line.indexOf('{');
        if (at >= 0) {
          out.write(line.substring(0, at + 1) + more + line.substring(at + 1) + "\n");
        }
      }
    }
  }
}
