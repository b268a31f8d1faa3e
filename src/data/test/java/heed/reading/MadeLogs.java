package heed.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files that are made and not stored: what stands above the rows, and one row with fields in
 * braces.
 *
 * <p>A field is {@code {u}}, the user, {@code {i}} the item, {@code {j}} the user's so-manyth event
 * and {@code {k}} that of the log, {@code {r}} a rating from 0 to 4, {@code {s}} the time in
 * seconds, {@code {h}} the same in whole hours, or {@code {t:PATTERN}}. {@code {k//3*2+5:%04d}} is
 * reckoned from left to right, {@code {r?a|b|c|d|e}} chooses.
 */
final class MadeLogs {

  private static final int EVENTS_OF_A_USER = 12;
  private static final LocalDateTime FIRST = LocalDateTime.of(2019, 10, 1, 0, 0);
  private static final Pattern FIELD = Pattern.compile("\\{\\{|}}|\\{([^}]*)}");
  private static final Pattern NUMBER =
      Pattern.compile("([a-z])((?:(?://|[*%+-])-?\\d+)*)(?::(%\\w+))?");
  private static final Pattern STEP = Pattern.compile("(//|[*%+-])(-?\\d+)");

  private final Map<String, List<String>> recipes = new LinkedHashMap<>();

  MadeLogs(Path file) {
    try {
      if (!Files.exists(file)) {
        return;
      }
      for (String part : Files.readString(file).split("(?m)^== ", -1)) {
        List<String> lines = part.lines().toList();
        if (lines.size() > 1) {
          recipes.put(lines.get(0), lines.subList(1, lines.size()));
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a file, if it is one of those that are made. */
  Optional<Path> write(String name, Path folder) throws IOException {
    List<String> recipe = recipes.get(name);
    return recipe == null
        ? Optional.empty()
        : Optional.of(
            Files.writeString(folder.resolve(name), text(name, recipe), StandardCharsets.UTF_8));
  }

  private static String text(String name, List<String> recipe) {
    boolean large = recipe.contains("large");
    String end = recipe.contains("crlf") ? "\r\n" : "\n";
    StringBuilder text = new StringBuilder(recipe.contains("bom") ? "\uFEFF" : "");
    for (String line : recipe) {
      String rest = line.replaceFirst("^(head|row|foot) ?", "").translateEscapes();
      if (line.matches("(head|foot).*")) {
        text.append(rest).append(end);
      } else if (line.startsWith("row")) {
        for (int k = 0; k < (large ? 480 : 240); k++) {
          text.append(new Event(k, large).fill(rest)).append(end);
        }
      } else if (!line.matches("large|crlf|bom|")) {
        throw new IllegalArgumentException(
            name + ": expected head, row, foot, large, crlf or bom: " + line);
      }
    }
    return text.toString();
  }

  /** One event: its number, and whether it is one of 40 users and 30 items, or of half as many. */
  private record Event(int number, boolean large) {

    private long value(String variable) {
      long user = number / EVENTS_OF_A_USER;
      long nth = number % EVENTS_OF_A_USER;
      return switch (variable) {
        case "k" -> number;
        case "u" -> user;
        case "j" -> nth;
        case "i" -> (user + 7 * nth) % (large ? 30 : 15);
        case "r" -> (user + nth) % 5;
        case "s" -> time().toEpochSecond(ZoneOffset.UTC);
        case "h" -> FIRST.plusDays(nth).plusHours(user).toEpochSecond(ZoneOffset.UTC);
        default -> throw new IllegalArgumentException("no such field: " + variable);
      };
    }

    private LocalDateTime time() {
      int user = number / EVENTS_OF_A_USER;
      int nth = number % EVENTS_OF_A_USER;
      return FIRST.plusSeconds(86_401L * nth + (large ? 3_607L : 60L) * user);
    }

    String fill(String row) {
      return FIELD
          .matcher(row)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      found.group(1) == null ? found.group().substring(1) : field(found.group(1))));
    }

    private String field(String field) {
      if (field.startsWith("t:")) {
        return time().format(DateTimeFormatter.ofPattern(field.substring(2), Locale.ENGLISH));
      }
      int choice = field.indexOf('?');
      Matcher number = NUMBER.matcher(choice < 0 ? field : field.substring(0, choice));
      if (!number.matches()) {
        throw new IllegalArgumentException("no field: {" + field + "}");
      }
      long value = value(number.group(1));
      Matcher step = STEP.matcher(number.group(2));
      while (step.find()) {
        long by = Long.parseLong(step.group(2));
        value =
            switch (step.group(1)) {
              case "//" -> value / by;
              case "*" -> value * by;
              case "%" -> value % by;
              case "-" -> value - by;
              default -> value + by;
            };
      }
      if (choice >= 0) {
        return field.substring(choice + 1).split("\\|", -1)[Math.toIntExact(value)];
      }
      return number.group(3) == null
          ? String.valueOf(value)
          : String.format(Locale.ROOT, number.group(3), value);
    }
  }
}
