package heed.experiment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import heed.model.sequential.SasrecConfig;
import heed.training.Training;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What happens where there is no MLflow server. A real one is started by {@code
 * environment/tests/test_mlflow.py}.
 */
class MlflowServerTest {

  private static final RunRecord RECORD =
      RunsTest.record("film", Training.of(SasrecConfig.defaults()), 0.05);

  @Test
  void the_environment_names_a_server_or_none() {
    assertThat(MlflowServer.named(Map.of())).isEmpty();
    assertThat(MlflowServer.named(Map.of("MLFLOW_TRACKING_URI", "file:/mlruns"))).isEmpty();
    assertThat(MlflowServer.named(Map.of("MLFLOW_TRACKING_URI", "http://localhost:5000")))
        .contains(new MlflowServer(URI.create("http://localhost:5000")));
    assertThatThrownBy(() -> new MlflowServer(URI.create("mlruns")))
        .hasMessageContaining("begins with http:// or https://, found mlruns");
  }

  @Test
  void a_server_that_is_not_there_is_named() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    MlflowServer nobody = new MlflowServer(URI.create("http://localhost:" + free));
    assertThatThrownBy(() -> nobody.send(RECORD))
        .isInstanceOf(IOException.class)
        .hasMessage("the MLflow server at http://localhost:%d cannot be reached", free);
  }

  @Test
  void another_kind_of_server_is_refused_with_what_it_says() throws IOException {
    assertThatThrownBy(() -> send(200, "<html>welcome</html>"))
        .hasMessageContainingAll("does not answer as an MLflow server", "welcome");
    assertThatThrownBy(() -> send(403, "who are you?"))
        .hasMessageContainingAll("refused experiments/get-by-name with 403: who are you?");
  }

  private static void send(int status, String says) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = says.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      int port = server.getAddress().getPort();
      new MlflowServer(URI.create("http://localhost:" + port + "/")).send(RECORD);
    } finally {
      server.stop(0);
    }
  }
}
