package heed.reading.source;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts that hold no rows of fields but something else, and how each becomes a log. */
enum OtherText {
  HTML(
      "(?is)<(!doctype html|html|head|body|table|meta|style)\\b.*",
      "a web page, be it called .xls or .csv",
      "open it in a spreadsheet and save it as .xlsx or CSV, or in pandas:"
          + " pandas.read_html(FILE)[0].to_csv(NEW, index=False)"),
  XML(
      "(?s)<(\\?xml\\b.*|[A-Za-z][\\w:.-]*[\\s>].*(</|/>).*)",
      "XML",
      "in pandas: pandas.read_xml(FILE).to_csv(NEW, index=False)"),
  SQL(
      "(?is)(create|insert|drop|set|begin|start|lock|pragma|use)\\b.*|(?s)--.*|(?s)/\\*.*",
      "SQL statements, the dump of a database",
      "load it into a database and export the table of events as CSV, or read that with"
          + " Interactions.query(connection, \"select ...\")");

  private static final Pattern STATEMENT =
      Pattern.compile("(?im)^(create table|insert into|copy \\S+ .*from stdin)\\b");

  private static final int START = 20_000;

  private final Pattern shape;
  private final String meaning;
  private final String remedy;

  OtherText(String shape, String meaning, String remedy) {
    this.shape = Pattern.compile(shape);
    this.meaning = meaning;
    this.remedy = remedy;
  }

  /** Refuses a text that begins as none of rows. */
  static void refuse(String named, String text) {
    String start = text.substring(0, Math.min(text.length(), START)).stripLeading();
    Optional<OtherText> found =
        Arrays.stream(values())
            .filter(kind -> kind.shape.matcher(start).matches())
            .filter(kind -> kind != SQL || STATEMENT.matcher(start).find())
            .findFirst();
    found.ifPresent(
        kind -> {
          throw new IllegalArgumentException(
              named
                  + " is "
                  + kind.meaning
                  + ", which is not read; expected CSV, TSV, JSON lines, Parquet or .xlsx. Make one"
                  + " of it: "
                  + kind.remedy);
        });
  }
}
