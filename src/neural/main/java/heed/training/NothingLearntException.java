package heed.training;

/**
 * A run ended before its first epoch, so that there are no weights to give back: the loss was no
 * number, or there was not the memory. It says what to change. A search goes on without the
 * setting.
 */
public final class NothingLearntException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  NothingLearntException(String why) {
    super(why);
  }

  NothingLearntException(String why, Throwable cause) {
    super(why, cause);
  }
}
