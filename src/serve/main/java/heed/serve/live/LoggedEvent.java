package heed.serve.live;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import heed.serve.Event;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line of an {@link EventLog}: a JSON object whose last field is the CRC-32 of what stands
 * before it.
 *
 * @param user whose event
 * @param event what she met, and when by her own account
 * @param received when it came in, in seconds since 1970
 */
record LoggedEvent(String user, Event event, long received) {

  private static final String CHECKSUM = ",\"crc\":\"";

  private static final Pattern LONE_SURROGATE = Pattern.compile("[\\uD800-\\uDFFF]");

  /** The line, with its end. */
  byte[] line() {
    String fields =
        String.format(
            Locale.ROOT,
            "{\"user\":%s,\"item\":%s%s,\"time\":%d,\"received\":%d",
            text(user),
            text(event.item()),
            event.type().isEmpty() ? "" : ",\"type\":" + text(event.type()),
            event.time(),
            received);
    return (fields + CHECKSUM + checksum(fields) + "\"}\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Half of a pair of surrogates has no bytes in UTF-8: written plainly, it would become "?". */
  private static String text(String id) {
    return LONE_SURROGATE
        .matcher(new JsonPrimitive(id).toString())
        .replaceAll(half -> String.format(Locale.ROOT, "\\\\u%04x", (int) half.group().charAt(0)));
  }

  private static String checksum(String fields) {
    CRC32 checksum = new CRC32();
    checksum.update(fields.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", checksum.getValue());
  }

  /**
   * Reads a line without its end.
   *
   * @throws IllegalArgumentException if it was not written whole, or was changed since
   */
  static LoggedEvent of(String line) {
    int end = line.lastIndexOf(CHECKSUM);
    if (end < 0
        || !line.substring(end).equals(CHECKSUM + checksum(line.substring(0, end)) + "\"}")) {
      throw new IllegalArgumentException("its checksum is missing or wrong");
    }
    try {
      JsonObject fields = JsonParser.parseString(line).getAsJsonObject();
      return new LoggedEvent(
          fields.get("user").getAsString(),
          new Event(
              fields.get("item").getAsString(),
              fields.get("time").getAsLong(),
              fields.has("type") ? fields.get("type").getAsString() : ""),
          fields.get("received").getAsLong());
    } catch (JsonParseException
        | NullPointerException
        | IllegalStateException
        | UnsupportedOperationException foreign) {
      throw new IllegalArgumentException("it holds no event", foreign);
    }
  }
}
