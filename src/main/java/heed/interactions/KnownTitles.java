package heed.interactions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a known set says what its items are called. */
sealed interface KnownTitles {

  /** Titles by item id; empty if the file is not in the folder. */
  Map<String, String> read(Path folder);

  /** The name of the file, or nothing. */
  String file();

  static KnownTitles none() {
    return new None();
  }

  /** In a file of lines. */
  static KnownTitles lines(KnownFile file) {
    return new Lines(file);
  }

  /** In a CSV file with a header, fields perhaps quoted. */
  static KnownTitles csv(String file, String id, String title) {
    return new Csv(file, id, title);
  }

  /** Nowhere. */
  record None() implements KnownTitles {

    @Override
    public Map<String, String> read(Path folder) {
      return Map.of();
    }

    @Override
    public String file() {
      return "";
    }
  }

  /** One item a line. */
  record Lines(KnownFile lines) implements KnownTitles {

    @Override
    public Map<String, String> read(Path folder) {
      return lines.isIn(folder) ? KnownReader.titles(lines, folder) : Map.of();
    }

    @Override
    public String file() {
      return lines.name();
    }
  }

  /** One item a row of a CSV file. */
  record Csv(String file, String id, String title) implements KnownTitles {

    @Override
    public Map<String, String> read(Path folder) {
      Path path = folder.resolve(file);
      return Files.isRegularFile(path) ? Titles.read(path, id, title) : Map.of();
    }
  }
}
