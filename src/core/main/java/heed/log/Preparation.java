package heed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps to take again: on the log of next month, or on this one after a user asked to be forgotten.
 *
 * <p>A log does not hold its preparation, only what it did ({@link Interactions#steps()}): a
 * preparation may hold a key. Two are equal if their steps are.
 *
 * @param steps first to last
 */
public record Preparation(List<Step> steps) {

  public Preparation {
    steps = List.copyOf(steps);
  }

  public static Preparation of(Step... steps) {
    return new Preparation(List.of(steps));
  }

  /**
   * The same steps after a user is taken out of the raw log.
   *
   * <p>Taking her out of the prepared log instead leaves her trace: the median that filled gaps,
   * the limits of bots and quantiles were taken from her too, and a k-core that held because of her
   * is one no more. Prepared anew, the log is what it had been without her. Where the raw log is
   * gone, leaving the user out and then the k-core once more give the k-core that would have been;
   * numbers taken from the log keep her trace.
   *
   * @param id as the raw log has it
   */
  public Preparation withoutUser(String id) {
    List<Step> more = new ArrayList<>();
    more.add(new WithoutUser(id));
    more.addAll(steps);
    return new Preparation(more);
  }

  /** What is done, in words. */
  @Override
  public String toString() {
    return steps.stream().map(Step::name).collect(Collectors.joining(", then "));
  }
}
