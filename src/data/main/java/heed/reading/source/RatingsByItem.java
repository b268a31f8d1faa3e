package heed.reading.source;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Lines as Netflix published its prize: one with a film and a colon, {@code 7:}, then one a rating
 * of it, {@code user,rating,date}. Each rating becomes {@code film user rating date}.
 */
final class RatingsByItem implements UnaryOperator<String> {

  private static final Pattern ITEM = Pattern.compile("\\s*\\d+:\\s*");

  private static final Pattern RATING =
      Pattern.compile("\\s*\\w+,[\\d.]+,\\d{4}-\\d\\d-\\d\\d\\s*");

  private String item = "";

  static boolean are(List<String> lines) {
    return lines.size() > 2
        && ITEM.matcher(lines.get(0)).matches()
        && lines.stream()
            .allMatch(line -> ITEM.matcher(line).matches() || RATING.matcher(line).matches());
  }

  @Override
  public String apply(String line) {
    if (ITEM.matcher(line).matches()) {
      item = line.replace(":", "").strip();
      return "";
    }
    return line.isBlank() ? "" : item + "\t" + line.strip().replace(',', '\t');
  }
}
