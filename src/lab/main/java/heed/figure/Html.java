package heed.figure;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;

/** Texts and figures as they stand in a page. */
public final class Html {

  private Html() {}

  /** Plain text, as an element's content or between an attribute's quotes. */
  public static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Traces and layout for a script element: whatever an item is called, it does not end there. */
  static String json(Figure figure) {
    JsonObject parsed = JsonParser.parseString(figure.spoken()).getAsJsonObject();
    return new Gson()
        .toJson(Map.of("data", parsed.get("data"), "layout", parsed.get("layout")))
        .replace("<", "\\u003c");
  }
}
