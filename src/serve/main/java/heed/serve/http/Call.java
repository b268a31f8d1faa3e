package heed.serve.http;

import com.google.gson.JsonElement;
import heed.file.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What came in.
 *
 * @param rest what stands behind the route in the path: an id, or nothing
 * @param query the parameters behind the question mark
 * @param body owned by the call
 */
record Call(String rest, Map<String, String> query, byte[] body) {

  /**
   * The body as a JSON object.
   *
   * @throws Refusal if it is none
   */
  Fields fields() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      if (text.isBlank()) {
        throw new Refusal(400, "the body is a JSON object, found nothing");
      }
      JsonElement json = StrictJson.parse(text);
      if (!json.isJsonObject()) {
        throw new Refusal(400, "the body is a JSON object, found " + kind(json));
      }
      return new Fields("the body", json.getAsJsonObject());
    } catch (CharacterCodingException notText) {
      throw new Refusal(400, "the body is JSON in UTF-8; found bytes that are not UTF-8");
    } catch (IllegalArgumentException notJson) {
      throw new Refusal(400, "the body is not JSON: " + firstLine(notJson.getCause().getMessage()));
    }
  }

  static String kind(JsonElement json) {
    if (json.isJsonArray()) {
      return "an array";
    }
    return json.isJsonObject() ? "an object" : json.isJsonNull() ? "null" : "" + json;
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
