package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.batch.ComputeDevice;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.clicks.Clicks;
import heed.layer.ParameterLimit;
import heed.layer.Parameters;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.click.ClickConfig;
import heed.model.click.ClickInput;
import heed.model.click.ClickNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.optimizer.EmbeddingUpdates;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Estimates memory by trying: a network reads one row and then two, and the arrays it makes are
 * added up. What the second row adds, every further one does. It needs no knowledge of the network,
 * and no array larger than those of two rows; what would not fit is not tried, either.
 *
 * <p>Arrays that are views of others count as if they were not, which stands for the gradients on
 * the way back.
 */
final class MemoryProbe {

  /** Enough to tell what an item adds. */
  private static final int FEW = 2;

  /** Copies of the rows of a table that a step meets: vectors, their gradient and its parts. */
  private static final int ROWS_MET = 6;

  private MemoryProbe() {}

  /**
   * What a training over histories needs, by the targets of a batch.
   *
   * @throws NothingLearntException if not even the weights would fit
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  static IntFunction<MemoryEstimate> of(Training training, Sequences train, NDManager manager) {
    requireTargets(train);
    return withinFree(manager, free -> overHistories(training, train, manager, free));
  }

  private static void requireTargets(Sequences train) {
    if (IntStream.range(0, train.size()).noneMatch(user -> train.length(user) > 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a network learns which item follows another, and no user has two events: found %,d"
                  + " users; take a log of more events, or a split that leaves more of them to learn"
                  + " from",
              train.size()));
    }
  }

  private static IntFunction<MemoryEstimate> overHistories(
      Training training, Sequences train, NDManager manager, long free) {
    ModelConfig model = training.model();
    int items = train.catalogue().size();
    int few = model.boundToCatalogue() ? items : Math.min(FEW, items);
    History longest = longest(train, (int) Math.min(Integer.MAX_VALUE, model.maxLength() + 1L));
    long windows = windows(train, model.maxLength());
    int targetsPerRow = model.task().targets(longest.length());
    try (Network network = model.create(few, 1, manager)) {
      History known = few == items ? longest : renamed(longest, few);
      TrialGrowth growth =
          TrialGrowth.of(
              (rows, length) ->
                  bytes(
                      manager,
                      step -> forward(network, model.task(), known.last(length), rows, step)),
              known.length(),
              free);
      int length = model.task().learning(List.of(known), new Random(1)).length();
      int width = width(network, manager);
      boolean byRows = training.optimizer().items() == EmbeddingUpdates.SPARSE;
      long parameters = parameters(model, network.parameters(), items, few, manager);
      return targets -> {
        int rows = (int) Math.min(windows, divideUp(targets, targetsPerRow));
        int held = (int) Math.min(Integer.MAX_VALUE, (long) rows * targetsPerRow);
        long negatives = training.objective().sampling().drawn(held);
        long met = byRows ? held + (long) rows * length + negatives : 0;
        return new MemoryEstimate(
            parameters,
            byRows ? (items + 1L) * width : 0,
            training.optimizer().averaging() > 0 ? 1 : 0,
            rows,
            length,
            held,
            items,
            growth.at(rows) + ROWS_MET * Float.BYTES * met * width,
            Float.BYTES * training.objective().numbers(held, items, width, manager.getDevice()));
      };
    }
  }

  /**
   * What a training over clicks needs, by the rows of a batch.
   *
   * @throws NothingLearntException if not even the weights would fit
   * @throws IllegalArgumentException if there is nothing to learn from
   */
  static IntFunction<MemoryEstimate> of(ClickConfig model, Clicks train, NDManager manager) {
    if (train.size() == 0) {
      throw new IllegalArgumentException(
          "a network learns from rows that were shown, found none; take a log of more events, or a"
              + " split that leaves more of them to learn from");
    }
    return withinFree(manager, free -> overClicks(model, train, manager, free));
  }

