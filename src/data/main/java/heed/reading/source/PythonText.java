package heed.reading.source;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;

/** A file of one Python dictionary a line, as lines of JSON. */
final class PythonText {

  private static final Gson JSON = new GsonBuilder().serializeNulls().create();

  private PythonText() {}

  /** A copy in the folder of the read; a line that is no dictionary stays as it is. */
  static PlainFile asJson(PlainFile file, Path folder) throws IOException {
    LongLines.refuse(file, SeparatedText.LONGEST_LINE);
    return Rewriting.of(
        file, folder.resolve("json"), 0, line -> line.isBlank() ? "" : translated(line.strip()));
  }

  private static String translated(String line) {
    try {
      return JSON.toJson(new PythonLiteral(line).entries());
    } catch (IllegalArgumentException broken) {
      // The reader of JSON lists it as a bad row.
      return line;
    }
  }
}
