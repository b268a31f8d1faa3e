package heed.reading.column;

import heed.log.ColumnRole;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A column's name as words, in any case and style: {@code CustomerID}, {@code customer_id}, {@code
 * Customer ID}, {@code customerid} and RecBole's {@code customer_id:token} are one name.
 *
 * <p>English puts last what a thing is: a {@code user_country} is a country, an {@code item_price}
 * a price. So the last word that is no mark of an id decides, and those before it may change it.
 *
 * @param words in order, without marks of ids at the end
 * @param isId whether a mark of an id stood at the end
 */
record ColumnName(List<String> words, boolean isId) {

  /** How much a name counts that people use for nothing but the role. */
  static final double SURE = 10;

  /** How much a name counts that may be used for the role where nothing better is there. */
  static final double WEAK = 4;

  /** What programs write behind a name to say of what kind its texts are. */
  private static final String TYPED =
      ":(token|float)(_seq)?$|(?<=.)\\.(string|integer|double|timestamp|boolean)Value$"
          + "|(?<=.)\\.(\\$\\w+|[SN])$";

  private static final int SHORTEST_PART = 2;

  static ColumnName of(String name) {
    List<String> words = new ArrayList<>();
    String plain = plain(name.replaceFirst(TYPED, ""));
    for (String part :
        plain
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}\\p{N}]+", -1)) {
      if (!part.isEmpty()) {
        words.addAll(parts(part));
      }
    }
    while (words.size() > 1 && NameWords.LIST.contains(words.get(words.size() - 1))) {
      words.remove(words.size() - 1);
    }
    // Romance languages say it first: id_usuario.
    boolean isId = words.size() > 1 && words.get(0).equals("id");
    if (isId) {
      words.remove(0);
    }
    while (words.size() > 1 && isMark(words.get(words.size() - 1))) {
      isId |= NameWords.ID.contains(words.remove(words.size() - 1));
    }
    while (words.size() > 1
        && NameWords.UNIT_OF_TIME.contains(words.get(words.size() - 1))
        && NameWords.TIME.contains(words.get(words.size() - 2))) {
      words.remove(words.size() - 1);
    }
    return new ColumnName(List.copyOf(words), isId);
  }

  /** Letters without accents: {@code quantité} is {@code quantite}. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
  }

  private static boolean isMark(String word) {
    return NameWords.ID.contains(word) || NameWords.CHANGED.contains(word);
  }

  /** A word that is no word but a row of them, such as unixreviewtime, taken apart. */
  private static List<String> parts(String word) {
    if (NameWords.ALL.contains(word)) {
      return List.of(word);
    }
    for (int cut = word.length() - SHORTEST_PART; cut >= SHORTEST_PART; cut--) {
      if (NameWords.ALL.contains(word.substring(0, cut))) {
        List<String> rest = parts(word.substring(cut));
        if (NameWords.ALL.containsAll(rest)) {
          List<String> parts = new ArrayList<>();
          parts.add(word.substring(0, cut));
          parts.addAll(rest);
          return parts;
        }
      }
    }
    return List.of(word);
  }

  /** Whether people use this name for a column of a log. */
  boolean isKnown() {
    if (words.isEmpty()) {
      return false;
    }
    for (ColumnRole role : ColumnRole.values()) {
      if (score(role) >= WEAK) {
        return true;
      }
    }
    return NameWords.ROW.contains(head()) || NameWords.ATTRIBUTE.contains(head());
  }

  /** How much the name speaks for a role, or against it; 0 if it says nothing. */
  double score(ColumnRole role) {
    if (words.isEmpty()) {
      return 0;
    }
    return switch (role) {
      case USER -> id(NameWords.USER, NameWords.ITEM);
      case ITEM -> id(NameWords.ITEM, NameWords.USER);
      case TIME -> time();
      case VALUE -> !isId && (NameWords.VALUE.contains(head()) || isCount()) ? SURE : 0;
      case TYPE -> !isId && NameWords.TYPE.contains(head()) ? SURE : 0;
      case SESSION -> NameWords.SESSION.contains(head()) ? SURE : 0;
    };
  }

  private double id(Set<String> mine, Set<String> others) {
    String head = head();
    if (NameWords.NAMING.contains(head)) {
      return says(mine) ? SURE - 2 : says(others) ? -SURE : 1;
    }
    if (mine.contains(head)) {
      // A parent or a variant is a sharper name for an item than the item's own.
      return SURE - (isId || words.size() == 1 ? 0 : 1);
    }
    boolean nobody =
        others.contains(head)
            || NameWords.ROW.contains(head)
            || NameWords.ATTRIBUTE.contains(head)
            || NameWords.VALUE.contains(head)
            || NameWords.TYPE.contains(head)
            || NameWords.SESSION.contains(head)
            || (NameWords.TIME.contains(head) && !isId)
            || (words.size() == 1 && NameWords.ID.contains(head));
    return nobody ? -SURE : 0;
  }

  /** Whether it is a row's, as an order's lines or a basket's: of a list, its items are meant. */
  boolean isOfRows() {
    return !words.isEmpty() && NameWords.ROW.contains(head());
  }

  /** Pieces that were ordered say how many, not when. */
  private boolean isCount() {
    return words.size() > 1
        && NameWords.VALUE.contains(words.get(0))
        && NameWords.DEALT.contains(head());
  }

  private double time() {
    String head = head();
    if (isCount() || (words.size() > 1 && NameWords.LASTING.contains(words.get(0)))) {
      return -WEAK;
    }
    if (words.size() > 1 && NameWords.TIME.contains(words.get(0)) && isPastOfEvent(head)) {
      return SURE - 1;
    }
    if (!NameWords.TIME.contains(head)) {
      if (NameWords.TIME.contains(words.get(0)) && NameWords.OTHER_DATE.contains(head)) {
        return -WEAK;
      }
      return NameWords.ROW.contains(head) || NameWords.ATTRIBUTE.contains(head) ? -WEAK : 0;
    }
    boolean other =
        words.subList(0, words.size() - 1).stream().anyMatch(NameWords.OTHER_DATE::contains);
    return other ? -WEAK : SURE;
  }

  /** As in date_added, beside which date_updated is another. */
  private static boolean isPastOfEvent(String word) {
    return word.length() > 3 && word.endsWith("ed") && !NameWords.OTHER_DATE.contains(word);
  }

  private boolean says(Set<String> those) {
    return words.subList(0, words.size() - 1).stream().anyMatch(those::contains);
  }

  private String head() {
    return words.get(words.size() - 1);
  }
}