  private static IntFunction<MemoryEstimate> overClicks(
      ClickConfig model, Clicks train, NDManager manager, long free) {
    int longest =
        IntStream.range(0, train.size())
            .boxed()
            .max(Comparator.comparingInt(row -> train.history(row).length()))
            .orElse(0);
    int length = Math.min(model.maxLength(), train.history(longest).length());
    try (ClickNetwork network = model.create(train.schema(), 1, manager)) {
      TrialGrowth growth =
          TrialGrowth.of(
              (count, events) -> {
                int[] some = IntStream.generate(() -> longest).limit(count).toArray();
                ClickBatch batch = ClickBatch.of(train.rows(some), Math.max(1, events));
                return bytes(
                    manager,
                    step ->
                        network.predict(
                            ClickInput.of(step, batch, network.schema()), Purpose.TRAINING));
              },
              length,
              free);
      long parameters = network.parameters().count();
      return rows -> {
        int held = Math.min(rows, train.size());
        return new MemoryEstimate(parameters, 0, 0, held, length, held, 0, growth.at(held), 0);
      };
    }
  }

  /** Lets a network be tried that is no larger than what is free. */
  private static IntFunction<MemoryEstimate> withinFree(
      NDManager manager, LongFunction<IntFunction<MemoryEstimate>> probe) {
    long free = new ComputeDevice(manager.getDevice(), "").freeBytes();
    try {
      return ParameterLimit.within(
          free / MemoryEstimate.LEAST_BYTES_PER_PARAMETER, () -> probe.apply(free));
    } catch (ParameterLimit.ExceededException larger) {
      throw new NothingLearntException(
          String.format(
              Locale.ROOT,
              "there is not enough memory: the network learns at least %,d numbers (%s), which take"
                  + " %s with their gradient and moments; free are %s; lower width, layers or"
                  + " maxLength",
              larger.atLeast(),
              larger.getMessage(),
              MemoryEstimate.gib(larger.atLeast() * MemoryEstimate.LEAST_BYTES_PER_PARAMETER),
              MemoryEstimate.gib(free)),
          larger);
    }
  }

  private static History longest(Sequences train, int most) {
    return train
        .history(
            IntStream.range(0, train.size())
                .boxed()
                .max(Comparator.comparingInt(train::length))
                .orElseThrow())
        .last(most);
  }

  /** Into how many windows the histories are cut. */
  private static long windows(Sequences train, int maxLength) {
    long windows = 0;
    for (int user = 0; user < train.size(); user++) {
      windows += divideUp(train.length(user) - 1, maxLength);
    }
    return Math.max(1, windows);
  }

  private static long divideUp(long number, long by) {
    return (number + by - 1) / by;
  }

  /** A history of the same length over a catalogue of few items. */
  private static History renamed(History history, int items) {
    Catalogue catalogue =
        Catalogue.of(
            IntStream.rangeClosed(1, items).mapToObj(Integer::toString).toList(), Map.of());
    int length = history.length();
    return History.of(
        catalogue,
        IntStream.range(0, length).map(event -> 1 + history.item(event) % items).toArray(),
        IntStream.range(0, length).mapToLong(history::time).toArray());
  }

  private static void forward(
      Network network, Task task, History history, int rows, NDManager step) {
    PaddedBatch batch = task.learning(Collections.nCopies(rows, history), new Random(1));
    Encoding encoding = network.encode(Events.of(step, batch), Purpose.TRAINING);
    network.targetRepresentation(
        encoding, step.create(batch.positions()), step.create(batch.targets()));
    network.itemVectors(step);
  }

  private static long parameters(
      ModelConfig model, Parameters few, int items, int fewItems, NDManager manager) {
    if (items == fewItems) {
      return few.count();
    }
    try (Network more = model.create(fewItems + 1, 1, manager)) {
      long anItem = more.parameters().count() - few.count();
      return few.count() + anItem * (items - fewItems);
    }
  }

  private static int width(Network network, NDManager manager) {
    return Inference.run(
        manager, step -> Math.toIntExact(network.itemVectors(step).getShape().get(1)));
  }

  private static long bytes(NDManager manager, Consumer<NDManager> forward) {
    return Inference.run(
        manager,
        step -> {
          forward.accept(step);
          List<NDArray> made = step.getManagedArrays();
          return made.stream()
              .mapToLong(array -> array.size() * array.getDataType().getNumOfBytes())
              .sum();
        });
  }
}
