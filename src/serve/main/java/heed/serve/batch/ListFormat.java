package heed.serve.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import heed.recommend.Ranking;
import java.util.Locale;

/** How lists stand in a file. Write your own for another. */
public interface ListFormat {

  /** What stands before the first list, with its line end; empty if nothing does. */
  String header();

  /** The list of one user, each line with its end. */
  String lines(String user, Ranking ranking);

  /** One line for each item of a list, as RFC 4180 has it: user, rank, item, title, score. */
  static ListFormat csv() {
    return new Csv();
  }

  /** One JSON object for each user, on a line of its own. */
  static ListFormat jsonLines() {
    return new JsonLines();
  }

  /** See {@link #csv}. */
  record Csv() implements ListFormat {

    @Override
    public String header() {
      return "user,rank,item,title,score\n";
    }

    @Override
    public String lines(String user, Ranking ranking) {
      StringBuilder lines = new StringBuilder();
      for (Ranking.Entry entry : ranking.entries()) {
        lines.append(
            String.format(
                Locale.ROOT,
                "%s,%d,%s,%s,%s\n",
                quoted(user),
                entry.rank(),
                quoted(entry.id()),
                quoted(entry.title()),
                entry.score()));
      }
      return lines.toString();
    }

    private static String quoted(String text) {
      boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
  }

  /** See {@link #jsonLines}. */
  record JsonLines() implements ListFormat {

    @Override
    public String header() {
      return "";
    }

    @Override
    public String lines(String user, Ranking ranking) {
      JsonArray items = new JsonArray();
      for (Ranking.Entry entry : ranking.entries()) {
        JsonObject item = new JsonObject();
        item.addProperty("id", entry.id());
        item.addProperty("title", entry.title());
        if (Float.isFinite(entry.score())) { // JSON knows no other numbers.
          item.addProperty("score", entry.score());
        }
        items.add(item);
      }
      JsonObject list = new JsonObject();
      list.addProperty("user", user);
      list.add("items", items);
      return list + "\n";
    }
  }
}
