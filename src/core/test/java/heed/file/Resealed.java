package heed.file;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * Files whose content was changed and whose digests were put right: what a stranger could write.
 */
public final class Resealed {

  private Resealed() {}

  /** The text of a {@link RecordFile}, with the digest of what it holds now. */
  public static String json(String text) {
    JsonObject whole = StrictJson.parse(text).getAsJsonObject();
    String format = whole.remove("format").getAsString();
    whole.remove("bytes");
    whole.remove("sha256");
    return RecordCodec.text(RecordFile.sealed(format, whole), false) + "\n";
  }

  /**
   * Changes one text of a container.
   *
   * @param kind of the file
   * @param part "catalogue" for catalogue.json
   */
  public static void json(Path file, String kind, String part, UnaryOperator<String> change)
      throws IOException {
    FileKind same = new FileKind(kind, 1, "no remedy");
    Container container = Container.read(file, same);
    ContainerWriter again = Container.of(same);
    for (String name : container.names()) {
      if (container.hasJson(name)) {
        again.json(
            name, name.equals(part) ? change.apply(container.json(name)) : container.json(name));
      }
      if (container.hasTensors(name)) {
        again.tensors(name, container.tensors(name));
      }
    }
    again.write(file);
  }
}
