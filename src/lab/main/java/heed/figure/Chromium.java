package heed.figure;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium or Chrome of this machine, which turns a figure into a picture without a window.
 *
 * @param program where it is
 */
record Chromium(Path program) {

  /** Names the program, as for the notebook environment. */
  private static final String NAMED = "HEED_CHROMIUM";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final List<String> ON_MAC =
      List.of(
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  private static final Pattern LEFT =
      Pattern.compile("<pre id=\"(drawn|failed)\">(.*?)</pre>", Pattern.DOTALL);

  private static final int SECONDS = 60;

  /** The browser of this machine; throws {@link IllegalStateException} if there is none. */
  static Chromium find() {
    return find(System.getenv());
  }

  static Chromium find(Map<String, String> environment) {
    List<Path> places = new ArrayList<>();
    if (environment.containsKey(NAMED)) {
      places.add(Path.of(environment.get(NAMED)));
    }
    for (String name : NAMES) {
      for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
        places.add(Path.of(folder, name));
      }
    }
    ON_MAC.forEach(place -> places.add(Path.of(place)));
    return places.stream()
        .filter(Files::isRegularFile)
        .findFirst()
        .map(Chromium::new)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "a PNG or SVG is drawn by a Chromium or Chrome; found none. Install one"
                        + " (Debian: apt-get install chromium), name it in "
                        + NAMED
                        + ", or save the figure as .html, which needs none"));
  }

  /**
   * The figure as a picture.
   *
   * @param format "png" or "svg"
   * @return the file's bytes as base64
   */
  String draw(Figure figure, String format) throws IOException {
    Path folder = Files.createTempDirectory("heed-figure");
    try {
      Path page = folder.resolve("figure.html");
      Files.writeString(page, FigurePage.drawing(figure, PlotlyScript.read(), format));
      return picture(page, folder);
    } finally {
      delete(folder);
    }
  }

  /** What the page leaves when it has drawn. */
  String picture(Path page, Path folder) throws IOException {
    Path dumped = folder.resolve("drawn");
    Process browser =
        new ProcessBuilder(command(page, folder))
            .redirectOutput(dumped.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    await(browser);
    Matcher left = LEFT.matcher(Files.readString(dumped, StandardCharsets.UTF_8));
    if (!left.find()) {
      throw new IOException(
          program + " drew no picture; save the figure as .html and open that to see why");
    }
    if (left.group(1).equals("failed")) {
      throw new IOException("plotly.js cannot draw the figure: " + left.group(2));
    }
    return left.group(2).strip();
  }

  private List<String> command(Path page, Path folder) {
    return List.of(
        program.toString(),
        "--headless",
        "--no-sandbox", // Chromium refuses to run as root with it; the page is ours.
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--user-data-dir=" + folder.resolve("profile"),
        "--virtual-time-budget=20000", // Until all that the page waits for is done.
        "--dump-dom",
        page.toUri().toString());
  }

  private void await(Process browser) throws IOException {
    try {
      if (!browser.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(program + " drew nothing within " + SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("drawing was stopped");
    } finally {
      browser.destroyForcibly();
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (var files = Files.walk(folder)) {
      all = new ArrayList<>(files.toList());
    }
    for (int last = all.size() - 1; last >= 0; last--) {
      Files.deleteIfExists(all.get(last));
    }
  }
}
