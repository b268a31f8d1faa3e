package heed.sequence;

import heed.log.Counted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Questions with known answers: histories, and for each the items that truly came next. A question
 * has one right answer or several, such as the whole of the next basket; they lie in flat arrays,
 * those of question q at {@code offsets[q]} to before {@code offsets[q + 1]}.
 *
 * <p>{@link Builder} collects questions about events of some sequences: what a split of your own
 * needs.
 *
 * @param histories what the recommender sees, one per question, all of one catalogue
 * @param targets the items that came next, in 1..N, question after question; within a question each
 *     item once, in the order in which they came
 * @param offsets where the targets of each question begin, and behind the last where they end: one
 *     more than there are questions
 * @param users the number of the user who is asked about, one per question; several questions may
 *     be about one user
 * @param times when each target came, in seconds since 1970, one per target
 */
public record Holdout(
    List<History> histories, int[] targets, int[] offsets, int[] users, long[] times) {

  public Holdout {
    histories = List.copyOf(histories);
    targets = targets.clone();
    offsets = offsets.clone();
    users = users.clone();
    times = times.clone();
    HoldoutChecks.requireSizes(
        histories.size(), targets.length, offsets.length, users.length, times.length);
    HoldoutChecks.requireAscending(offsets, targets.length);
    if (!histories.isEmpty()) {
      Catalogue catalogue = histories.get(0).catalogue();
      catalogue.requireSame(histories, () -> "the first history of a holdout");
      HoldoutChecks.requireItems(targets, offsets, catalogue.size());
    }
  }

  /**
   * Questions with one right answer each.
   *
   * @param targets the item that came next, one per history, in 1..N
   * @param users the number of the user who is asked about, one per history
   * @param times when the target came, in seconds since 1970, one per history
   */
  public Holdout(List<History> histories, int[] targets, int[] users, long[] times) {
    this(histories, targets, HoldoutChecks.oneEach(histories.size(), targets.length), users, times);
  }

  /** Questions of one right answer, about as many users as there are histories, asked now. */
  public static Holdout of(List<History> histories, int... targets) {
    return new Holdout(
        histories, targets, IntStream.range(0, targets.length).toArray(), now(targets.length));
  }

  /**
   * Questions of one or several right answers, about as many users as there are histories, asked
   * now.
   *
   * @param targets of each history at least one item; an item that is named twice counts once
   */
  public static Holdout of(List<History> histories, List<int[]> targets) {
    List<int[]> once = targets.stream().map(of -> IntStream.of(of).distinct().toArray()).toList();
    int[] flat = once.stream().flatMapToInt(IntStream::of).toArray();
    int[] offsets = new int[once.size() + 1];
    for (int question = 0; question < once.size(); question++) {
      offsets[question + 1] = offsets[question] + once.get(question).length;
    }
    int[] users = IntStream.range(0, once.size()).toArray();
    return new Holdout(histories, flat, offsets, users, now(flat.length));
  }

  private static long[] now(int count) {
    long[] times = new long[count];
    Arrays.fill(times, History.NOW);
    return times;
  }

  @Override
  public int[] targets() {
    return targets.clone();
  }

  /** The right answers to one question, in the order in which they came; at least one. */
  public int[] targets(int question) {
    return Arrays.copyOfRange(targets, offsets[question], offsets[question + 1]);
  }

  @Override
  public int[] offsets() {
    return offsets.clone();
  }

  @Override
  public int[] users() {
    return users.clone();
  }

  @Override
  public long[] times() {
    return times.clone();
  }

  /** When a question was asked: when the first of its targets came, in seconds since 1970. */
  public long time(int question) {
    return times[offsets[question]];
  }

  /** How many questions there are. */
  public int size() {
    return users.length;
  }

  /** How many right answers there are to all questions together. */
  public int targetCount() {
    return targets.length;
  }

  /** Whether every question has exactly one right answer. */
  public boolean hasOneTargetEach() {
    return targets.length == users.length;
  }

  /**
   * The catalogue of the histories.
   *
   * @throws IllegalStateException if there are no questions
   */
  public Catalogue catalogue() {
    if (histories.isEmpty()) {
      throw new IllegalStateException("a holdout without questions knows no catalogue");
    }
    return histories.get(0).catalogue();
  }

  /** How many right answers stand in the history of their own question already. */
  public int repeatedTargetCount() {
    return new RepeatedTargets(this).count();
  }

  /**
   * The same questions, asked about new items only: right answers that stand in the history of
   * their own question are left out, and so are questions that have no others.
   */
  public Holdout newTargetsOnly() {
    return new RepeatedTargets(this).leftOut();
  }

  /** The questions whose number passes. */
  public Holdout where(IntPredicate passes) {
    BitSet kept = new BitSet(targets.length);
    IntStream.range(0, size())
        .filter(passes)
        .forEach(question -> kept.set(offsets[question], offsets[question + 1]));
    return withTargets(kept);
  }

  /**
   * The questions with these of their right answers; those that have none of them are left out.
   *
   * @param kept one bit per target
   */
  Holdout withTargets(BitSet kept) {
    int[] answered =
        IntStream.range(0, size()).filter(question -> count(kept, question) > 0).toArray();
    int[] keptOffsets = new int[answered.length + 1];
    for (int i = 0; i < answered.length; i++) {
      keptOffsets[i + 1] = keptOffsets[i] + count(kept, answered[i]);
    }
    return new Holdout(
        IntStream.of(answered).mapToObj(histories::get).toList(),
        kept.stream().map(i -> targets[i]).toArray(),
        keptOffsets,
        IntStream.of(answered).map(i -> users[i]).toArray(),
        kept.stream().mapToLong(i -> times[i]).toArray());
  }

  private int count(BitSet kept, int question) {
    return kept.get(offsets[question], offsets[question + 1]).cardinality();
  }

  @Override
  public String toString() {
    String questions = Counted.of(size(), "question");
    return hasOneTargetEach()
        ? questions
        : questions + " with " + Counted.of(targetCount(), "right answer");
  }

  /**
   * Collects questions about events of some sequences: what a {@link Split} makes its holdouts
   * with.
   */
  public static final class Builder {
    private final Sequences sequences;
    private final List<History> histories = new ArrayList<>();
    private final IntStream.Builder targets = IntStream.builder();
    private final IntStream.Builder offsets = IntStream.builder();
    private final IntStream.Builder users = IntStream.builder();
    private final LongStream.Builder times = LongStream.builder();

    /** The last question, from 1, that each item is a target of. */
    private final int[] lastQuestion;

    private int count;

    /** For questions about users of these sequences; their numbers are those of the questions. */
    public Builder(Sequences sequences) {
      this.sequences = sequences;
      this.lastQuestion = new int[sequences.catalogue().size() + 1];
      offsets.add(0);
    }

    /**
     * Asks for one event, given those before it.
     *
     * @param user in 0..size-1 of the sequences
     * @param from the position of the first event that the recommender sees
     * @param position of the event that is asked for; the history ends before it
     */
    public Builder ask(int user, int from, int position) {
      return ask(user, from, position, position + 1);
    }

    /**
     * Asks for all events of a stretch at once, given those before it; an item that stands there
     * twice counts once.
     *
     * @param user in 0..size-1 of the sequences
     * @param from the position of the first event that the recommender sees
     * @param first the position of the first event that is asked for; the history ends before it
     * @param end the position behind the last event that is asked for, above {@code first}
     * @throws IndexOutOfBoundsException if these are no positions of the user's history, in this
     *     order
     */
    public Builder ask(int user, int from, int first, int end) {
      Objects.checkFromToIndex(first, end, sequences.length(user));
      if (first == end) {
        throw new IllegalArgumentException(
            "a question asks for at least one event, found none from position " + first);
      }
      histories.add(sequences.history(user, from, first));
      users.add(user);
      for (int position = first; position < end; position++) {
        int item = sequences.item(user, position);
        if (lastQuestion[item] != histories.size()) {
          lastQuestion[item] = histories.size();
          targets.add(item);
          times.add(sequences.time(user, position));
          count++;
        }
      }
      offsets.add(count);
      return this;
    }

    /** The questions so far, in the order in which they were asked; a builder builds once. */
    public Holdout build() {
      return new Holdout(
          histories,
          targets.build().toArray(),
          offsets.build().toArray(),
          users.build().toArray(),
          times.build().toArray());
    }
  }
}
