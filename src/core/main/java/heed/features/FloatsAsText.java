package heed.features;

import com.google.gson.JsonDeserializationContext;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Many floats as Base64 of their little-endian bytes: exact, and a third of their digits. */
final class FloatsAsText implements JsonSerializer<float[]>, JsonDeserializer<float[]> {

  @Override
  public JsonElement serialize(float[] floats, Type type, JsonSerializationContext context) {
    ByteBuffer bytes =
        ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(floats);
    return new JsonPrimitive(Base64.getEncoder().encodeToString(bytes.array()));
  }

  @Override
  public float[] deserialize(JsonElement text, Type type, JsonDeserializationContext context) {
    if (!text.isJsonPrimitive()) {
      throw new JsonParseException("expected floats as Base64 text");
    }
    byte[] bytes = Base64.getDecoder().decode(text.getAsString());
    if (bytes.length % Float.BYTES != 0) {
      throw new JsonParseException("floats are four bytes each, found " + bytes.length + " bytes");
    }
    float[] floats = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    return floats;
  }
}
