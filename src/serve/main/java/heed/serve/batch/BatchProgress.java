package heed.serve.batch;

/** Is told how far a batch has come; on the thread that runs it. */
@FunctionalInterface
public interface BatchProgress {

  /** Tells nobody. */
  BatchProgress NONE = (done, all) -> {};

  /**
   * Some more lists are in the file.
   *
   * @param done users whose lists are, with those of an earlier call
   * @param all users in all
   */
  void done(int done, int all);
}
