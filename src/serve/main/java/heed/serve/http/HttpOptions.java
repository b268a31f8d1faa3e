package heed.serve.http;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a service is reached, and what it refuses.
 *
 * @param host the address to listen at
 * @param port 0 for any that is free
 * @param token what every request has to show, if there is one; needed to listen wider than this
 *     machine
 * @param mostBytes of the body of a request
 * @param mostItems of a list
 * @param longestHistory events of a request
 * @param mostRequests of a request for several lists
 * @param idle how long a connection may be silent
 * @param grace how long a stop waits for requests that have begun
 */
public record HttpOptions(
    String host,
    int port,
    Optional<String> token,
    int mostBytes,
    int mostItems,
    int longestHistory,
    int mostRequests,
    Duration idle,
    Duration grace) {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
  private static final int SHORTEST_TOKEN = 16;

  public HttpOptions {
    if (mostBytes < 1 || mostItems < 1 || longestHistory < 1 || mostRequests < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "limits of a service are at least 1, found %d bytes, %d items, %d events, %d requests",
              mostBytes,
              mostItems,
              longestHistory,
              mostRequests));
    }
    if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a token of %d characters is guessed; take at least %d",
              token.get().length(),
              SHORTEST_TOKEN));
    }
    if (token.isPresent() && !token.get().matches("[!-~]([ -~]*[!-~])?")) {
      throw new IllegalArgumentException(
          "a token is sent in a header, which takes ASCII letters, digits and signs, and no space"
              + " at either end; choose another");
    }
    if (!LOOPBACK.contains(host) && token.isEmpty()) {
      throw new IllegalArgumentException(
          "to listen at "
              + host
              + ", where other machines can ask, a service needs a token; give one, or listen at"
              + " 127.0.0.1");
    }
  }

  /** This machine only, any free port, 1 MiB, lists of 1,000, histories of 1,000, 100 at once. */
  public static HttpOptions defaults() {
    return new HttpOptions(
        "127.0.0.1",
        0,
        Optional.empty(),
        1 << 20,
        1_000,
        1_000,
        100,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10));
  }

  public HttpOptions withPort(int port) {
    return new HttpOptions(
        host, port, token, mostBytes, mostItems, longestHistory, mostRequests, idle, grace);
  }

  /** Listens at an address that others can reach, for those who show the token. */
  public HttpOptions at(String host, String token) {
    return new HttpOptions(
        host,
        port,
        Optional.of(token),
        mostBytes,
        mostItems,
        longestHistory,
        mostRequests,
        idle,
        grace);
  }

  public HttpOptions withLimits(int mostBytes, int mostItems, int longestHistory) {
    return new HttpOptions(
        host, port, token, mostBytes, mostItems, longestHistory, mostRequests, idle, grace);
  }

  public HttpOptions withGrace(Duration grace) {
    return new HttpOptions(
        host, port, token, mostBytes, mostItems, longestHistory, mostRequests, idle, grace);
  }
}
