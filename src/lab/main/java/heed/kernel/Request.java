package heed.kernel;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A request of the front end as a kernel's library carries it, and the ways to answer it. Contents
 * are what Jupyter's messaging protocol says, in maps, lists, texts and numbers.
 */
interface Request {

  /** Tells the front end that the kernel is busy until this is answered. */
  void begin();

  /**
   * Publishes to every front end, at once. Past the request's own queue, which only the thread that
   * answers it may touch, so safe for use by several threads.
   *
   * @param type of the message: "stream" or "display_data", for example
   */
  void publish(String type, Map<String, Object> content);

  /** Answers the one who asked, when the handler returns or {@link #finish} is called. */
  void reply(String type, Map<String, Object> content);

  /** Sends what waits to be sent at the end, and that the kernel is idle. */
  void finish();

  /** What the reader types where a cell reads; nothing unless allowed. */
  InputStream input(boolean allowed);

  /**
   * Takes the requests that wait now. What comes later is not meant: whoever has read that a cell
   * failed, or was aborted, may send another one at once.
   */
  List<? extends Request> takeWaiting();

  /** Whether it asks to run a cell. */
  boolean isCell();

  /** Hands the request to whoever answers its type. */
  void dispatch();
}
