import heed.bundle.Bundle;
import heed.sequence.Catalogue;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Asks a service over HTTP, from a process of its own. */
final class ServeLoad {

  private ServeLoad() {}

  /** First as much as goes, then at 80% of that, with times counted from when a request was due. */
  static void load(Path file, URI service) throws Exception {
    Catalogue catalogue;
    try (Bundle bundle = Bundle.load(file)) {
      catalogue = bundle.catalogue();
    }
    for (int length : new int[] {10, 50}) {
      List<byte[]> requests = bodies(catalogue, length, service);
      send(service, requests, 8, ServeBench.WARM_SECONDS, Double.POSITIVE_INFINITY);
      long[] most = send(service, requests, 8, ServeBench.SECONDS, Double.POSITIVE_INFINITY);
      ServeBench.print("HTTP, " + length + " events, 8 connections", most, ServeBench.SECONDS);
      double rate = 0.8 * most.length / ServeBench.SECONDS;
      ServeBench.print(
          "HTTP, " + length + " events, 80% of that",
          send(service, requests, 8, ServeBench.SECONDS, rate),
          ServeBench.SECONDS);
    }
  }

  private static List<byte[]> bodies(Catalogue catalogue, int length, URI service) {
    Random random = new Random(length);
    return IntStream.range(0, 1_000)
        .mapToObj(
            i -> {
              String[] ids =
                  random
                      .ints(length, 1, catalogue.size() + 1)
                      .mapToObj(item -> '"' + catalogue.id(item) + '"')
                      .toArray(String[]::new);
              String body = "{\"history\":[" + String.join(",", ids) + "]}";
              String head =
                  "POST /recommend HTTP/1.1\r\nHost: "
                      + service.getAuthority()
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n";
              return (head + body).getBytes(StandardCharsets.UTF_8);
            })
        .toList();
  }

  private static long[] send(
      URI service, List<byte[]> requests, int connections, int seconds, double rate)
      throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    double apart = Double.isInfinite(rate) ? 0 : 1e9 / rate; // Requests of all connections.
    return ServeBench.together(
        connections,
        (own, took) -> {
          try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int count = 0; ; count++) {
              long due =
                  apart == 0
                      ? System.nanoTime()
                      : begin + (long) (((double) count * connections + own) * apart);
              if (due >= end || count == took.length) {
                return count;
              }
              while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
              }
              out.write(requests.get((37 * own + count) % requests.size()));
              skipAnswer(in);
              took[count] = System.nanoTime() - due;
            }
          }
        });
  }

  private static void skipAnswer(InputStream in) throws IOException {
    String status = line(in);
    if (!status.contains(" 200")) {
      throw new IOException("answered " + status);
    }
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection was closed");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
