package heed.kernel.lookup;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * The code cells of the notebook's file, as JupyterLab last saved it.
 *
 * <p>A kernel is sent the cells that are run, and no others. Jupyter's server names the file to it
 * in {@code JPY_SESSION_NAME}; where nobody does, there are no cells.
 */
public final class NotebookCells {

  private NotebookCells() {}

  /** The code cells from the top down; none if the environment names no notebook. */
  public static List<String> of(Map<String, String> environment) {
    String named = environment.getOrDefault("JPY_SESSION_NAME", "");
    try {
      Path file = Path.of(named);
      return named.endsWith(".ipynb") && Files.isRegularFile(file) ? read(file) : List.of();
    } catch (IOException | InvalidPathException | JsonParseException | IllegalStateException e) {
      LoggerFactory.getLogger(NotebookCells.class).debug("no cells of {}", named, e);
      return List.of();
    }
  }

  /**
   * The code cells of a notebook's file, from the top down.
   *
   * @throws IOException if it cannot be read
   * @throws JsonParseException if it is not JSON
   */
  public static List<String> read(Path file) throws IOException {
    List<String> cells = new ArrayList<>();
    JsonObject notebook = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (JsonElement element : notebook.getAsJsonArray("cells")) {
      JsonObject cell = element.getAsJsonObject();
      if (cell.get("cell_type").getAsString().equals("code")) {
        cells.add(text(cell.get("source")));
      }
    }
    return cells;
  }

  private static String text(JsonElement source) {
    if (!source.isJsonArray()) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    JsonArray lines = source.getAsJsonArray();
    lines.forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }
}
