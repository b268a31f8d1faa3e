package heed.file;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file of Heed's is damaged, of another kind, of a newer format, or belongs to something else. It
 * is the one exception by which such a file is refused, and nothing of it has been used.
 */
public final class UnreadableFileException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  private final String file;
  private final String what;
  private final String found;
  private final String expected;
  private final String remedy;

  /**
   * Says all that is known.
   *
   * @param what the file was to hold, such as "catalogue"
   * @param found what stands there instead
   * @param expected what would have been right
   * @param remedy what to do now
   */
  public UnreadableFileException(
      Path file, String what, String found, String expected, String remedy) {
    this(file, what, found, expected, remedy, null);
  }

  UnreadableFileException(
      Path file, String what, String found, String expected, String remedy, Throwable cause) {
    super(
        String.format(
            Locale.ROOT,
            "%s holds no %s that can be read: found %s, expected %s; %s",
            file,
            what,
            found,
            expected,
            remedy),
        cause);
    this.file = file.toString();
    this.what = what;
    this.found = found;
    this.expected = expected;
    this.remedy = remedy;
  }

  public Path file() {
    return Path.of(file);
  }

  /** What the file was to hold. */
  public String what() {
    return what;
  }

  /** What stands there instead. */
  public String found() {
    return found;
  }

  /** What would have been right. */
  public String expected() {
    return expected;
  }

  /** What to do now. */
  public String remedy() {
    return remedy;
  }
}
