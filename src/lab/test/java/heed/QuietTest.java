package heed;

import static org.assertj.core.api.Assertions.assertThat;

import heed.training.OtherJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing leaves the machine: no request is made by reading, training, drawing or serving. */
class QuietTest {

  @TempDir Path folder;

  /** Everything but the loopback goes through a proxy here, which writes down what it is asked. */
  @ParameterizedTest
  @ValueSource(strings = {"Heed first", "DJL first"})
  void no_request_leaves_the_process_whoever_starts_djl(String order) throws Exception {
    try (Proxy proxy = new Proxy();
        OtherJvm run = OtherJvm.start(proxy.options(), QuietRun.class, folder, order)) {
      run.awaitLine("asked");
      assertThat(proxy.asked)
          .as("the proxy hears what is asked at the end, and nothing before")
          .isNotEmpty()
          .allMatch(line -> line.contains("control.invalid"));
      assertThat(run.awaitEnd()).as(run.errors()).isZero();
    }
  }

  /** Answers nobody. */
  private static final class Proxy implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    Proxy() throws IOException {
      Thread listener = new Thread(this::listen, "proxy");
      listener.setDaemon(true);
      listener.start();
    }

    private void listen() {
      while (!server.isClosed()) {
        try (Socket socket = server.accept()) {
          socket.setSoTimeout(2_000);
          asked.add(
              String.valueOf(
                  new BufferedReader(
                          new InputStreamReader(
                              socket.getInputStream(), StandardCharsets.ISO_8859_1))
                      .readLine()));
        } catch (IOException closedOrSilent) {
          asked.add(closedOrSilent.toString());
        }
      }
    }

    /**
     * Java's settings for whatever is asked by http and https, the metadata of a cloud included.
     */
    List<String> options() {
      String port = Integer.toString(server.getLocalPort());
      return List.of(
          "-Dhttp.proxyHost=127.0.0.1",
          "-Dhttp.proxyPort=" + port,
          "-Dhttps.proxyHost=127.0.0.1",
          "-Dhttps.proxyPort=" + port,
          "-Dhttp.nonProxyHosts=localhost|127.*");
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
