package heed.reading;

import heed.log.BadRow;
import heed.log.ColumnRole;
import heed.reading.column.ColumnGuess;
import heed.reading.source.LogSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The error that ends a read of which too many rows are bad: what is wrong, and what to do. */
record TooManyBadRows(
    LogSource source,
    Map<ColumnRole, List<Integer>> positions,
    List<String> reading,
    List<String> reasons) {

  IllegalArgumentException error(List<BadRow> listed, long bad, long rows, double most) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows cannot be read, more than the %s%% that may be left out%s:%s%s%n"
                + "Mend these lines, or name other columns: Columns.of(\"user\", \"item\","
                + " \"time\"), or --columns user=NAME,item=NAME,time=NAME; a time that is written"
                + " otherwise has a pattern, Columns.withTimePattern, or --columns"
                + " time=NAME,pattern=PATTERN%s%s. It was read with %s",
            source.named(),
            bad,
            rows,
            String.valueOf(100 * most).replaceAll("\\.0$", ""),
            reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")",
            listed.stream().map(row -> "\n  " + row).collect(Collectors.joining()),
            bad > listed.size() ? "\n  ..." : "",
            leaveOut(bad, rows),
            session(),
            String.join(", ", reading)));
  }

  /** Where every row is bad, none would be left. */
  private static String leaveOut(long bad, long rows) {
    if (bad == rows) {
      return "";
    }
    long share = share(bad, rows);
    return "; to leave the rows out, ReadOptions.withMostBadRows("
        + share / 100.0
        + "), or --bad-rows "
        + share
        + "%";
  }

  private static long share(long bad, long rows) {
    return Math.min(100, (100 * bad + rows - 1) / rows);
  }

  /** Where users are not known, a session is. */
  private String session() {
    if (reasons.stream().noneMatch(reason -> reason.contains("no " + name(ColumnRole.USER)))) {
      return "";
    }
    return IntStream.range(0, source.header().size())
        .filter(column -> source.hasNames())
        .filter(column -> ColumnGuess.isSession(source.header().get(column)))
        .filter(column -> !positions.get(ColumnRole.USER).contains(column))
        .mapToObj(source.header()::get)
        .findFirst()
        .map(
            name ->
                "; or take the session for the user: Columns.guessed().withUser(\""
                    + name
                    + "\"), or --columns user="
                    + name)
        .orElse("");
  }

  private String name(ColumnRole role) {
    return source.header().get(positions.get(role).get(0));
  }
}
