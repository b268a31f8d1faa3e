package heed.reading;

import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.Locale;

/** Times of which a spreadsheet kept no more digits than it showed: {@code 1.62E+09}. */
final class CutTimes {

  /** Six digits of ten leave hours, and a file of them has a few moments for all of its rows. */
  private static final String CUT = "\\d([.,]\\d{1,5})?[eE]\\+?\\d+";

  private static final double MOST = .01;

  private CutTimes() {}

  /** Refuses the times t of a relation, so many of them numbers, if too many are cut. */
  static void refuse(Database database, String relation, long numbers) throws SQLException {
    String[] cut =
        database
            .rows(
                String.format(
                    Locale.ROOT,
                    "SELECT count(*), count(DISTINCT t), min(t) FROM %s WHERE"
                        + " regexp_full_match(trim(t), '%s')",
                    relation,
                    CUT))
            .get(0);
    if (Long.parseLong(cut[0]) > MOST * numbers && isFew(cut, numbers)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s times are written such as %s: a spreadsheet has cut their digits, so that hours"
                  + " or days look like one moment; export the column as text, name another column,"
                  + " --columns time=NAME, or read without times, --order-is-time,"
                  + " ReadOptions.withOrderAsTime()",
              cut[0],
              cut[2]));
    }
  }

  /** A round number such as 1.6E9 may be meant where others are written in full. */
  private static boolean isFew(String[] cut, long numbers) {
    return Long.parseLong(cut[1]) * 2 <= Long.parseLong(cut[0])
        || Long.parseLong(cut[0]) * 2 > numbers;
  }
}
