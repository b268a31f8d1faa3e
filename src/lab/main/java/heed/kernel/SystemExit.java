package heed.kernel;

/**
 * A cell called {@code System.exit}: the cell ends there, as a program would, and the kernel with
 * its variables stays, as Python's does.
 */
public final class SystemExit extends Error {
  private static final long serialVersionUID = 1;

  private SystemExit(int status) {
    super(
        "status "
            + status
            + "; the cell ends here, and what cells have defined stays. The kernel itself is"
            + " restarted from the menu Kernel");
  }

  /** What a cell's call of {@code System.exit} leads to. */
  @SuppressWarnings("DoNotCallSuggester") // cells call it, by another name
  public static void exit(int status) {
    throw new SystemExit(status);
  }
}
