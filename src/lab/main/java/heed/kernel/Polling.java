package heed.kernel;

import java.lang.reflect.Field;
import org.slf4j.LoggerFactory;

/**
 * How often a kernel's library looks whether a request has come. Both look twenty times a second,
 * which makes a cell that takes no time take up to 50 ms, and offer no setting.
 */
final class Polling {
  private static final long PAUSE_MILLIS = 2;

  private Polling() {}

  /**
   * Lets a connection look 500 times a second, which costs a core less than a hundredth; before it
   * is connected. Where its fields are called otherwise, it stays as it is.
   *
   * @param connection of IJava or of JJava, which have the same fields
   * @param type the library's class of connections
   */
  static void often(Object connection, Class<?> type) {
    try {
      for (String channel : new String[] {"shell", "control"}) {
        Field field = type.getDeclaredField(channel);
        field.setAccessible(true);
        Object socket = field.get(connection);
        Field pause = socket.getClass().getDeclaredField("sleep");
        pause.setAccessible(true);
        pause.setLong(socket, PAUSE_MILLIS);
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoggerFactory.getLogger(Polling.class).debug("requests are looked for at leisure", e);
    }
  }
}
