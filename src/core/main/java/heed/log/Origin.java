package heed.log;

import java.util.List;

/**
 * Where a log came from.
 *
 * @param name of the file, query or table
 * @param reading which column was taken for what, and why
 * @param badRows the rows that were left out
 */
public record Origin(String name, List<String> reading, List<BadRow> badRows) {

  public Origin {
    reading = List.copyOf(reading);
    badRows = List.copyOf(badRows);
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
            .toList());
  }
}
