/**
 * A service over HTTP: JSON in and out, metrics, a page to try it by. Needs two artifacts that
 * {@code heed-serve} names as optional: {@code org.eclipse.jetty:jetty-server} and {@code
 * io.micrometer:micrometer-registry-prometheus}.
 */
package heed.serve.http;
