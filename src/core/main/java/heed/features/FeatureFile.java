package heed.features;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import heed.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fitted records as a JSON file: {@code {"format", "version", "content"}}.
 *
 * <p>A file names a kind, and only the kinds that our sealed interfaces permit are made, through
 * their constructors, which validate.
 */
public final class FeatureFile {

  private static final String FORMAT = "heed features";

  private static final int VERSION = 1;

  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapterFactory(new RecordJson())
          .registerTypeAdapter(float[].class, new FloatsAsText())
          .disableHtmlEscaping()
          .create();

  private FeatureFile() {}

  public static void write(Path file, Object content) throws IOException {
    JsonObject whole = new JsonObject();
    whole.addProperty("format", FORMAT);
    whole.addProperty("version", VERSION);
    whole.add("content", GSON.toJsonTree(content));
    WholeFile.write(file, GSON.toJson(whole) + "\n");
  }

  public static <T> T read(Path file, Class<T> type) throws IOException {
    String text = Files.readString(file);
    try {
      JsonElement root = JsonParser.parseString(text);
      if (!root.isJsonObject()
          || !root.getAsJsonObject().has("format")
          || !root.getAsJsonObject().get("format").equals(GSON.toJsonTree(FORMAT))) {
        throw new JsonParseException("its format is not '" + FORMAT + "'");
      }
      JsonElement version = root.getAsJsonObject().get("version");
      if (!GSON.toJsonTree(VERSION).equals(version)) {
        throw new JsonParseException("its version is " + version + ", and " + VERSION + " is read");
      }
      JsonElement content = root.getAsJsonObject().get("content");
      if (content == null || !content.isJsonObject()) {
        throw new JsonParseException("it has no content");
      }
      return GSON.fromJson(content, type);
    } catch (JsonParseException | IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          file + " holds no features that can be read: " + broken.getMessage(), broken);
    }
  }
}
