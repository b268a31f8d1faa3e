package heed.log;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The log formats on the class path. */
final class LogFormats {

  private LogFormats() {}

  /**
   * The format of a file.
   *
   * @throws IllegalStateException if no format on the class path reads it
   */
  static LogFormat of(Path path) {
    return formats().stream()
        .filter(format -> format.accepts(path))
        .findFirst()
        .orElseThrow(() -> missing(path.toString()));
  }

  /** The format that reads what is no file, such as a query: that of the lowest priority. */
  static LogFormat first() {
    List<LogFormat> formats = formats();
    if (formats.isEmpty()) {
      throw missing("a query");
    }
    return formats.get(formats.size() - 1);
  }

  private static List<LogFormat> formats() {
    List<LogFormat> found = load(ServiceLoader.load(LogFormat.class));
    // The loader of a container's thread may not see Heed's own jars.
    return found.isEmpty()
        ? load(ServiceLoader.load(LogFormat.class, LogFormat.class.getClassLoader()))
        : found;
  }

  private static List<LogFormat> load(ServiceLoader<LogFormat> loader) {
    return loader.stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparingInt(LogFormat::priority).reversed())
        .toList();
  }

  private static IllegalStateException missing(String what) {
    return new IllegalStateException(
        "nothing on the class path reads "
            + what
            + "; add the artifact heed-data, which reads text, JSON lines, Parquet and queries, or"
            + " a LogFormat of your own");
  }
}
