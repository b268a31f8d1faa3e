package heed.model.interest;

import heed.sequence.History;
import java.time.Duration;

/** How an interest grows weaker while its owner turns to other things. */
public sealed interface Fading {

  /**
   * What is left of a weight when the next event comes, in [0, 1].
   *
   * @param last when the event before came, in seconds since 1970 or {@link History#NOW}
   * @param next when this one comes
   */
  double kept(long last, long next);

  /** An interest is as strong as ever, however long ago it was: what most counts of clicks do. */
  static Fading never() {
    return new Never();
  }

  /** Half of a weight is gone after so many further events. */
  static Fading byEvents(double halfLife) {
    return new ByEvents(halfLife);
  }

  /** Half of a weight is gone after so much time. */
  static Fading byTime(Duration halfLife) {
    return new ByTime(halfLife);
  }

  /** See {@link #never}. */
  record Never() implements Fading {

    @Override
    public double kept(long last, long next) {
      return 1;
    }

    @Override
    public String toString() {
      return "never fading";
    }
  }

  /**
   * See {@link #byEvents}.
   *
   * @param halfLife in events, above 0
   */
  record ByEvents(double halfLife) implements Fading {

    public ByEvents {
      if (!(halfLife > 0)) {
        throw new IllegalArgumentException(
            "a half-life is above 0 events, found " + halfLife + "; for none take Fading.never()");
      }
    }

    @Override
    public double kept(long last, long next) {
      return Math.pow(0.5, 1 / halfLife);
    }

    @Override
    public String toString() {
      return "halved after " + halfLife + " events";
    }
  }

  /**
   * See {@link #byTime}. Events without a time, as in a typed history, come at once: nothing fades
   * between them.
   *
   * @param halfLife at least a second
   */
  record ByTime(Duration halfLife) implements Fading {

    public ByTime {
      if (halfLife.toSeconds() < 1) {
        throw new IllegalArgumentException(
            "a half-life is at least a second, found "
                + halfLife
                + "; for none take Fading.never()");
      }
    }

    @Override
    public double kept(long last, long next) {
      return next == History.NOW || next <= last
          ? 1
          : Math.pow(0.5, (double) (next - last) / halfLife.toSeconds());
    }

    @Override
    public String toString() {
      return "halved after " + halfLife;
    }
  }
}
