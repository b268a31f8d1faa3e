package outside;

import heed.log.Columns;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.LogFormat;
import heed.log.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A format of somebody else: a user per line, and what she met, oldest first. */
public final class OwnLogFormat implements LogFormat {

  @Override
  public boolean accepts(Path path) {
    return path.toString().endsWith(".lists");
  }

  @Override
  public Interactions read(Path path, Columns columns, ReadOptions options) {
    List<String> users = new ArrayList<>();
    List<String> items = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(path)) {
        String[] words = line.split(" ", -1);
        for (int i = 1; i < words.length; i++) {
          users.add(words[0]);
          items.add(words[i]);
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
    long[] times = new long[users.size()];
    for (int row = 0; row < times.length; row++) {
      times[row] = 1_000L * row;
    }
    return Interactions.of(path.getFileName().toString(), Ids.of(users), Ids.of(items), times);
  }
}
