package heed.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** One JSON text as a tree: RFC 8259 to the letter, and no name twice in an object. */
public final class StrictJson {

  /** Files of Heed 0.1 hold numbers that are none as bare words, which JSON does not know. */
  private static final Pattern BARE =
      Pattern.compile("([:\\[,]\\s*)(NaN|-?Infinity)(?=\\s*[,\\]}])");

  private StrictJson() {}

  /**
   * Reads one value and nothing behind it.
   *
   * @throws IllegalArgumentException if the text is not JSON, with the line and column
   */
  public static JsonElement parse(String text) {
    try {
      return whole(text);
    } catch (MalformedJsonException malformed) {
      String quoted = BARE.matcher(text).replaceAll("$1\"$2\"");
      if (quoted.equals(text)) {
        throw notJson(malformed);
      }
      return parse(quoted);
    } catch (EOFException cutOff) {
      throw notJson(cutOff);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // A text in memory can always be read.
    }
  }

  private static IllegalArgumentException notJson(IOException reason) {
    return new IllegalArgumentException("it is not JSON: " + reason.getMessage(), reason);
  }

  private static JsonElement whole(String text) throws IOException {
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    JsonElement value = value(in);
    if (in.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more than one value");
    }
    return value;
  }

  // As deep as the reader's own limit allows, 255 levels.
  private static JsonElement value(JsonReader in) throws IOException {
    return switch (in.peek()) {
      case BEGIN_OBJECT -> object(in);
      case BEGIN_ARRAY -> array(in);
      case STRING -> new JsonPrimitive(in.nextString());
      case NUMBER -> new JsonPrimitive(ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(in));
      case BOOLEAN -> new JsonPrimitive(in.nextBoolean());
      case NULL -> {
        in.nextNull();
        yield JsonNull.INSTANCE;
      }
      case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT ->
          throw new MalformedJsonException("no value at " + in.getPath());
    };
  }

  private static JsonObject object(JsonReader in) throws IOException {
    JsonObject object = new JsonObject();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      if (object.has(name)) {
        throw new MalformedJsonException("'" + name + "' stands twice at " + in.getPath());
      }
      object.add(name, value(in));
    }
    in.endObject();
    return object;
  }

  private static JsonArray array(JsonReader in) throws IOException {
    JsonArray array = new JsonArray();
    in.beginArray();
    while (in.hasNext()) {
      array.add(value(in));
    }
    in.endArray();
    return array;
  }
}
