package heed.interactions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A guess at the columns of a log, with the reason for each.
 *
 * <p>A name that people use for the role decides; where none does, the contents do: a column of
 * times is the time, and the first two columns left over are user and item.
 *
 * @param columns the guess
 * @param reasons one sentence for each column
 */
public record ColumnGuess(Columns columns, List<String> reasons) {

  private static final Set<String> USERS =
      Set.of(
          "user",
          "userid",
          "uid",
          "customer",
          "customerid",
          "visitor",
          "visitorid",
          "member",
          "memberid",
          "client",
          "clientid",
          "account",
          "accountid",
          "reviewerid",
          "person",
          "session",
          "sessionid",
          "who");
  private static final Set<String> ITEMS =
      Set.of(
          "item",
          "itemid",
          "iid",
          "movie",
          "movieid",
          "product",
          "productid",
          "asin",
          "parentasin",
          "sku",
          "article",
          "articleid",
          "track",
          "trackid",
          "song",
          "songid",
          "artist",
          "artistid",
          "video",
          "videoid",
          "book",
          "bookid",
          "game",
          "gameid",
          "business",
          "businessid",
          "location",
          "locationid",
          "what");
  private static final Set<String> TIMES =
      Set.of(
          "time",
          "timestamp",
          "ts",
          "date",
          "datetime",
          "when",
          "createdat",
          "eventtime",
          "unixreviewtime",
          "checkintime");
  private static final Set<String> VALUES =
      Set.of("rating", "value", "score", "stars", "overall", "weight", "count", "playcount");

  public ColumnGuess {
    reasons = List.copyOf(reasons);
  }

  /**
   * Guesses from a header and the first rows.
   *
   * @param header column names in file order
   * @param rows the first rows, each with one text a column
   * @throws IllegalArgumentException if no column can be the user, the item or the time
   */
  static ColumnGuess of(List<String> header, List<String[]> rows) {
    List<String> left = new ArrayList<>(header);
    List<String> reasons = new ArrayList<>();
    Optional<String> time = named("time", TIMES, left, reasons);
    Optional<String> user = named("user", USERS, left, reasons);
    Optional<String> item = named("item", ITEMS, left, reasons);
    Optional<String> value = named("value", VALUES, left, reasons);
    if (time.isEmpty()) {
      time = left.stream().filter(name -> holdsTimes(header.indexOf(name), rows)).findFirst();
      time.ifPresent(name -> take("time", name, "its contents are times", left, reasons));
    }
    if (user.isEmpty()) {
      user = firstLeft("user", left, reasons);
    }
    if (item.isEmpty()) {
      item = firstLeft("item", left, reasons);
    }
    if (user.isEmpty() || item.isEmpty() || time.isEmpty()) {
      String missing = user.isEmpty() ? "user" : item.isEmpty() ? "item" : "time";
      throw new IllegalArgumentException(
          "a log needs a user, an item and a time; found no column for the "
              + missing
              + " among "
              + header
              + ". Name them: Columns.of(\"user\", \"item\", \"time\"), or"
              + " --columns user=NAME,item=NAME,time=NAME");
    }
    return new ColumnGuess(new Columns(user.get(), item.get(), time.get(), value), reasons);
  }

  private static Optional<String> named(
      String role, Set<String> names, List<String> left, List<String> reasons) {
    Optional<String> found = left.stream().filter(name -> names.contains(plain(name))).findFirst();
    found.ifPresent(name -> take(role, name, "by its name", left, reasons));
    return found;
  }

  private static Optional<String> firstLeft(String role, List<String> left, List<String> reasons) {
    Optional<String> found = left.stream().findFirst();
    found.ifPresent(name -> take(role, name, "the first column left over", left, reasons));
    return found;
  }

  private static void take(
      String role, String name, String why, List<String> left, List<String> reasons) {
    left.remove(name);
    reasons.add(role + " = '" + name + "' (" + why + ")");
  }

  /** Most are enough: that a few rows are broken is for the reader of the rows to say. */
  private static boolean holdsTimes(int column, List<String[]> rows) {
    long times =
        rows.stream()
            .filter(row -> column < row.length && row[column] != null)
            .filter(row -> Times.looksLikeTime(row[column]))
            .count();
    return 2 * times > rows.size();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
