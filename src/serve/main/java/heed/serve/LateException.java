package heed.serve;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;

/** An answer was not there by its deadline. */
public final class LateException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LateException(Duration deadline) {
    super(
        "no answer within "
            + MILLISECONDS.convert(deadline)
            + " ms; ask for less, allow more time, or give the service more workers");
  }
}
