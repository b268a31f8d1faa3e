package heed.kernel.magic;

/** A magic could not do what it was asked; the message is a sentence for the reader. */
public final class MagicFailure extends Exception {
  private static final long serialVersionUID = 1;

  public MagicFailure(String message) {
    super(message);
  }
}
