package heed.serve.batch;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import heed.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How far an unfinished file is good, and whose it is.
 *
 * @param owner what identifies the batch: model, users, length and format
 * @param users whose lists are in the file
 * @param bytes how long the file is with these
 */
record Checkpoint(String owner, int users, long bytes) {

  static Checkpoint none(String owner) {
    return new Checkpoint(owner, 0, 0);
  }

  /**
   * Reads the checkpoint of a batch, or starts anew if there is none, or if the unfinished file is
   * gone or shorter than it says.
   *
   * @param part the unfinished file
   * @throws IllegalArgumentException if it is of another batch
   */
  static Checkpoint read(Path file, Path part, String owner) throws IOException {
    if (!Files.exists(file)) {
      return none(owner);
    }
    Checkpoint found;
    try {
      found = new Gson().fromJson(Files.readString(file), Checkpoint.class);
    } catch (JsonParseException damaged) {
      found = null;
    }
    if (found == null || !owner.equals(found.owner())) {
      throw new IllegalArgumentException(
          file
              + " is of another batch"
              + (found == null ? "" : " (" + found.owner() + ")")
              + " than this one ("
              + owner
              + "); delete it to begin anew");
    }
    boolean whole = Files.exists(part) && Files.size(part) >= found.bytes();
    return whole ? found : none(owner);
  }

  void write(Path file) throws IOException {
    WholeFile.write(file, new Gson().toJson(this));
  }
}
