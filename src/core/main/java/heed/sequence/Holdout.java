package heed.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Questions with known answers: histories, and for each the item that truly came next.
 *
 * @param histories what the recommender sees
 * @param targets the item that came next, one a history, in 1..N
 * @param users the number of the user who is asked about, one a history; several questions may be
 *     about one user
 * @param times when the target came, in seconds since 1970, one a history
 */
public record Holdout(List<History> histories, int[] targets, int[] users, long[] times) {

  public Holdout {
    histories = List.copyOf(histories);
    targets = targets.clone();
    users = users.clone();
    times = times.clone();
    int size = histories.size();
    if (targets.length != size || users.length != size || times.length != size) {
      throw new IllegalArgumentException(
          String.format(
              "a holdout needs one target, user and time a history, found %d histories, %d targets,"
                  + " %d users and %d times",
              size, targets.length, users.length, times.length));
    }
  }

  /** Questions about as many users as there are histories, asked now. */
  public static Holdout of(List<History> histories, int... targets) {
    long[] times = new long[targets.length];
    Arrays.fill(times, History.NOW);
    return new Holdout(histories, targets, IntStream.range(0, targets.length).toArray(), times);
  }

  @Override
  public int[] targets() {
    return targets.clone();
  }

  @Override
  public int[] users() {
    return users.clone();
  }

  @Override
  public long[] times() {
    return times.clone();
  }

  /** How many questions there are. */
  public int size() {
    return targets.length;
  }

  /** The questions whose place passes. */
  public Holdout where(IntPredicate passes) {
    int[] kept = IntStream.range(0, size()).filter(passes).toArray();
    return new Holdout(
        IntStream.of(kept).mapToObj(histories::get).toList(),
        IntStream.of(kept).map(i -> targets[i]).toArray(),
        IntStream.of(kept).map(i -> users[i]).toArray(),
        IntStream.of(kept).mapToLong(i -> times[i]).toArray());
  }

  @Override
  public String toString() {
    return String.format("%,d questions", size());
  }

  /** Collects questions about events of some sequences. */
  static final class Builder {
    private final Sequences sequences;
    private final List<History> histories = new ArrayList<>();
    private final IntStream.Builder targets = IntStream.builder();
    private final IntStream.Builder users = IntStream.builder();
    private final List<Long> times = new ArrayList<>();

    Builder(Sequences sequences) {
      this.sequences = sequences;
    }

    /** Asks for the event at {@code position}, given the events from {@code from} to before it. */
    void ask(int user, int from, int position) {
      histories.add(sequences.history(user, from, position));
      targets.add(sequences.item(user, position));
      users.add(user);
      times.add(sequences.time(user, position));
    }

    Holdout build() {
      return new Holdout(
          histories,
          targets.build().toArray(),
          users.build().toArray(),
          times.stream().mapToLong(Long::longValue).toArray());
    }
  }
}
