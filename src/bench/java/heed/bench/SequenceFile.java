package heed.bench;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The files in which papers on sequential recommendation hand on their logs: a line a user, her
 * number and then the numbers of her items in order of time, from 1. They hold no times.
 */
final class SequenceFile {

  private SequenceFile() {}

  /**
   * Reads all users.
   *
   * @throws IllegalArgumentException naming the first line that is none of a user and her items
   */
  static Sequences read(Path file) throws IOException {
    List<String> users = new ArrayList<>();
    List<int[]> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.strip().split("\\s+");
      users.add(words[0]);
      items.add(items(words, file, users.size()));
    }
    int largest = items.stream().flatMapToInt(Arrays::stream).max().orElse(0);
    Catalogue catalogue =
        Catalogue.of(
            IntStream.rangeClosed(1, largest).mapToObj(Integer::toString).toList(), Map.of());
    return Sequences.of(
        catalogue,
        users,
        items.stream().map(history -> History.untimed(catalogue, history)).toList());
  }

  private static int[] items(String[] words, Path file, int line) {
    try {
      int[] items = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
      if (items.length > 0 && Arrays.stream(items).allMatch(item -> item > 0)) {
        return items;
      }
    } catch (NumberFormatException notNumbers) {
      // Told below as any other line that is none of a user and her items.
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "line %d of %s is no user and her items; found '%s', expected such as '7 12 3 45'",
            line,
            file,
            String.join(" ", words)));
  }
}
