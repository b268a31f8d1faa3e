package heed.chart;

import java.util.List;

/** Titles as a picture shows them: as text and never as markup, cut where they would not fit. */
final class Labels {

  /** Characters of a label on an axis. */
  static final int LONGEST = 28;

  private static final int LONGEST_IN_SENTENCE = 48;

  private Labels() {}

  /** Plain text for Plotly, which reads tags and entities in every text; a line break is one. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\n", "<br>");
  }

  static List<String> texts(List<String> plain) {
    return plain.stream().map(Labels::text).toList();
  }

  /** What stands along an axis, for Plotly. */
  static List<String> onAxis(List<String> titles) {
    return titles.stream().map(title -> text(cut(title, LONGEST))).toList();
  }

  /** A title within a sentence. */
  static String inSentence(String title) {
    return cut(title, LONGEST_IN_SENTENCE);
  }

  /** Both ends of what is too long, for titles of a series differ in the end. */
  static String cut(String title, int longest) {
    if (title.length() <= longest) {
      return title;
    }
    int end = longest * 2 / 5;
    String from = title.substring(0, longest - end - 1).strip();
    return from + "\u2026" + title.substring(title.length() - end).strip();
  }
}
