package heed.batch;

import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The training batches of an epoch: histories cut into windows, windows of like length together.
 *
 * <p>Batches hold about the same number of targets each. Batches of the same number of rows would
 * give a short history more weight than a long one, since the loss is a mean over a batch.
 */
public final class Batches {

  private final Sequences sequences;
  private final Task task;
  private final int targets;
  private final List<Window> windows = new ArrayList<>();

  /** A part of a user's sequence: the events from {@code from} up to, not with, {@code to}. */
  private record Window(int user, int from, int to) {

    int events() {
      return to - from;
    }
  }

  /**
   * Cuts every history, from its end, into windows of at most {@code maxLength} + 1 events. A
   * history of one event has nothing to predict and is left out.
   *
   * @param task what is to be predicted
   * @param maxLength the longest history to predict from, at least 1
   * @param targets about how many targets a batch holds, at least 1
   */
  public Batches(Sequences sequences, Task task, int maxLength, int targets) {
    this.sequences = sequences;
    this.task = task;
    this.targets = targets;
    for (int user = 0; user < sequences.size(); user++) {
      // Neighbouring windows share one event: the last target of one is the first input of the
      // next.
      for (int to = sequences.length(user); to >= 2; to -= maxLength) {
        windows.add(new Window(user, Math.max(0, to - maxLength - 1), to));
      }
    }
    if (windows.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing to learn from: no history has two events; found " + sequences);
    }
  }

  /** All batches of {@link #parts}. */
  public List<PaddedBatch> epoch(Random random) {
    return parts(random).stream().map(Part::batch).toList();
  }

  /**
   * One epoch: every window once, in an order drawn by {@code random}. A batch is made when asked,
   * unless its task draws, in which case the draws come in the order of the windows.
   */
  public List<Part> parts(Random random) {
    List<Window> shuffled = new ArrayList<>(windows);
    Collections.shuffle(shuffled, random);
    // A stable sort keeps windows of equal length in shuffled order.
    shuffled.sort(Comparator.comparingInt(Window::events));
    List<Part> parts = new ArrayList<>();
    int from = 0;
    int held = 0;
    for (int i = 0; i < shuffled.size(); i++) {
      held += task.targets(shuffled.get(i).events());
      if (held >= targets || i == shuffled.size() - 1) {
        parts.add(part(shuffled.subList(from, i + 1), held, random));
        from = i + 1;
        held = 0;
      }
    }
    Collections.shuffle(parts, random);
    return parts;
  }

  private Part part(List<Window> some, int targets, Random random) {
    if (task.draws()) {
      PaddedBatch made = task.learning(events(some), random);
      return new Part(made.targets().length, () -> made);
    }
    return new Part(targets, () -> task.learning(events(some), random));
  }

  /** Some windows of an epoch. */
  public static final class Part {

    private final int targets;
    private final Supplier<PaddedBatch> maker;

    private Part(int targets, Supplier<PaddedBatch> maker) {
      this.targets = targets;
      this.maker = maker;
    }

    /** How many targets it has. */
    public int targets() {
      return targets;
    }

    /** Its arrays. */
    public PaddedBatch batch() {
      return maker.get();
    }
  }

  private List<History> events(List<Window> windows) {
    return windows.stream()
        .map(
            window ->
                sequences
                    .history(window.user)
                    .withoutLast(sequences.length(window.user) - window.to)
                    .last(window.events()))
        .toList();
  }
}
