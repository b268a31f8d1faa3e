package heed.tuning;

import heed.file.RecordCodec;
import heed.file.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tries of a search in a file, so that a search that was stopped or killed goes on: what is
 * there is not tried again. Settings are known by what they print. The file is written anew after
 * each try, whole or not at all.
 */
final class Tries {

  private static final RecordFile FILE =
      RecordFile.of(RecordCodec.plain(), "tries", "heed tries 1");

  private final Path file;
  private final String about;
  private final List<Try> made = new ArrayList<>();

  /**
   * One try as it is kept.
   *
   * @param settings as they print
   * @param epochs it was given; 0 where there are none
   * @param validation what it reached
   * @param seconds it took
   */
  record Try(String settings, int epochs, double validation, double seconds) {}

  private record Content(String about, List<Try> tries) {}

  private Tries(Path file, String about) {
    this.file = file;
    this.about = about;
  }

  /**
   * What the file holds, if it is there.
   *
   * @param about what a validation depends on beside the settings: data and metric, in words
   * @throws IllegalArgumentException if it holds something else, or tries about something else
   */
  static Tries in(Path file, String about) {
    Tries tries = new Tries(file, about);
    if (Files.exists(file)) {
      tries.made.addAll(tries.read());
    }
    return tries;
  }

  private List<Try> read() {
    Content content;
    try {
      content = FILE.read(file, Content.class);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read the tries in " + file, failed);
    }
    if (content.about.equals(about)) {
      return content.tries;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s holds tries about %s, asked for is %s; give another file, or delete it to begin"
                + " anew",
            file,
            content.about,
            about));
  }

  /** What was reached by these settings with so many epochs, if they were tried. */
  Optional<Try> find(Object settings, int epochs) {
    return made.stream()
        .filter(one -> one.epochs == epochs && one.settings.equals(settings.toString()))
        .findFirst();
  }

  /**
   * Why what is kept is of no use for these settings although it is of the same records: their
   * components have changed since, as with another version of the library. Empty if that is not so.
   */
  Optional<String> outdated(Object settings) {
    Shape asked = Shape.of(settings.toString());
    List<Shape> kept = made.stream().map(one -> Shape.of(one.settings)).toList();
    if (kept.contains(asked)) {
      return Optional.empty();
    }
    return kept.stream()
        .filter(shape -> shape.records.equals(asked.records))
        .findFirst()
        .map(
            shape ->
                String.format(
                    Locale.ROOT,
                    "the %d tries in %s are of settings with other components (%s), so that they"
                        + " are not found again and everything is tried anew; delete the file, or"
                        + " use the version of the library that wrote it",
                    made.size(),
                    file,
                    shape.differenceFrom(asked)));
  }

  /** Which records a text of settings names, and which of their components. */
  private record Shape(List<String> records, Set<String> components) {

    private static final Pattern RECORD = Pattern.compile("(\\w+)\\[");
    private static final Pattern COMPONENT = Pattern.compile("(\\w+)=");

    static Shape of(String settings) {
      return new Shape(
          RECORD.matcher(settings).results().map(found -> found.group(1)).toList(),
          COMPONENT
              .matcher(settings)
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new)));
    }

    String differenceFrom(Shape asked) {
      Set<String> added = new TreeSet<>(asked.components);
      added.removeAll(components);
      Set<String> gone = new TreeSet<>(components);
      gone.removeAll(asked.components);
      return Stream.of(
              added.isEmpty() ? "" : "without " + String.join(", ", added),
              gone.isEmpty() ? "" : "with " + String.join(", ", gone))
          .filter(words -> !words.isEmpty())
          .collect(Collectors.joining(" and "));
    }
  }

  /** Keeps one more. */
  void add(Try one) {
    made.add(one);
    try {
      FILE.writePretty(file, new Content(about, made));
    } catch (IOException failed) {
      throw new UncheckedIOException("could not write the tries to " + file, failed);
    }
  }
}
