package heed.batch;

import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * The training batches of an epoch: histories cut into windows, windows of like length together.
 *
 * <p>Batches hold about the same number of targets each. Batches of the same number of rows would
 * give a short history more weight than a long one, since the loss is a mean over a batch.
 */
public final class Batches {

  private final List<int[]> windows = new ArrayList<>();
  private final int targets;

  /**
   * Cuts every history, from its end, into windows of at most {@code maxLength} inputs. A history
   * of one event has nothing to predict and is left out.
   *
   * @param maxLength most inputs of a window, at least 1
   * @param targets about how many targets a batch holds, at least 1
   */
  public Batches(Sequences sequences, int maxLength, int targets) {
    this.targets = targets;
    for (int user = 0; user < sequences.size(); user++) {
      // Neighbouring windows share one event: the last target of one is the first input of the
      // next.
      for (int to = sequences.length(user); to >= 2; to -= maxLength) {
        int from = Math.max(0, to - maxLength - 1);
        int[] window = new int[to - from];
        for (int i = from; i < to; i++) {
          window[i - from] = sequences.item(user, i);
        }
        windows.add(window);
      }
    }
    if (windows.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to learn from: no history has two events; found " + sequences);
    }
  }

  /** One epoch: every window once, in an order drawn by {@code random}. */
  public List<PaddedBatch> epoch(Random random) {
    List<int[]> shuffled = new ArrayList<>(windows);
    Collections.shuffle(shuffled, random);
    // A stable sort keeps windows of equal length in shuffled order.
    shuffled.sort(Comparator.comparingInt(window -> window.length));
    List<PaddedBatch> batches = new ArrayList<>();
    int from = 0;
    int held = 0;
    for (int i = 0; i < shuffled.size(); i++) {
      held += shuffled.get(i).length - 1;
      if (held >= targets || i == shuffled.size() - 1) {
        batches.add(PaddedBatch.shifted(shuffled.subList(from, i + 1)));
        from = i + 1;
        held = 0;
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
