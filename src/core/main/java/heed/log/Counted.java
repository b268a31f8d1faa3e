package heed.log;

import java.util.Locale;

/** Numbers of things in words: "1 file", "2 files". */
public final class Counted {

  private Counted() {}

  /** How many there are, the word with an s but for one: "1,200 bad rows". */
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  /**
   * How many there are.
   *
   * @param one the word for one: "query"
   * @param more the word for none and for several: "queries"
   */
  public static String of(long count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }
}
