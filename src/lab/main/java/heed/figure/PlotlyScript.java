package heed.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** plotly.js, the script that draws figures: the one that the notebook environment brings. */
final class PlotlyScript {

  /** Names the file; the kernel sets it. */
  private static final String NAMED = "HEED_PLOTLY";

  /** What stands beside an environment of ours, and not beside anybody's. */
  private static final String MAKER = "environment/lab";

  private PlotlyScript() {}

  /** The script's text; throws {@link IllegalStateException} where it is not at hand. */
  static String read() throws IOException {
    return Files.readString(find(System.getenv(), Path.of("").toAbsolutePath()));
  }

  /** The file that is named, or that an environment made in this folder or in one above it. */
  static Path find(Map<String, String> environment, Path folder) {
    List<Path> places = new ArrayList<>();
    if (environment.containsKey(NAMED)) {
      places.add(Path.of(environment.get(NAMED)));
    }
    for (Path at = folder; at != null; at = at.getParent()) {
      places.addAll(madeIn(at));
    }
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "drawing a figure outside a notebook needs plotly.js; found none in the"
                        + " environment of "
                        + folder
                        + ". Call environment/lab once, which brings it, or name a plotly.min.js"
                        + " (3 or newer) in "
                        + NAMED));
  }

  private static List<Path> madeIn(Path folder) {
    List<Path> scripts = new ArrayList<>();
    Path libraries = folder.resolve(".venv").resolve("lib");
    if (Files.isDirectory(libraries) && Files.exists(folder.resolve(MAKER))) {
      try (DirectoryStream<Path> pythons = Files.newDirectoryStream(libraries, "python*")) {
        pythons.forEach(
            python ->
                scripts.add(python.resolve("site-packages/plotly/package_data/plotly.min.js")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scripts;
  }
}
