package heed.reading.source;

import heed.log.ColumnRole;
import heed.log.Columns;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A line of a web server's access log, in the common or the combined form: {@code 192.0.2.7 - ann
 * [10/Oct/2019:13:55:36 +0200] "GET /shoes/7?from=mail HTTP/1.1" 200 2326 "referrer" "agent"}.
 */
final class AccessLine {

  /** What its columns are called. */
  static final String NAMES = "host login time path query status bytes referrer agent";

  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*+)\"";

  private static final Pattern LINE =
      Pattern.compile(
          "(?:\\S+:\\d+ )?(\\S++) \\S++ (.{1,200}?) "
              + "\\[(\\d{1,2}/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [-+]\\d{4})\\] "
              + QUOTED
              + " (\\d{3}|-) (\\d+|-)(?: "
              + QUOTED
              + "(?: "
              + QUOTED
              + ")?)?.*");

  private static final Pattern REQUEST = Pattern.compile("GET ([^ ?#]++)(?:\\?([^ ]*+))?(?: .*)?");
  private static final Pattern GOT = Pattern.compile("2\\d\\d|304");

  private static final Pattern NO_PAGE =
      Pattern.compile(
          "(?i).*\\.(js|mjs|css|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|woff2?|ttf|eot|otf)"
              + "|/(robots\\.txt|favicon.*|health|healthz|ping|status|metrics)");

  private static final double MOST = .9;

  private AccessLine() {}

  /** Whether lines are such, but for a few. */
  static boolean areMost(List<String> lines) {
    return !lines.isEmpty()
        && LINE.matcher(lines.get(0)).matches()
        && lines.stream().filter(LINE.asMatchPredicate()).count() >= MOST * lines.size();
  }

  /** The line as columns, separated by tabs; empty where it got no page, one column if broken. */
  static String columns(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return line.replace('\t', ' ');
    }
    Matcher request = REQUEST.matcher(parts.group(4));
    if (!GOT.matcher(parts.group(5)).matches()
        || !request.matches()
        || NO_PAGE.matcher(request.group(1)).matches()) {
      return "";
    }
    List<String> before = List.of(parts.group(1), known(parts.group(2)), parts.group(3));
    return Stream.of(
            before.stream(),
            Stream.of(request.group(1), known(request.group(2))),
            IntStream.rangeClosed(5, 8).mapToObj(group -> known(parts.group(group))))
        .flatMap(columns -> columns)
        .map(column -> column.replace('\t', ' '))
        .collect(Collectors.joining("\t"));
  }

  private static String known(String text) {
    return text == null || text.equals("-") ? "" : text;
  }

  /**
   * Asks who is the user and what the item.
   *
   * @throws IllegalArgumentException if one of them is not told
   */
  static void demand(String named, Columns told) {
    if (told.of(ColumnRole.USER).isEmpty() || told.of(ColumnRole.ITEM).isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is the access log of a web server, with [%s]; it does not tell who is a user and"
                  + " what an item. Say so: --columns user=host,item=path, or Columns.guessed()"
                  + ".withUser(\"host\").withItem(\"path\"), where a host may be many people"
                  + " behind one address, and robots; user=login where people sign in;"
                  + " item=query where pages differ by what follows the question mark only",
              named,
              NAMES.replace(" ", ", ")));
    }
  }
}
