package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Records of one kind, each in a JSON file of its own that any program reads: the format with its
 * version, then length and SHA-256 digest of the rest, then the components. It is the form of a
 * {@link Container} that is one text and nothing else. Written whole or not at all; a file that
 * differs in a single byte from what was written is refused.
 */
public final class RecordFile {

  private static final String FORMAT = "format";
  private static final String BYTES = "bytes";
  private static final String SHA256 = "sha256";

  private final RecordCodec codec;
  private final String what;
  private final String format;

  private RecordFile(RecordCodec codec, String what, String format) {
    this.codec = codec;
    this.what = what;
    this.format = format;
  }

  /**
   * Files of a format.
   *
   * @param what they hold, in words for errors: "run record"
   * @param format with its version, such as "heed run 1"
   */
  public static RecordFile of(RecordCodec codec, String what, String format) {
    return new RecordFile(codec, what, format);
  }

  /** Writes a record in one line, whole or not at all; the folder is made if it is not there. */
  public void write(Path file, Record content) throws IOException {
    WholeFile.write(file, text(content, false));
  }

  /** As {@link #write}, in many lines for people to read. */
  public void writePretty(Path file, Record content) throws IOException {
    WholeFile.write(file, text(content, true));
  }

  /** What {@link #writePretty} writes, to be a part of another file. */
  public String text(Record content) {
    return text(content, true);
  }

  private String text(Record content, boolean pretty) {
    JsonObject components = codec.tree(content).getAsJsonObject();
    components.remove(FORMAT);
    return RecordCodec.text(sealed(format, components), pretty) + "\n";
  }

  /** The whole of a file, its digest put right. */
  static JsonObject sealed(String format, JsonObject components) {
    byte[] rest = RecordCodec.text(components, false).getBytes(StandardCharsets.UTF_8);
    JsonObject whole = new JsonObject();
    whole.addProperty(FORMAT, format);
    whole.addProperty(BYTES, rest.length);
    whole.addProperty(SHA256, HexFormat.of().formatHex(Sha256.fresh().digest(rest)));
    components.asMap().forEach(whole::add);
    return whole;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UnreadableFileException if the file holds something else, or is damaged; says where
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

  /**
   * Reads what {@link #text} gave.
   *
   * @param file it was a part of, for errors
   */
  public <T> T read(String text, Path file, Class<T> type) {
    return type.cast(read(text.strip() + "\n", file, (Type) type));
  }

  private Object read(Path file, Type type) throws IOException {
    FilePlace.requireReadable(file, what);
    byte[] bytes = Files.readAllBytes(file);
    try {
      return read(Utf8.text(bytes), file, type);
    } catch (UnreadableFileException known) {
      throw known;
    } catch (IllegalArgumentException broken) {
      throw refused(file, broken.getMessage(), "the format '" + format + "'", broken);
    }
  }

  private Object read(String text, Path file, Type type) {
    JsonObject whole = parsed(text, file);
    JsonElement found = whole.remove(FORMAT);
    if (!new JsonPrimitive(format).equals(found)) {
      throw new UnreadableFileException(
          file,
          what,
          "the format " + (found == null ? "none" : Scalars.shown(found)),
          "'" + format + "'",
          "give another file, or read it with the Heed that wrote it");
    }
    whole.remove(BYTES);
    whole.remove(SHA256);
    requireSealed(text, whole, file);
    if (Members.names(TypeToken.get(type).getRawType()).contains(FORMAT)) {
      whole.addProperty(FORMAT, format);
    }
    try {
      return codec.read(whole, type);
    } catch (IllegalArgumentException broken) {
      throw refused(file, broken.getMessage(), "what Heed wrote there", broken);
    }
  }

  private JsonObject parsed(String text, Path file) {
    try {
      JsonElement parsed = StrictJson.parse(text);
      if (parsed.isJsonObject()) {
        return parsed.getAsJsonObject();
      }
      throw new IllegalArgumentException("it is no JSON object");
    } catch (IllegalArgumentException notJson) {
      throw refused(
          file, "a text, " + notJson.getMessage(), "the format '" + format + "'", notJson);
    }
  }

  /** There is one text in one line and one in many for given components, and no other. */
  private void requireSealed(String text, JsonObject components, Path file) {
    JsonObject again = sealed(format, components);
    if (!text.equals(RecordCodec.text(again, true) + "\n")
        && !text.equals(RecordCodec.text(again, false) + "\n")) {
      throw refused(
          file,
          String.format(
              Locale.ROOT, "%,d characters that are not those of its digest", text.length()),
          "it as Heed wrote it, undamaged",
          null);
    }
  }

  private UnreadableFileException refused(
      Path file, String found, String expected, Throwable cause) {
    return new UnreadableFileException(
        file, what, found, expected, "take an undamaged copy, or write it again", cause);
  }
}
