package heed.bench;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import heed.file.Sha256;
import heed.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a long work has done already, kept in a folder until it is finished, so that when it is
 * stopped or killed it need not begin anew. A file a result, each written whole or not at all.
 */
final class Unfinished {

  private static final Gson GSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private static final int SHOWN = 8;

  private static final String PREFIX = "unfinished-";

  private final Path folder;
  private final Set<Path> used = new HashSet<>();

  private Unfinished(Path folder) {
    this.folder = folder;
  }

  /**
   * The work that is decided by these words, in a folder of its own below this one.
   *
   * @param decisive all that decides the results; work of other data does not go on here
   */
  static Unfinished in(Path runs, String decisive) {
    return new Unfinished(runs.resolve(PREFIX + digest(decisive)));
  }

  /**
   * A result: as it was kept, or else made now and kept.
   *
   * @param what tells it from all others of this work
   * @param type of the result
   */
  <T> T once(String what, Type type, Supplier<T> work) {
    Path file = folder.resolve(digest(what) + ".json");
    used.add(file);
    try {
      if (Files.exists(file)) {
        return GSON.fromJson(Files.readString(file), type);
      }
      T result = work.get();
      WholeFile.write(file, GSON.toJson(result));
      return result;
    } catch (IOException failed) {
      throw new UncheckedIOException("could not keep or read " + file, failed);
    }
  }

  /** A folder for the inner state of a result that is being made. */
  Path folder(String what) {
    return folder.resolve(digest(what));
  }

  /**
   * Where other work was left unfinished, if none of this work was done yet: of other data, or of
   * another version.
   */
  List<Path> others() {
    return Files.exists(folder)
        ? List.of()
        : listed(folder.getParent(), path -> path.getFileName().toString().startsWith(PREFIX));
  }

  /** How many kept results nobody asked for, such as those of settings that print otherwise now. */
  int unused() {
    return listed(folder, path -> path.toString().endsWith(".json") && !used.contains(path)).size();
  }

  private static List<Path> listed(Path folder, Predicate<Path> which) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.filter(which).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("could not look into " + folder, failed);
    }
  }

  /** Lets the inner states go: their results are kept. */
  void discardFolders() {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        inside.filter(Files::isDirectory).forEach(Unfinished::delete);
      } catch (IOException failed) {
        throw new UncheckedIOException("could not tidy up " + folder, failed);
      }
    }
  }

  /** The work is finished. */
  void discard() {
    delete(folder);
  }

  private static void delete(Path root) {
    try (Stream<Path> inside = Files.walk(root)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not delete " + root, failed);
    }
  }

  private static String digest(String words) {
    byte[] digest = Sha256.fresh().digest(words.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, SHOWN);
  }
}
