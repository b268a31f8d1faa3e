package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.serve.Model;
import heed.serve.NextItem;
import heed.serve.http.RunningService.Got;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may ask a service over HTTP. */
@Timeout(60)
class AccessTest {

  private static final RunningService RUNNING = RunningService.ofNextItem();

  @AfterAll
  static void close() {
    RUNNING.close();
  }

  @Test
  void a_page_of_a_stranger_may_not_ask() throws Exception {
    Got foreign = RUNNING.send(RUNNING.to("/model").header("Origin", "http://evil.example"));
    assertThat(foreign.status()).isEqualTo(403);
    assertThat(RUNNING.raw("GET /model HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains("403");
    Got own =
        RUNNING.send(RUNNING.to("/model").header("Origin", RUNNING.http.address().toString()));
    assertThat(own.status()).isEqualTo(200);
  }

  @Test
  void a_token_is_asked_for_where_one_was_given() throws Exception {
    String token = "0123456789abcdef";
    try (RunningService running =
        new RunningService(
            Model.of(NextItem.recommender()), HttpOptions.defaults().at("127.0.0.1", token))) {
      assertThat(running.get("/health").status()).isEqualTo(200);
      assertThat(running.get("/model").status()).isEqualTo(401);
      assertThat(running.get("/metrics").status()).isEqualTo(401);
      assertThat(running.send(running.to("/model").header("Authorization", "Bearer x")).status())
          .isEqualTo(401);
      assertThat(
              running
                  .send(running.to("/model").header("Authorization", "Bearer " + token))
                  .status())
          .isEqualTo(200);
    }
  }

  @Test
  void to_listen_wider_needs_a_token() {
    assertThatThrownBy(
            () -> ServeArguments.of(new String[] {"pom.xml", "--host", "0.0.0.0"}, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a service needs a token");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "short"))
        .hasMessageContaining("take at least 16");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "0123456789abcdef\n"))
        .hasMessageContaining("no space at either end");
    assertThatThrownBy(() -> HttpOptions.defaults().at("0.0.0.0", "gel\u00e4nge von 16 Zeichen"))
        .hasMessageContaining("ASCII");
  }

  @Test
  void the_page_forbids_itself_all_that_is_not_its_own() throws Exception {
    assertThat(RUNNING.get("/").body())
        .contains("<title>Heed")
        .doesNotContain("http://", "https://");
    assertThat(RUNNING.get("/page.js").body()).doesNotContain("innerHTML", "eval(");
  }
}
