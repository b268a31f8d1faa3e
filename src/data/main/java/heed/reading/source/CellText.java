package heed.reading.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;

/**
 * What a cell of a workbook holds, as text in one line: numbers in full, moments as in ISO 8601.
 * Excel keeps a moment as a number of days, which only its format tells from another number.
 *
 * @param since1904 whether days count from 1904, as on old Macintoshes, and not from 1899-12-30
 */
record CellText(boolean since1904) {

  /** Formats of moments that Excel does not write down. */
  private static final Set<Integer> KNOWN_MOMENTS =
      Set.of(
          14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47,
          50, 51, 52, 53, 54, 55, 56, 57, 58);

  private static final Set<Integer> WITH_TIME = Set.of(18, 19, 20, 21, 22, 32, 33, 45, 46, 47, 55);

  private static final double MILLISECONDS = 86_400_000;

  /** Days beyond the year 9999. */
  private static final double LAST_DAY = 2_958_466;

  private static final DateTimeFormatter DAY = pattern("yyyy-MM-dd");
  private static final DateTimeFormatter MOMENT = pattern("yyyy-MM-dd HH:mm:ss");
  private static final DateTimeFormatter EXACT = pattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final DateTimeFormatter TIME_OF_DAY = pattern("HH:mm:ss");

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** Empty for no cell. */
  String of(Cell cell) {
    if (cell == null) {
      return "";
    }
    String text =
        cell.getValue() instanceof BigDecimal number
            ? of(number.doubleValue(), cell)
            : String.valueOf(cell.getText());
    return text.replaceAll("[\\t\\r\\n]+", " ").strip();
  }

  private String of(double number, Cell cell) {
    String format = bare(cell.getDataFormatString());
    int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
    boolean moment = KNOWN_MOMENTS.contains(id) || isMoment(format);
    if (!moment || number < 0 || number >= LAST_DAY) {
      BigDecimal written = new BigDecimal(Double.toString(number)).stripTrailingZeros();
      return written.toPlainString();
    }
    return moment(number, WITH_TIME.contains(id) || format.matches(".*[hs].*"));
  }

  private String moment(double days, boolean timed) {
    LocalDateTime first =
        since1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, 30, 0, 0);
    long milliseconds = Math.round(days * MILLISECONDS);
    LocalDateTime moment = first.plusNanos(milliseconds * 1_000_000);
    if (days < 1 && timed) {
      return TIME_OF_DAY.format(moment);
    }
    boolean whole = milliseconds % 1_000 == 0;
    boolean midnight = milliseconds % (long) MILLISECONDS == 0;
    return (midnight && !timed ? DAY : whole ? MOMENT : EXACT).format(moment);
  }

  /** Letters of years, months, days, hours or seconds, and no digits. */
  private static boolean isMoment(String format) {
    return format.matches(".*[ymdhs].*") && !format.matches(".*(general|[#?]).*");
  }

  /** A format without its texts in quotes, letters behind a backslash, colours and countries. */
  private static String bare(String format) {
    return format == null
        ? ""
        : format
            .replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
            .replaceAll("\\[(?i:(h+|m+|s+))\\]", "$1")
            .replaceAll("\\[[^\\]]*\\]", "")
            .toLowerCase(Locale.ROOT);
  }
}
