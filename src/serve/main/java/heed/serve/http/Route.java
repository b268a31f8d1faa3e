package heed.serve.http;

import org.eclipse.jetty.util.URIUtil;

/**
 * Where an endpoint is found.
 *
 * @param method of HTTP
 * @param path a whole one, or one that ends with a slash, behind which an id stands
 * @param open whether it is answered without a token
 * @param endpoint who answers
 */
record Route(String method, String path, boolean open, Endpoint endpoint) {

  boolean isAt(String asked) {
    boolean ofIds = path.endsWith("/") && path.length() > 1;
    return ofIds ? asked.startsWith(path) && asked.length() > path.length() : asked.equals(path);
  }

  /** What stands behind the path, which comes percent-encoded. */
  String rest(String asked) {
    return URIUtil.decodePath(asked.substring(path.length()));
  }
}
