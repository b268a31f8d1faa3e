package heed.reading;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import heed.file.WholeFile;
import heed.log.Columns;
import heed.log.ReadOptions;
import heed.reading.source.Inside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a log is read, in the words of {@code environment/lab}: what {@code --columns}, {@code
 * --separator} and the other options say, which a small file beside the log keeps.
 *
 * @param told the text of each option, by its name without dashes, such as {@code bad-rows}: {@code
 *     30%}
 */
public record LogSettings(Map<String, String> told) {

  /** Every option there is. */
  public static final List<String> OPTIONS =
      List.of(
          "columns",
          "separator",
          "header",
          "encoding",
          "quote",
          "decimal",
          "zone",
          "order-is-time",
          "bad-rows",
          "items",
          "users");

  private static final String ENDING = ".heed.json";

  private static final Gson JSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Checks every option.
   *
   * @throws IllegalArgumentException naming the option that cannot be, and what it may be
   */
  public LogSettings {
    for (String name : told.keySet()) {
      if (!OPTIONS.contains(name)) {
        throw new IllegalArgumentException(
            "there is no option '" + name + "' of how a log is read; there are " + OPTIONS);
      }
      if (told.get(name) == null) {
        throw new IllegalArgumentException(
            "option '" + name + "' holds null, expected a text; leave it out to say nothing");
      }
    }
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String name : OPTIONS) {
      if (told.containsKey(name)) {
        ordered.put(name, told.get(name));
      }
    }
    told = Collections.unmodifiableMap(ordered);
    columns(told);
    options(told);
  }

  /** Nothing is told. */
  public static LogSettings none() {
    return new LogSettings(Map.of());
  }

  /** The same with one more option, or another text of it. */
  public LogSettings with(String option, String text) {
    Map<String, String> more = new LinkedHashMap<>(told);
    more.put(option, text);
    return new LogSettings(more);
  }

  /** These settings and, where they say nothing, those of others. */
  public LogSettings over(LogSettings others) {
    Map<String, String> both = new LinkedHashMap<>(others.told);
    both.putAll(told);
    return new LogSettings(both);
  }

  /** Which column is what, as far as it is told. */
  public Columns columns() {
    return columns(told);
  }

  /** What else is told. */
  public ReadOptions options() {
    return options(told);
  }

  /** The file of what is known of items, if there is one. */
  public Optional<Path> items() {
    return Optional.ofNullable(told.get("items")).map(Path::of);
  }

  /** The file of what is known of users, if there is one. */
  public Optional<Path> users() {
    return Optional.ofNullable(told.get("users")).map(Path::of);
  }

  /**
   * The file beside a log that keeps its settings: {@code my-log.heed.json} of my-log.csv, {@code
   * book.Sales.heed.json} of the sheet {@code book.xlsx!Sales}, each sheet its own.
   */
  public static Path beside(Path log) {
    return Inside.of(log)
        .map(
            inside ->
                inside
                    .file()
                    .resolveSibling(
                        stem(inside.file())
                            + "."
                            + inside.name().replaceAll("[\\\\/:*?\"<>|]", "-")
                            + ENDING))
        .orElseGet(() -> byFile(log));
  }

  /**
   * The files beside a log that may keep its settings, the first before the others: its own, and
   * where it is a file of an archive, or the only sheet of a workbook, the one that older versions
   * wrote.
   */
  public static List<Path> mayBeBeside(Path log) {
    Path own = beside(log);
    Path older = byFile(log);
    return own.equals(older) || Inside.of(log).filter(Inside::isOneOfSeveralSheets).isPresent()
        ? List.of(own)
        : List.of(own, older);
  }

  private static Path byFile(Path log) {
    return log.resolveSibling(stem(log) + ENDING);
  }

  private static String stem(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]*$", "");
  }

  /**
   * Reads settings from a file.
   *
   * @throws IllegalArgumentException if it holds none; the message names the file
   */
  public static LogSettings read(Path file) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          file + " is a folder, a pipe or a device, expected a file of settings; move it away");
    }
    try {
      Map<String, String> told =
          JSON.fromJson(Files.readString(file), new TypeToken<Map<String, String>>() {}.getType());
      return new LogSettings(told == null ? Map.of() : told);
    } catch (CharacterCodingException odd) {
      throw new IllegalArgumentException(
          file + " is not UTF-8 text; mend it, or delete it to have the log looked at anew", odd);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + file, failed);
    } catch (JsonParseException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          file
              + ": "
              + (wrong instanceof JsonParseException
                  ? "expected one JSON object with a text for each option"
                  : wrong.getMessage())
              + "; mend it, or delete it to have the log looked at anew",
          wrong);
    }
  }

  /** Writes the settings whole or not at all, to be corrected by hand and read again. */
  public void write(Path file) throws IOException {
    WholeFile.write(file, JSON.toJson(told) + "\n");
  }

  private static Columns columns(Map<String, String> told) {
    return told.containsKey("columns") ? Columns.parse(told.get("columns")) : Columns.guessed();
  }

  private static ReadOptions options(Map<String, String> told) {
    ReadOptions options = ReadOptions.defaults();
    for (Map.Entry<String, String> option : told.entrySet()) {
      options = with(options, option.getKey(), option.getValue());
    }
    return options;
  }

  private static ReadOptions with(ReadOptions options, String name, String text) {
    return switch (name) {
      case "separator" -> options.withSeparator(separator(text));
      case "header" -> options.withHeader(yes(name, text));
      case "encoding" -> options.withCharset(charset(text));
      case "quote" -> options.withQuote(quote(text));
      case "decimal" -> options.withDecimal(letter(name, text));
      case "zone" -> options.withZone(zone(text));
      case "order-is-time" -> yes(name, text) ? options.withOrderAsTime() : options;
      case "bad-rows" -> options.withMostBadRows(share(text));
      default -> options;
    };
  }

  private static String separator(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "tab", "\\t" -> "\t";
      case "comma" -> ",";
      case "semicolon" -> ";";
      case "bar" -> "|";
      case "space" -> " ";
      default -> text;
    };
  }

  private static boolean yes(String name, String text) {
    if (!text.matches("(?i)yes|no|true|false")) {
      throw wrong(name, "is yes or no", text);
    }
    return text.matches("(?i)yes|true");
  }

  private static Charset charset(String text) {
    try {
      return Charset.forName(text);
    } catch (IllegalArgumentException unknown) {
      throw wrong("encoding", "is a name such as UTF-8, ISO-8859-1 or windows-1252", text);
    }
  }

  private static char quote(String text) {
    return text.equalsIgnoreCase("none") ? '\0' : letter("quote", text);
  }

  private static char letter(String name, String text) {
    if (text.length() != 1) {
      throw wrong(name, name.equals("quote") ? "is one letter, or none" : "is . or ,", text);
    }
    return text.charAt(0);
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw wrong("zone", "is a name such as Europe/Berlin, UTC or +02:00", text);
    }
  }

  private static double share(String text) {
    if (!text.strip().matches("\\d+(\\.\\d+)?\\s*%|0?\\.\\d+|[01](\\.0*)?")) {
      throw wrong("bad-rows", "is a share of all rows, such as 30%", text);
    }
    double number = Double.parseDouble(text.replace("%", "").strip());
    return text.contains("%") ? number / 100 : number;
  }

  private static IllegalArgumentException wrong(String name, String expected, String found) {
    return new IllegalArgumentException("--" + name + " " + expected + "; found '" + found + "'");
  }
}
