package heed.serve;

/** More requests wait than the service is told to keep waiting; ask again a little later. */
public final class OverloadedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  OverloadedException(int waiting) {
    super(waiting + " requests wait already, as many as are allowed; ask again a little later");
  }
}
