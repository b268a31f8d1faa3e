package heed.training;

/** Hears how a run goes on; called on the training thread a few times a second at most. */
@FunctionalInterface
public interface ProgressListener {

  /** Hears nothing. */
  ProgressListener SILENT = progress -> {};

  void on(Progress progress);
}
