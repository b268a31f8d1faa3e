package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import heed.serve.http.RunningService.Got;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request, or asks for too much, is refused in words and harms no other. */
@Timeout(60)
class RefusedCallsTest {

  private static final RunningService RUNNING = RunningService.ofNextItem();

  /** What smuggles a second request past a proxy. */
  private static final String TWO_LENGTHS =
      """
      POST /recommend HTTP/1.1\r
      Host: localhost\r
      Content-Length: 5\r
      Transfer-Encoding: chunked\r
      \r
      0\r
      \r
      """;

  @AfterAll
  static void close() {
    RUNNING.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|the body is a JSON object, found nothing",
        "[]|the body is a JSON object, found an array",
        "{|the body is not JSON",
        "{\"history\":[]} x|the body is not JSON",
        "{\"history\":[],}|the body is not JSON",
        "{\"history\":[],\"k\":NaN}|'k' of the body is a whole number, found \"NaN\"",
        "{\"history\":[],\"k\":1,\"k\":2}|'k' stands twice",
        "{\"history\":[1]}|'history' is an array of item ids",
        "{\"history\":\"1\"}|'history' of the body is an array, found \"1\"",
        "{\"histroy\":[]}|the body has no field 'histroy'; it has allow, atMost",
        "{}|names one of 'history', 'user' and 'item'; found 0",
        "{\"user\":\"a\",\"item\":\"b\"}|found 2",
        "{\"history\":[],\"k\":0}|'k' is between 1 and 50 here, found 0",
        "{\"history\":[],\"k\":51}|found 51",
        "{\"history\":[],\"k\":1.5}|'k' of the body is a whole number, found 1.5",
        "{\"history\":[],\"k\":1e400}|'k' of the body is a whole number",
        "{\"history\":[],\"seen\":\"no\"}|'seen' is one of [excluded, kept], found 'no'",
        "{\"history\":[],\"allow\":[{\"column\":\"brand\",\"values\":[]}]}|rules know no column 'brand'",
        "{\"history\":[],\"diversify\":{\"dial\":2}}|found 2",
        "{\"history\":[],\"deadlineMillis\":0}|a deadline is some time from now",
        "{\"history\":[\"nobody\"],\"unknown\":\"refused\"}|nobody",
        "{\"item\":\"nobody\"}|no item with the id 'nobody'",
      })
  void a_bad_request_is_told_what_is_wrong(String body, String error) throws Exception {
    Got got = RUNNING.post("/recommend", body);
    assertThat(got.status()).as(got.body()).isEqualTo(400);
    assertThat(got.error()).contains(error);
  }

  @Test
  void limits_hold() throws Exception {
    String history = String.join(",", Collections.nCopies(21, "\"001\""));
    assertThat(RUNNING.post("/recommend", "{\"history\":[" + history + "]}").error())
        .contains("at most 20 events here, found 21");
    String large = "{\"history\":[" + " ".repeat(10_000) + "]}";
    assertThat(RUNNING.post("/recommend", large).status()).isEqualTo(413);
    Got chunked =
        RUNNING.send(
            RUNNING
                .to("/recommend")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)))));
    assertThat(chunked.status()).as("of a length that is not told before").isEqualTo(413);
  }

  @Test
  void nested_arrays_and_random_bytes_end_no_service() throws Exception {
    assertThat(RUNNING.post("/recommend", "[".repeat(9_000)).status()).isEqualTo(400);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      Got got =
          RUNNING.send(
              RUNNING
                  .to("/recommend")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofByteArray(bytes)));
      assertThat(got.status()).as(got.body()).isEqualTo(400);
    }
    assertThat(RUNNING.get("/health").status()).isEqualTo(200);
  }

  @Test
  void bytes_that_are_no_http_end_no_service() throws Exception {
    for (String raw :
        List.of(
            "nonsense\r\n\r\n",
            "POST /recommend HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            TWO_LENGTHS,
            "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%00%2e%2e HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /items?query=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
      assertThat(RUNNING.raw(raw))
          .as(raw.lines().findFirst().orElse(""))
          .matches("(?s)HTTP/1.1 4\\d\\d .*");
    }
    assertThat(RUNNING.get("/health").status()).isEqualTo(200);
  }

  @Test
  void other_paths_and_methods_are_refused() throws Exception {
    assertThat(RUNNING.get("/nowhere").status()).isEqualTo(404);
    assertThat(RUNNING.get("/recommend").error()).contains("this path knows [POST], found GET");
    Got form =
        RUNNING.send(
            RUNNING
                .to("/recommend")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(form.status()).isEqualTo(415);
  }
}
