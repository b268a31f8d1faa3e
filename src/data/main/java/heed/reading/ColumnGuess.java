package heed.reading;

import heed.log.ColumnRole;
import heed.log.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
      Set.of(
          "rating", "value", "score", "stars", "overall", "weight", "count", "playcount", "price");
  private static final Set<String> TYPES =
      Set.of("type", "event", "eventtype", "action", "actiontype", "behavior", "behaviortype");
  private static final Set<String> SESSIONS = Set.of("session", "sessionid", "visit", "visitid");

  public ColumnGuess {
    reasons = List.copyOf(reasons);
  }

  /**
   * Guesses from a header and the first rows.
   *
   * @param header column names in file order
   * @param rows the first rows, each with one text a column, {@code null} where there is none
   * @param told columns that are known
   * @throws IllegalArgumentException if no column can be the user, the item or the time
   */
  static ColumnGuess of(List<String> header, List<String[]> rows, Columns told) {
    return new Guessing(header, rows, told).guess();
  }

  /** Whether people use this name for a column of a log. */
  static boolean isKnown(String name) {
    return Stream.of(USERS, ITEMS, TIMES, VALUES, TYPES, SESSIONS)
        .anyMatch(names -> names.contains(plain(name)));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }

  /** One guess under way: takes columns for roles until none is left over. */
  private static final class Guessing {
    private final List<String> header;
    private final List<String[]> rows;
    private final List<String> left;
    private final List<String> reasons = new ArrayList<>();
    private Columns columns;

    Guessing(List<String> header, List<String[]> rows, Columns told) {
      this.header = header;
      this.rows = rows;
      this.left = new ArrayList<>(header);
      this.columns = told;
    }

    ColumnGuess guess() {
      for (ColumnRole role : ColumnRole.values()) {
        columns.of(role).ifPresent(name -> take(role, name, "as told"));
      }
      named(ColumnRole.TIME, TIMES);
      named(ColumnRole.USER, USERS);
      named(ColumnRole.ITEM, ITEMS);
      named(ColumnRole.VALUE, VALUES);
      named(ColumnRole.TYPE, TYPES);
      named(ColumnRole.SESSION, SESSIONS);
      sessionAsUser();
      first(ColumnRole.TIME, name -> holds(name, Times::looksLikeTime), "its contents are times");
      first(ColumnRole.USER, name -> true, "the first column left over");
      first(ColumnRole.ITEM, name -> true, "the first column left over");
      for (ColumnRole role : ColumnRole.values()) {
        if (role.isNeeded() && columns.of(role).isEmpty()) {
          throw missing(role);
        }
      }
      return new ColumnGuess(columns, reasons);
    }

    private void named(ColumnRole role, Set<String> names) {
      first(
          role,
          name ->
              names.contains(plain(name))
                  && (role != ColumnRole.VALUE || holds(name, Guessing::isNumber)),
          "by its name");
    }

    /** A log whose only person is a session: the session is the user. */
    private void sessionAsUser() {
      Optional<String> session = columns.of(ColumnRole.SESSION);
      if (columns.of(ColumnRole.USER).isEmpty() && session.isPresent()) {
        take(ColumnRole.USER, session.get(), "the session, since no user is named");
      }
    }

    private void first(ColumnRole role, Predicate<String> fits, String why) {
      if (columns.of(role).isEmpty()) {
        left.stream().filter(fits).findFirst().ifPresent(name -> take(role, name, why));
      }
    }

    private void take(ColumnRole role, String name, String why) {
      left.remove(name);
      columns = columns.with(role, name);
      reasons.add(role + " = '" + name + "' (" + why + ")");
    }

    /** Most are enough: that a few rows are broken is for the reader of the rows to say. */
    private boolean holds(String name, Predicate<String> kind) {
      int column = header.indexOf(name);
      long filled = rows.stream().filter(row -> row[column] != null).count();
      long fitting =
          rows.stream().filter(row -> row[column] != null && kind.test(row[column])).count();
      return 2 * fitting > filled || (filled == 0 && kind.test("0"));
    }

    private static boolean isNumber(String text) {
      try {
        return !Double.isNaN(Double.parseDouble(text)) || !text.isBlank();
      } catch (NumberFormatException noNumber) {
        return false;
      }
    }

    private IllegalArgumentException missing(ColumnRole role) {
      return new IllegalArgumentException(
          "a log needs a user, an item and a time; found no column for the "
              + role
              + " among "
              + header
              + ". Name them: Columns.of(\"user\", \"item\", \"time\"), or"
              + " --columns user=NAME,item=NAME,time=NAME");
    }
  }
}
