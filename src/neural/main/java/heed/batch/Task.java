package heed.batch;

import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a network learns to predict of a history, and how it is asked afterwards.
 *
 * <p>Not sealed. A task of one's own fills its batches with a {@link BatchBuilder}; a record, since
 * it is part of a network's settings.
 */
public interface Task {

  /**
   * Whether each target comes after the position it is predicted from, so that no position may see
   * what follows it. A network hides the future then, and may not otherwise.
   */
  default boolean isCausal() {
    return true;
  }

  /** How many targets a window of so many events gives. */
  int targets(int events);

  /**
   * Whether {@link #learning} draws anything. Where it draws nothing and gives {@link #targets} for
   * each window, a batch is made at its step only, and an epoch takes no memory for the others.
   */
  default boolean draws() {
    return true;
  }

  /**
   * The batch of a training step.
   *
   * @param windows parts of histories over one catalogue, each of at least two events
   * @param random draws what is drawn anew at each step
   */
  PaddedBatch learning(List<History> windows, Random random);

  /**
   * The batch that asks what comes after the last event of each history; an empty one is allowed.
   */
  PaddedBatch asking(List<History> histories);

  /** What stands at each position when {@link #asking} after this history, in a reader's words. */
  List<String> positionLabels(History history);

  /** At every event, which item comes next? Asked at the last event. */
  record NextItem() implements Task {

    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public int targets(int events) {
      return events - 1;
    }

    @Override
    public PaddedBatch learning(List<History> windows, Random random) {
      BatchBuilder batch = new BatchBuilder(windows, -1);
      for (int row = 0; row < windows.size(); row++) {
        History window = windows.get(row);
        for (int event = 0; event + 1 < window.length(); event++) {
          batch.put(row, event, window, event);
          batch.predict(row, event, window, event + 1);
        }
      }
      return batch.build();
    }

    @Override
    public PaddedBatch asking(List<History> histories) {
      BatchBuilder batch = new BatchBuilder(histories, 0);
      for (int row = 0; row < histories.size(); row++) {
        History history = histories.get(row);
        batch.putAll(row, history);
        batch.ask(row, Math.max(0, history.length() - 1));
      }
      return batch.build();
    }

    @Override
    public List<String> positionLabels(History history) {
      return history.titles();
    }
  }

  /**
   * The next items as {@link NextItem} asks for them, but learnt from only the last few events of
   * each history: where what is asked of a network comes late, and what comes before is noise.
   *
   * @param count of the last events, at least 1; with 1 a history is one target, as ComiRec and
   *     MIND have it
   */
  record LastItems(int count) implements Task {

    public LastItems {
      if (count < 1) {
        throw new IllegalArgumentException(
            "a history has at least 1 target, its last event, found " + count);
      }
    }

    @Override
    public boolean draws() {
      return false;
    }

    @Override
    public int targets(int events) {
      return Math.min(count, events - 1);
    }

    @Override
    public PaddedBatch learning(List<History> windows, Random random) {
      BatchBuilder batch = new BatchBuilder(windows, -1);
      for (int row = 0; row < windows.size(); row++) {
        History window = windows.get(row);
        batch.putAll(row, window.withoutLast(1));
        for (int target = window.length() - targets(window.length());
            target < window.length();
            target++) {
          batch.predict(row, target - 1, window, target);
        }
      }
      return batch.build();
    }

    @Override
    public PaddedBatch asking(List<History> histories) {
      return new NextItem().asking(histories);
    }

    @Override
    public List<String> positionLabels(History history) {
      return new NextItem().positionLabels(history);
    }
  }

  /**
   * Which items stand behind the masks? The cloze task of BERT4Rec: Sun et al. 2019, section 3.6.
   * Item N + 1 is the mask. Asked with a mask behind the last event, at its time.
   *
   * <p>Of each window either {@code share} of the events are masked, at least one, or, once in
   * eleven times, only the last, since that is what is asked for later.
   *
   * @param share of the events to mask, above 0 and below 1
   */
  record MaskedItems(double share) implements Task {

    /** What the mask behind the last event asks. */
    private static final String QUESTION = "what comes next?";

    /** The authors' code adds one sequence with its last item masked to every ten drawn ones. */
    private static final int ONLY_LAST = 11;

    public MaskedItems {
      if (!(share > 0 && share < 1)) {
        throw new IllegalArgumentException(
            "the share of masked items is above 0 and below 1, found " + share);
      }
    }

    /** What is masked is guessed from both sides. */
    @Override
    public boolean isCausal() {
      return false;
    }

    @Override
    public int targets(int events) {
      return Math.max(1, (int) Math.round(share * events));
    }

    @Override
    public PaddedBatch learning(List<History> windows, Random random) {
      BatchBuilder batch = new BatchBuilder(windows, 0);
      for (int row = 0; row < windows.size(); row++) {
        History window = windows.get(row);
        batch.putAll(row, window);
        for (int event : masked(window.length(), random)) {
          batch.put(row, event, mask(window), window.time(event));
          batch.predict(row, event, window, event);
        }
      }
      return batch.build();
    }

    private int[] masked(int events, Random random) {
      if (random.nextInt(ONLY_LAST) == 0) {
        return new int[] {events - 1};
      }
      int[] order = random.ints(0, events).distinct().limit(targets(events)).toArray();
      Arrays.sort(order);
      return order;
    }

    @Override
    public PaddedBatch asking(List<History> histories) {
      BatchBuilder batch = new BatchBuilder(histories, 1);
      for (int row = 0; row < histories.size(); row++) {
        History history = histories.get(row);
        int last = history.length();
        batch.putAll(row, history);
        batch.put(row, last, mask(history), last == 0 ? 0 : history.time(last - 1));
        batch.ask(row, last);
      }
      return batch.build();
    }

    @Override
    public List<String> positionLabels(History history) {
      return Stream.concat(history.titles().stream(), Stream.of(QUESTION)).toList();
    }

    private static int mask(History history) {
      return history.catalogue().size() + 1;
    }
  }
}
