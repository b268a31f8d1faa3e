package heed.log;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * A form in which logs and attributes are kept, and how it is read.
 *
 * <p>{@link Interactions#read} asks the formats on the class path, the one of highest {@link
 * #priority} first, and takes the first that {@link #accepts} the file. The module {@code
 * heed-data} brings one that reads separated text, JSON lines and Parquet. Write another for a form
 * of your own and name it in {@code META-INF/services/heed.log.LogFormat} ({@link
 * java.util.ServiceLoader}).
 *
 * <p>An implementation has a public constructor without parameters and is safe to share between
 * threads.
 */
public interface LogFormat {

  /** Whether the file is of this form; looks at its name, or at its first bytes. */
  boolean accepts(Path path);

  /**
   * Formats of a higher number are asked first; that of {@code heed-data}, which takes all, has 0.
   */
  default int priority() {
    return 100;
  }

  /**
   * Reads a log.
   *
   * @throws IllegalArgumentException if the file holds none; the message names the lines
   */
  Interactions read(Path path, Columns columns, ReadOptions options);

  /**
   * Reads what is known of items or users.
   *
   * @param id the column of ids
   * @param declared the columns to take
   * @param gathered whether an id may have several rows, as {@link Attributes#readGathered}
   * @throws UnsupportedOperationException if this form holds no attributes
   */
  default Attributes attributes(
      Path path, ReadOptions options, String id, List<Attribute> declared, boolean gathered) {
    throw new UnsupportedOperationException(
        getClass().getSimpleName() + " reads no attributes; give " + path + " another form");
  }

  /**
   * Reads the rows of a query as a log.
   *
   * @throws UnsupportedOperationException if this is a form of files alone
   */
  default Interactions query(
      Connection connection, String sql, Columns columns, ReadOptions options) {
    throw new UnsupportedOperationException(getClass().getSimpleName() + " reads files alone");
  }
}
