package heed.compact.preparation;

import java.time.Duration;
import java.util.Optional;

/** Turns shares of stages into progress with the time left. */
final class ProgressClock {

  private static final long NANOSECONDS_BETWEEN = 1_000_000_000L;

  /** So much of all work has to be done before the rest is reckoned from it. */
  private static final double LEAST_DONE = .02;

  private final LargeLogListener listener;
  private final int stages;
  private final double allWeight;
  private final long start = System.nanoTime();
  private long lastTold = start - NANOSECONDS_BETWEEN;
  private double doneWeight;
  private double skippedWeight;
  private int number;
  private String stage = "";
  private double weight;
  private long rows;

  /** A stage is several queries: one that begins does not set it back. */
  private double most;

  ProgressClock(LargeLogListener listener, int stages, double allWeight) {
    this.listener = listener;
    this.stages = stages;
    this.allWeight = allWeight;
  }

  void begin(String name, double stageWeight) {
    doneWeight += weight;
    weight = stageWeight;
    stage = name;
    number++;
    rows = 0;
    most = 0;
    tell(0, true);
  }

  /** A stage that was finished by an earlier call. */
  void skip(String name, double stageWeight) {
    doneWeight += weight;
    weight = 0;
    skippedWeight += stageWeight;
    stage = name;
    number++;
    most = 0;
    tell(1, true);
  }

  /** How many rows the scan that follows goes through. */
  void expect(long scanned) {
    rows = scanned;
  }

  void scanned(long done) {
    if (rows > 0 && done > 0) {
      tell(Math.min(1, (double) done / rows), false);
    }
  }

  void tell(double share, boolean now) {
    long time = System.nanoTime();
    if (!now && time - lastTold < NANOSECONDS_BETWEEN) {
      return;
    }
    lastTold = time;
    most = Math.max(most, share);
    double done = doneWeight + most * weight;
    double toDo = allWeight - skippedWeight;
    Duration elapsed = Duration.ofNanos(time - start);
    Optional<Duration> left =
        done > LEAST_DONE * toDo
            ? Optional.of(
                Duration.ofMillis((long) (elapsed.toMillis() * Math.max(0, toDo - done) / done)))
            : Optional.empty();
    listener.on(new LargeLogProgress(stage, number, stages, most, elapsed, left));
  }
}
