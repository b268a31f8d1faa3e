package heed.serve.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import heed.serve.LateException;
import heed.serve.OverloadedException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

/**
 * What goes back.
 *
 * @param status of HTTP
 * @param type of the body
 * @param body owned by whoever holds the reply
 */
record Reply(int status, String type, byte[] body) {

  static final String JSON = "application/json";

  static Reply of(JsonElement json) {
    return of(200, json);
  }

  private static Reply of(int status, JsonElement json) {
    return of(status, JSON, json.toString());
  }

  static Reply of(int status, String type, String text) {
    return new Reply(status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What a failure says to whoever asked: its own words if it is her fault, few if it is ours. */
  static Reply of(Throwable failure) {
    Throwable cause = cause(failure);
    int status = status(cause);
    JsonObject problem = new JsonObject();
    problem.addProperty("status", status);
    problem.addProperty("error", error(cause, status));
    return of(status, problem);
  }

  static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** The words of a failure for whoever asked. */
  static String error(Throwable cause, int status) {
    return status == 500 ? "the service failed; its log says how" : cause.getMessage();
  }

  static int status(Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return refusal.status();
    }
    if (cause instanceof IllegalArgumentException) {
      return 400;
    }
    if (cause instanceof OverloadedException) {
      return 503;
    }
    return cause instanceof LateException ? 504 : 500;
  }
}
