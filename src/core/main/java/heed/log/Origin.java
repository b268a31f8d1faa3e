package heed.log;

import java.util.List;
import java.util.Objects;

/**
 * Where a log came from.
 *
 * @param name of the file, query or table
 * @param reading which column was taken for what, and why
 * @param badRows the rows that were left out
 * @param hasTimes whether its events have times; else the order of rows stands for them
 */
public record Origin(String name, List<String> reading, List<BadRow> badRows, boolean hasTimes) {

  public Origin {
    Objects.requireNonNull(name, "the name of a log is null; give it one, such as \"log\"");
    reading = List.copyOf(reading);
    badRows = List.copyOf(badRows);
  }

  /** A log whose events have times. */
  public Origin(String name, List<String> reading, List<BadRow> badRows) {
    this(name, reading, badRows, true);
  }

  /** The same, but that no reason quotes the file. */
  Origin withoutQuotes() {
    return new Origin(
        name,
        reading,
        badRows.stream()
            .map(
                bad ->
                    new BadRow(
                        bad.line(), bad.reason().replaceAll("(?s)'.*'", "'...'"), bad.unit()))
            .toList(),
        hasTimes);
  }
}
