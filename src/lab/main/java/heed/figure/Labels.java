package heed.figure;

import java.util.List;
import java.util.Locale;

/** Titles as a picture shows them: as text and never as markup, cut where they would not fit. */
public final class Labels {

  /** Characters of a label on an axis. */
  public static final int LONGEST = 28;

  private static final int LONGEST_IN_SENTENCE = 48;

  private Labels() {}

  /**
   * Plain text for Plotly, which reads tags and entities in every text, a line break among them,
   * and formulas between dollars where the page has MathJax.
   */
  public static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("$", "&#36;")
        .replace("\n", "<br>");
  }

  /** The same within a template of {@link Trace#hover}, which fills in what stands in braces. */
  public static String inTemplate(String plain) {
    return text(plain).replace("%{", "&#37;{");
  }

  public static List<String> texts(List<String> plain) {
    return plain.stream().map(Labels::text).toList();
  }

  /** What stands along an axis, for Plotly. */
  public static List<String> onAxis(List<String> titles) {
    return titles.stream().map(title -> text(cut(title, LONGEST))).toList();
  }

  /** A title within a sentence. */
  public static String inSentence(String title) {
    return cut(title, LONGEST_IN_SENTENCE);
  }

  /** A sentence with a capital. */
  public static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** Both ends of what is too long, for titles of a series differ in the end. */
  public static String cut(String title, int longest) {
    if (title.length() <= longest) {
      return title;
    }
    int end = longest * 2 / 5;
    String from = title.substring(0, longest - end - 1).strip();
    return from + "\u2026" + title.substring(title.length() - end).strip();
  }
}
