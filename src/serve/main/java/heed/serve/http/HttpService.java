package heed.serve.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service over HTTP, from its making until it is closed. {@code /openapi.json} tells what it
 * answers. Closing refuses new requests and waits for those that have begun. Owns its server and
 * nothing else.
 */
public final class HttpService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpService.class);
  private static final int MOST_THREADS = 32;

  /** An id in a path may hold a slash or a percent sign, encoded: no path here is one of a file. */
  private static final UriCompliance ANY_ID =
      UriCompliance.DEFAULT.with(
          "ids",
          UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
          UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

  private final Server server;
  private final ServerConnector connector;
  private final HttpOptions options;
  private final URI address;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private volatile boolean stopping;

  /**
   * Starts to answer.
   *
   * @param metrics what {@code /metrics} tells; the service's own listener reports to the same
   * @throws IOException if it cannot listen, such as where the port is taken
   */
  public HttpService(Served served, HttpOptions options, PrometheusMeterRegistry metrics)
      throws IOException {
    this.options = options;
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("heed http");
    threads.setDaemon(true);
    server = new Server(threads);
    server.setStopTimeout(options.grace().toMillis());
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setIdleTimeout(options.idle().toMillis());
    server.addConnector(connector);
    Endpoints endpoints = new Endpoints(served, options, metrics, () -> !stopping, threads);
    server.setHandler(
        new GracefulHandler(new ServiceHandler(endpoints.routes(), options, metrics)));
    measure(served, metrics);
    address = start();
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    configuration.setUriCompliance(ANY_ID);
    return configuration;
  }

  private void measure(Served served, PrometheusMeterRegistry metrics) {
    Gauge.builder("heed.waiting", served.service(), service -> service.waiting())
        .description("Requests that wait for a worker")
        .register(metrics);
    Gauge.builder("heed.live.users", served.users(), users -> users.size())
        .description("Users with live events in memory")
        .register(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    collections.bindTo(metrics);
  }

  private URI start() throws IOException {
    try {
      server.start();
    } catch (Exception failed) {
      close();
      throw new IOException(
          String.format(
              Locale.ROOT,
              "cannot listen at %s, port %d: %s; choose another port, or 0 for any that is free",
              options.host(),
              options.port(),
              failed.getMessage()),
          failed);
    }
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    LOG.atInfo().addKeyValue("host", host).addKeyValue("port", port()).log("listening");
    return URI.create("http://" + host + ":" + port());
  }

  private int port() {
    return connector.getLocalPort();
  }

  /** Where it listens: {@code http://127.0.0.1:8080}. */
  public URI address() {
    return address;
  }

  /** Refuses what is new, and returns when all that had begun is answered, or the grace is over. */
  @Override
  public void close() {
    stopping = true;
    try {
      server.stop();
    } catch (Exception failed) {
      LOG.warn("the server did not stop in an orderly way", failed);
    }
    collections.close();
    LOG.atInfo().log("stopped");
  }
}
