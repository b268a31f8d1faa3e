package heed.serve.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Finds who answers a request, reads its body without holding a thread, and writes the reply. */
final class ServiceHandler extends Handler.Abstract.NonBlocking {

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);

  /** What a page of ours may do: ask its own server, and nothing else. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final List<Route> routes;
  private final Guard guard;
  private final HttpOptions options;
  private final MeterRegistry metrics;

  ServiceHandler(List<Route> routes, HttpOptions options, MeterRegistry metrics) {
    this.routes = routes;
    this.guard = new Guard(options);
    this.options = options;
    this.metrics = metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    long began = System.nanoTime();
    Optional<Route> found = Optional.empty();
    CompletableFuture<Reply> reply;
    try {
      String path = Request.getPathInContext(request);
      found = find(request.getMethod(), path);
      guard.require(request, found.map(Route::open).orElse(false));
      Route route = found.orElseThrow(() -> nowhere(request.getMethod(), path));
      reply = reply(route, request, path);
    } catch (RuntimeException refused) {
      reply = CompletableFuture.failedFuture(refused);
    }
    String name = found.map(Route::path).orElse("none");
    CompletableFuture<?> unused =
        reply.whenComplete(
            (made, failure) -> write(request, response, callback, name, began, made, failure));
    return true;
  }

  private Optional<Route> find(String method, String path) {
    String wanted = method.equals("HEAD") ? "GET" : method;
    return routes.stream()
        .filter(route -> route.method().equals(wanted) && route.isAt(path))
        .findFirst();
  }

  private Refusal nowhere(String method, String path) {
    List<String> methods =
        routes.stream().filter(route -> route.isAt(path)).map(Route::method).toList();
    return methods.isEmpty()
        ? new Refusal(404, "there is nothing at this path; /openapi.json tells what there is")
        : new Refusal(405, "this path knows " + methods + ", found " + method);
  }

  private CompletableFuture<Reply> reply(Route route, Request request, String path) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    String rest = route.rest(path);
    if (!route.method().equals("POST")) {
      return route.endpoint().answer(new Call(rest, query, new byte[0]));
    }
    requireJson(request, route);
    if (request.getLength() > options.mostBytes()) {
      throw tooLarge();
    }
    CompletableFuture<byte[]> arriving = new CompletableFuture<>();
    Content.Source.asByteArrayAsync(
        request, options.mostBytes(), Promise.Invocable.toPromise(arriving));
    return arriving
        .handle(this::read)
        .thenCompose(body -> route.endpoint().answer(new Call(rest, query, body)));
  }

  private byte[] read(byte[] body, Throwable failure) {
    if (failure == null) {
      return body;
    }
    throw Reply.cause(failure) instanceof IllegalStateException
        ? tooLarge()
        : new Refusal(400, "the body did not arrive whole");
  }

  private Refusal tooLarge() {
    return new Refusal(
        413,
        String.format(Locale.ROOT, "a body holds at most %,d bytes here", options.mostBytes()));
  }

  /** A page of a stranger can post a form, but no JSON, without being asked first. */
  private static void requireJson(Request request, Route route) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    boolean json = type != null && type.toLowerCase(Locale.ROOT).startsWith(Reply.JSON);
    if (!json) {
      throw new Refusal(415, route.path() + " takes Content-Type: application/json, found " + type);
    }
  }

  private void write(
      Request request,
      Response response,
      Callback callback,
      String route,
      long began,
      Reply made,
      Throwable failure) {
    try {
      Reply reply = failure == null ? made : Reply.of(failure);
      response.setStatus(reply.status());
      headers(response.getHeaders(), reply);
      response.write(true, ByteBuffer.wrap(reply.body()), callback);
      note(request, route, reply.status(), System.nanoTime() - began, failure);
    } catch (RuntimeException | Error broken) {
      callback.failed(broken);
      LOG.error("a reply could not be written", broken);
    }
  }

  private static void headers(HttpFields.Mutable headers, Reply reply) {
    headers.put(HttpHeader.CONTENT_TYPE, reply.type());
    headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    if (reply.type().startsWith("text/html")) {
      headers.put("Content-Security-Policy", POLICY);
      headers.put("Referrer-Policy", "no-referrer");
    }
    if (reply.status() == 503) {
      headers.put(HttpHeader.RETRY_AFTER, "1");
    }
    if (reply.status() == 401) {
      headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
    }
  }

  private void note(Request request, String route, int status, long nanos, Throwable failure) {
    metrics.counter("heed.http", "route", route, "status", Integer.toString(status)).increment();
    Level level = status < 400 ? Level.DEBUG : status < 500 ? Level.INFO : Level.WARN;
    LOG.atLevel(level)
        .setCause(status == 500 ? Reply.cause(failure) : null)
        .addKeyValue("method", request.getMethod())
        .addKeyValue("route", route)
        .addKeyValue("status", status)
        .addKeyValue("micros", nanos / 1_000)
        .log("request");
  }
}
