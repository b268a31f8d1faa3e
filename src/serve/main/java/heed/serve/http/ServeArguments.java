package heed.serve.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the command is told.
 *
 * @param bundle what to serve
 * @param opening how it is opened
 * @param http how it is reached
 * @param workers threads that score
 * @param events the file of live events, if they are to be kept
 * @param forced whether each event goes to the disk at once
 */
record ServeArguments(
    Path bundle,
    Opening opening,
    HttpOptions http,
    int workers,
    Optional<Path> events,
    boolean forced) {

  static final String TOKEN = "HEED_TOKEN";

  static final String USAGE =
      "environment/serve BUNDLE [--port N] [--host ADDRESS] [--workers N] [--events FILE]"
          + " [--force-events] [--map] [--quantize]; the token to listen wider than this machine is in "
          + TOKEN;

  private static final int USUAL_PORT = 8080;

  /**
   * Reads the command line.
   *
   * @param environment holds the token, which other users must not see among the processes
   * @throws IllegalArgumentException if it is not understood
   */
  static ServeArguments of(String[] arguments, Map<String, String> environment) {
    Optional<Path> bundle = Optional.empty();
    Optional<Path> events = Optional.empty();
    HttpOptions http = HttpOptions.defaults().withPort(USUAL_PORT);
    String host = http.host();
    int workers = Runtime.getRuntime().availableProcessors();
    boolean forced = false;
    Opening opening = Opening.whole();
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String next = left.remove();
      switch (next) {
        case "--port" -> http = http.withPort(number(next, left, 0, 65_535));
        case "--workers" -> workers = number(next, left, 1, 1_024);
        case "--host" -> host = value(next, left);
        case "--events" -> events = Optional.of(Path.of(value(next, left)));
        case "--force-events" -> forced = true;
        case "--map" -> opening = new Opening(true, opening.quantized());
        case "--quantize" -> opening = new Opening(opening.mapped(), true);
        default -> {
          if (next.startsWith("-") || bundle.isPresent()) {
            throw new IllegalArgumentException("found " + next + ", expected " + USAGE);
          }
          bundle = Optional.of(existing(Path.of(next)));
        }
      }
    }
    return new ServeArguments(
        bundle.orElseThrow(() -> new IllegalArgumentException("name a bundle: " + USAGE)),
        opening,
        reached(http, host, Optional.ofNullable(environment.get(TOKEN))),
        workers,
        events,
        forced);
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("there is no bundle " + file.toAbsolutePath());
    }
    return file;
  }

  private static HttpOptions reached(HttpOptions http, String host, Optional<String> token) {
    return new HttpOptions(
        host,
        http.port(),
        token,
        http.mostBytes(),
        http.mostItems(),
        http.longestHistory(),
        http.mostRequests(),
        http.idle(),
        http.grace());
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value: " + USAGE);
    }
    return left.remove();
  }

  private static int number(String option, Deque<String> left, int least, int most) {
    String value = value(option, left);
    int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is between %d and %d, found %s", option, least, most, value));
    }
    return number;
  }
}
