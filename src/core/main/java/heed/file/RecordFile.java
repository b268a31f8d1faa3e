package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Records of one kind, each in a JSON file of its own: first the format with its version, then the
 * components. Written whole or not at all; what is read is checked by {@link RecordCodec}.
 */
public final class RecordFile {

  private static final String FORMAT = "format";

  private final RecordCodec codec;
  private final String what;
  private final String format;
  private final Map<String, JsonElement> absent;

  private RecordFile(
      RecordCodec codec, String what, String format, Map<String, JsonElement> absent) {
    this.codec = codec;
    this.what = what;
    this.format = format;
    this.absent = absent;
  }

  /**
   * Files of a format.
   *
   * @param what they hold, in words for errors: "no catalogue"
   * @param format with its version, such as "heed catalogue 1"
   */
  public static RecordFile of(RecordCodec codec, String what, String format) {
    return new RecordFile(codec, what, format, Map.of());
  }

  /**
   * The same, where files written earlier lack a component: this is what it was then.
   *
   * @param component its name, behind those of the records it is in: "data.steps"
   */
  public RecordFile withAbsent(String component, Object value) {
    Map<String, JsonElement> more = new LinkedHashMap<>(absent);
    more.put(component, codec.tree(value));
    return new RecordFile(codec, what, format, more);
  }

  /** Writes a record in one line, whole or not at all; the folder is made if it is not there. */
  public void write(Path file, Record content) throws IOException {
    WholeFile.write(file, text(content, false));
  }

  /** As {@link #write}, in many lines for people to read. */
  public void writePretty(Path file, Record content) throws IOException {
    WholeFile.write(file, text(content, true));
  }

  private String text(Record content, boolean pretty) {
    JsonObject whole = new JsonObject();
    whole.addProperty(FORMAT, format);
    codec.tree(content).getAsJsonObject().asMap().forEach(whole::add);
    return RecordCodec.text(whole, pretty) + "\n";
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the file holds something else, or is damaged; says where
   */
  public <T> T read(Path file, Class<T> type) throws IOException {
    return type.cast(read(file, (Type) type));
  }

  /** As {@link #read(Path, Class)}, of a generic type. */
  // What is read is of the type that was asked for.
  @SuppressWarnings("unchecked")
  public <T> T read(Path file, TypeToken<T> type) throws IOException {
    return (T) read(file, type.getType());
  }

  private Object read(Path file, Type type) throws IOException {
    String text = Files.readString(file);
    try {
      JsonElement whole = parse(text);
      absent.forEach((component, value) -> add(whole, component, value));
      requireFormat(whole);
      JsonObject content = whole.getAsJsonObject();
      if (!Members.names(TypeToken.get(type).getRawType()).contains(FORMAT)) {
        content.remove(FORMAT);
      }
      return codec.read(content, type);
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s holds no %s that can be read: %s", file, what, broken.getMessage()),
          broken);
    }
  }

  private JsonElement parse(String text) {
    try {
      return StrictJson.parse(text);
    } catch (IllegalArgumentException notJson) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "its format is not '%s', %s", format, notJson.getMessage()),
          notJson);
    }
  }

  private static void add(JsonElement to, String component, JsonElement value) {
    int dot = component.indexOf('.');
    if (to == null || !to.isJsonObject()) {
      return; // Whatever it is instead, the codec tells.
    }
    JsonObject object = to.getAsJsonObject();
    if (dot > 0) {
      add(object.get(component.substring(0, dot)), component.substring(dot + 1), value);
    } else if (!object.has(component)) {
      object.add(component, value);
    }
  }

  private void requireFormat(JsonElement whole) {
    JsonElement found = whole.isJsonObject() ? whole.getAsJsonObject().get(FORMAT) : null;
    if (!new JsonPrimitive(format).equals(found)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "its format is not '%s': found %s, expected the format '%1$s'; give another file, or"
                  + " read it with the Heed that wrote it",
              format,
              found == null ? "none" : Scalars.shown(found)));
    }
  }
}
