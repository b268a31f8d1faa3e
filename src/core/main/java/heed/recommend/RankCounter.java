package heed.recommend;

import heed.sequence.History;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Counts where a target stands in a row of scores, and finds the best items. A target ranks among
 * those that compete. Items that were seen do if they are kept; a target that was seen and is
 * excluded is never shown, and {@link TargetRank#NEVER} is its rank. An item whose score is not a
 * number is never shown either, and a target of such a score has the same rank.
 *
 * <p>Keeps its memory from row to row; not for several threads at once.
 */
public final class RankCounter {

  private final Seen seen;
  private final int k;
  private final OrderedRow row;

  /** Who was met already; kept from row to row, so that no row pays for the catalogue's size. */
  private final boolean[] met;

  /** Where a row that comes as a Java array is told by its bits. */
  private final FloatBuffer handed;

  private final IntBuffer handedBits;

  /**
   * For rows over so many items.
   *
   * @param k places of a list, at least 1
   */
  public RankCounter(int items, Seen seen, int k) {
    this.seen = seen;
    this.k = Math.min(k, items);
    this.row = new OrderedRow(items);
    this.met = new boolean[items + 1];
    ByteBuffer memory =
        ByteBuffer.allocateDirect(Float.BYTES * (items + 1)).order(ByteOrder.nativeOrder());
    this.handed = memory.asFloatBuffer();
    this.handedBits = memory.asIntBuffer();
  }

  /**
   * One row.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   */
  public TargetRank of(float[] scores, History history, int target) {
    handed.clear().put(scores);
    return of(handedBits, 0, history, target);
  }

  /**
   * One row of several, as a native array has them.
   *
   * @param bits of scores, item i at index {@code from} + i
   */
  public TargetRank of(IntBuffer bits, int from, History history, int target) {
    requireItem(target);
    row.read(bits, from);
    int goal = row.key(target);
    int candidates = met.length - 1 - dropSeen(history);
    if (met[target]) {
      row.order();
      forget(history);
      return TargetRank.never(candidates, row.best(k));
    }
    row.drop(target);
    OrderedRow.Counts others = row.orderAround(goal);
    forget(history);
    if (!OrderedRow.competes(goal)) {
      return TargetRank.never(candidates, row.best(k));
    }
    int tiedBefore = others.equal() > 0 ? row.equalBefore(target, goal) : 0;
    row.enter(target, goal);
    return new TargetRank(others.above(), others.equal(), tiedBefore, candidates, row.best(k));
  }

  /**
   * One row of a question with several right answers.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   * @param targets at least one, each once
   */
  public QuestionRanks of(float[] scores, History history, int[] targets) {
    handed.clear().put(scores);
    return of(handedBits, 0, history, targets);
  }

  /**
   * One row of several, of a question with several right answers.
   *
   * @param bits of scores, item i at index {@code from} + i
   * @param targets at least one, each once
   */
  public QuestionRanks of(IntBuffer bits, int from, History history, int[] targets) {
    IntStream.of(targets).forEach(this::requireItem);
    row.read(bits, from);
    int candidates = met.length - 1 - dropSeen(history);
    int[] rivals = IntStream.of(targets).filter(target -> !met[target]).toArray();
    int[] goals = IntStream.of(rivals).map(row::key).toArray();
    for (int target : rivals) {
      row.drop(target);
    }
    row.order();
    int[] above = new int[targets.length];
    int[] tied = new int[targets.length];
    int[] tiedBefore = new int[targets.length];
    int rival = 0;
    int never = TargetRank.NEVER - 1;
    for (int i = 0; i < targets.length; i++) {
      if (met[targets[i]]) {
        above[i] = never--;
        continue;
      }
      int goal = goals[rival++];
      if (!OrderedRow.competes(goal)) {
        above[i] = never--;
        continue;
      }
      OrderedRow.Counts others = row.around(goal);
      above[i] = others.above() + targetsAbove(rivals, goals, rival - 1);
      tied[i] = others.equal();
      tiedBefore[i] = tied[i] > 0 ? row.equalBefore(targets[i], goal) : 0;
    }
    for (int i = 0; i < rivals.length; i++) {
      row.enter(rivals[i], goals[i]);
    }
    forget(history);
    return new QuestionRanks(above, tied, tiedBefore, candidates, row.best(k));
  }

  private void requireItem(int target) {
    if (target < 1 || target >= met.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found the target %,d, expected the number of an item of the catalogue, 1 to %,d; ask"
                  + " catalogue.item(id) for it",
              target,
              met.length - 1));
    }
  }

  /**
   * Refuses targets that are not one, or one array, per history.
   *
   * @param targets how many there are
   * @throws IllegalArgumentException if there are fewer or more than histories
   */
  public static void requireOnePerHistory(int targets, List<History> histories) {
    if (targets != histories.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found targets of %,d questions and %,d histories, expected as many of the one as of"
                  + " the other",
              targets,
              histories.size()));
    }
  }

  /** How many other targets score higher, or the same and have a lower number. */
  private static int targetsAbove(int[] targets, int[] goals, int one) {
    int above = 0;
    for (int i = 0; i < targets.length; i++) {
      boolean higher =
          goals[i] > goals[one] || (goals[i] == goals[one] && targets[i] < targets[one]);
      above += higher ? 1 : 0;
    }
    return above;
  }

  /** Lets the items that were seen compete no more, if they are excluded; how many they are. */
  private int dropSeen(History history) {
    int dropped = 0;
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      int item = history.item(i);
      dropped += met[item] ? 0 : 1;
      row.drop(item);
      met[item] = true;
    }
    return dropped;
  }

  private void forget(History history) {
    for (int i = 0; i < history.length(); i++) {
      met[history.item(i)] = false;
    }
  }
}
