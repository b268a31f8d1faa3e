package heed.sequence;

import heed.file.RecordCodec;

/** The splits that a file may name. */
public final class SplitKinds {

  private SplitKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return RecordCodec.plain()
        .with(LeaveOneOut.class, TimeShares.class, TimeWindow.class, UserHoldout.class)
        .with(NextBasket.class, NextPeriod.class, NextEvents.class);
  }
}
