package heed.reading.column;

import heed.reading.time.NumberTime;
import heed.reading.time.TextTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What sampled rows show of a column.
 *
 * @param codes a number for each row's text, -1 where there is none
 * @param texts the text of each number
 * @param filled rows with a text
 * @param runs how often the text changes from one row to the next, plus 1
 * @param kinds the share of filled rows of each kind
 */
record ColumnFacts(int[] codes, List<String> texts, int filled, int runs, Map<Kind, Double> kinds) {

  /** What a text can be; it may be several at once. */
  enum Kind {
    NUMBER,
    WHOLE,
    FRACTION,
    UP_TO_TEN,
    TIME,
    DAYS,
    TEXT_TIME,
    DATE_ONLY,
    CLOCK,
    SENTENCE,
    LIST,
    OBJECT
  }

  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+([.,]\\d*)?([eE][-+]?\\d{1,3})?");
  private static final Pattern FRACTION = Pattern.compile("[-+]?\\d*+[.,]0*+[1-9]\\d*+");
  private static final Pattern LIST_OF_IDS =
      Pattern.compile( // Never looks back, which in a line of 40 kB would take minutes.
          "\\[.*\\]|(?=[A-Za-z_-]*+\\d)[\\w-]++([ |;,]++(?=[A-Za-z_-]*+\\d)[\\w-]++)++",
          Pattern.DOTALL);
  private static final Pattern ZONED =
      Pattern.compile(".*:.*(Z|UTC|GMT|[-+]\\d\\d(:?\\d\\d)?)( \\d{4})?");
  private static final Pattern SENTENCE = Pattern.compile("\\S+( \\S+){3,}+", Pattern.DOTALL);
  private static final Pattern PREFIX = Pattern.compile("(\\p{L}+)[-_ :#.]*\\d+");
  private static final Pattern YEAR_FIRST = Pattern.compile("\\d{4}\\D\\d\\d(\\D.*)?");
  private static final Set<NumberTime> DAYS = Set.of(NumberTime.DAYS, NumberTime.EXCEL_DAYS);
  private static final int LONG = 60;

  static ColumnFacts of(List<String[]> rows, int column) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> texts = new ArrayList<>();
    int[] codes = new int[rows.size()];
    int filled = 0;
    int runs = 0;
    for (int row = 0; row < codes.length; row++) {
      String text = column < rows.get(row).length ? rows.get(row)[column] : null;
      codes[row] = -1;
      if (!MissingMarkers.isMissing(text)) {
        String id = IdRule.stripped(text);
        codes[row] =
            numbers.computeIfAbsent(
                id,
                added -> {
                  texts.add(added);
                  return texts.size() - 1;
                });
        filled++;
      }
      runs += row == 0 || codes[row] != codes[row - 1] ? 1 : 0;
    }
    return new ColumnFacts(codes, List.copyOf(texts), filled, runs, kinds(codes, texts, filled));
  }

  private static Map<Kind, Double> kinds(int[] codes, List<String> texts, int filled) {
    int[] rows = new int[texts.size()];
    for (int code : codes) {
      if (code >= 0) {
        rows[code]++;
      }
    }
    Map<Kind, Double> kinds = new HashMap<>();
    for (int code = 0; code < rows.length; code++) {
      String text = texts.get(code);
      double share = rows[code] / (double) filled;
      for (Kind kind : Kind.values()) {
        if (is(kind, text)) {
          kinds.merge(kind, share, Double::sum);
        }
      }
    }
    return Map.copyOf(kinds);
  }

  private static boolean is(Kind kind, String text) {
    return switch (kind) {
      case NUMBER -> isNumber(text);
      case WHOLE -> isNumber(text) && !FRACTION.matcher(text).matches();
      case FRACTION -> FRACTION.matcher(text).matches();
      case UP_TO_TEN -> isNumber(text) && number(text) >= 0 && number(text) <= 10;
      case TIME -> isTime(text);
      case DAYS -> isNumber(text) && isDays(number(text));
      case TEXT_TIME -> TextTime.isAny(text);
      case DATE_ONLY -> TextTime.isDateOnly(text);
      case CLOCK -> TextTime.isClock(text);
      case SENTENCE -> text.length() > LONG || SENTENCE.matcher(text).matches();
      case LIST ->
          !text.startsWith("[{")
              && LIST_OF_IDS.matcher(text).matches()
              && !TextTime.isAny(text)
              && !isNumber(text);
      case OBJECT -> (text.startsWith("{") && text.endsWith("}")) || text.startsWith("[{");
    };
  }

  /** Whether a text is a number, with a point or a comma. */
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(',', '.'));
  }

  /** Whether a text is a date or a plausible time, written as a text or as a number. */
  static boolean isTime(String text) {
    return TextTime.isAny(text)
        || (isNumber(text)
            && Arrays.stream(NumberTime.values())
                .filter(unit -> !DAYS.contains(unit))
                .anyMatch(unit -> unit.isPlausible(number(text))));
  }

  /** Counts of days are short numbers, as prices and ids are too. */
  private static boolean isDays(double number) {
    return DAYS.stream().anyMatch(unit -> unit.isPlausible(number));
  }

  double share(Kind kind) {
    return kinds.getOrDefault(kind, 0.0);
  }

  int rows() {
    return codes.length;
  }

  int distinct() {
    return texts.size();
  }

  /** Whether no two of many rows have the same text. */
  boolean isUnique() {
    return filled == distinct();
  }

  /** Whether the column counts its rows: each is as much more than the one before. */
  boolean counts() {
    if (filled < rows() || rows() < 3 || share(Kind.WHOLE) < .999) {
      return false;
    }
    double step = number(texts.get(codes[1])) - number(texts.get(codes[0]));
    for (int row = 1; row < rows(); row++) {
      double moved = number(texts.get(codes[row])) - number(texts.get(codes[row - 1]));
      if (step <= 0 || moved != step) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@link #compare} puts times in order: numbers do, and texts with the year first. */
  boolean sorts() {
    return share(Kind.NUMBER) > .99 || all(YEAR_FIRST);
  }

  /** Whether it tells moments wherever it is read: as a count since 1970, or with a zone. */
  boolean needsNoZone() {
    return !texts.isEmpty()
        && (share(Kind.NUMBER) > .99
            ? NumberTime.lengths().stream().anyMatch(unit -> unit.isPlausible(number(texts.get(0))))
            : texts.stream()
                .allMatch(text -> text.length() <= LONG && ZONED.matcher(text).matches()));
  }

  /** Compares the texts of two rows, as numbers where they are. */
  int compare(int row, int other) {
    String one = texts.get(codes[row]);
    String two = texts.get(codes[other]);
    return isNumber(one) && isNumber(two)
        ? Double.compare(number(one), number(two))
        : one.compareTo(two);
  }

  /** The one word that all texts begin with before their digits, as in user_17. */
  Optional<String> prefix() {
    String found = null;
    for (String text : texts) {
      var matcher = PREFIX.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String prefix = matcher.group(1).toLowerCase(Locale.ROOT);
      if (found != null && !found.equals(prefix)) {
        return Optional.empty();
      }
      found = prefix;
    }
    return Optional.ofNullable(found);
  }

  boolean all(Pattern pattern) {
    return !texts.isEmpty() && texts.stream().allMatch(text -> pattern.matcher(text).matches());
  }
}
