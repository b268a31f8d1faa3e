package heed.kernel;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What cells print, sent in few large pieces, in the order it was printed.
 *
 * <p>A message a line, as both kernels send them, overruns the queue to the front end, which drops
 * what does not fit: 20,000 lines lost 200 to 3,500 of them. Text waits here for at most a
 * twentieth of a second.
 */
final class Output {
  private static final int PIECE = 32_768;
  private static final long WAIT_MILLIS = 50;

  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream(PIECE);
  private boolean waitingIsError;
  private Optional<Frontend> frontend = Optional.empty();

  /** Starts the thread that sends what waits. */
  Output() {
    Thread sender = new Thread(this::sendAgainAndAgain, "heed-output");
    sender.setDaemon(true);
    sender.start();
  }

  /** A stream for System.out or System.err. */
  PrintStream stream(boolean error) {
    return new PrintStream(new Tap(error), true, StandardCharsets.UTF_8);
  }

  /** Sends what waits, and from now on everything to this cell. */
  synchronized void to(Frontend next) {
    flush();
    frontend = Optional.of(next);
  }

  /** Sends what waits, before something else is shown or the cell ends. */
  synchronized void flush() {
    send(waiting.size());
  }

  private synchronized void write(boolean error, byte[] bytes, int from, int length) {
    if (error != waitingIsError) {
      flush();
      waitingIsError = error;
    }
    waiting.write(bytes, from, length);
    if (waiting.size() >= PIECE) {
      send(wholeCharacters());
    }
    notifyAll();
  }

  private void send(int size) {
    if (size == 0) {
      return;
    }
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    waiting.write(bytes, size, bytes.length - size);
    String text = new String(bytes, 0, size, StandardCharsets.UTF_8);
    frontend.ifPresent(cell -> cell.print(waitingIsError, text));
  }

  /** How many of the waiting bytes end with a whole character of UTF-8. */
  private int wholeCharacters() {
    byte[] bytes = waiting.toByteArray();
    int start = bytes.length - 1;
    while (start > 0 && bytes.length - start < 4 && (bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    int lead = start < 0 ? 0 : bytes[start] & 0xFF;
    int needed = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return bytes.length - start >= needed ? bytes.length : start;
  }

  private void sendAgainAndAgain() {
    try {
      while (true) {
        synchronized (this) {
          while (waiting.size() == 0) {
            wait();
          }
        }
        Thread.sleep(WAIT_MILLIS);
        synchronized (this) {
          send(wholeCharacters());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody interrupts it but a JVM that ends
    }
  }

  /** The end of one of the two streams. */
  private final class Tap extends OutputStream {
    private final boolean error;

    Tap(boolean error) {
      this.error = error;
    }

    @Override
    public void write(int b) {
      Output.this.write(error, new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      Output.this.write(error, bytes, from, length);
    }
  }
}
