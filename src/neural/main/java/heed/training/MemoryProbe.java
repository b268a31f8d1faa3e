package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.clicks.Clicks;
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
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Estimates memory by trying: a network reads one row and then two, and the arrays it makes are
 * added up. What the second row adds, every further one does. It needs no knowledge of the network,
 * and no array larger than those of two rows.
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

  /** What a training over histories needs, with batches of so many targets. */
  static MemoryEstimate of(Training training, Sequences train, int targets, NDManager manager) {
    ModelConfig model = training.model();
    int items = train.catalogue().size();
    int few = model.boundToCatalogue() ? items : Math.min(FEW, items);
    History longest = longest(train, model.maxLength() + 1);
    int rows =
        Math.min(
            windows(train, model.maxLength()),
            divideUp(targets, model.task().targets(longest.length())));
    int held = rows * model.task().targets(longest.length());
    try (Network network = model.create(few, 1, manager)) {
      History known = few == items ? longest : renamed(longest, few);
      Growth growth =
          Growth.of(manager, (step, count) -> forward(network, model.task(), known, count, step));
      int length = model.task().learning(List.of(known), new Random(1)).length();
      int width = width(network, manager);
      boolean byRows = training.optimizer().items() == EmbeddingUpdates.SPARSE;
      long negatives = training.objective().sampling().drawn(held);
      long met = byRows ? held + (long) rows * length + negatives : 0;
      return new MemoryEstimate(
          parameters(model, network.parameters(), items, few, manager),
          byRows ? (items + 1L) * width : 0,
          rows,
          length,
          held,
          items,
          growth.at(rows) + ROWS_MET * Float.BYTES * met * width,
          Float.BYTES * training.objective().numbers(held, items, width, manager.getDevice()));
    }
  }

  /** What a training over clicks needs, with batches of so many rows. */
  static MemoryEstimate of(ClickConfig model, Clicks train, int rows, NDManager manager) {
    int longest =
        IntStream.range(0, train.size())
            .boxed()
            .max(Comparator.comparingInt(row -> train.history(row).length()))
            .orElse(0);
    int held = Math.min(rows, train.size());
    try (ClickNetwork network = model.create(train.schema(), 1, manager)) {
      Growth growth =
          Growth.of(
              manager,
              (step, count) -> {
                int[] some = IntStream.generate(() -> longest).limit(count).toArray();
                ClickBatch batch = ClickBatch.of(train.rows(some), model.maxLength());
                network.predict(ClickInput.of(step, batch, network.schema()), Purpose.TRAINING);
              });
      int length = Math.min(model.maxLength(), train.history(longest).length());
      return new MemoryEstimate(
          network.parameters().count(), 0, held, length, held, 0, growth.at(held), 0);
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
  private static int windows(Sequences train, int maxLength) {
    int windows = 0;
    for (int user = 0; user < train.size(); user++) {
      windows += divideUp(train.length(user) - 1, maxLength);
    }
    return Math.max(1, windows);
  }

  private static int divideUp(int number, int by) {
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

  /**
   * How the bytes of a batch grow with its rows.
   *
   * @param fixed whatever it holds
   * @param aRow with each
   */
  private record Growth(long fixed, long aRow) {

    static Growth of(NDManager manager, BiConsumer<NDManager, Integer> forward) {
      long one = bytes(manager, forward, 1);
      long two = bytes(manager, forward, 2);
      return new Growth(Math.max(0, 2 * one - two), two - one);
    }

    private static long bytes(NDManager manager, BiConsumer<NDManager, Integer> forward, int rows) {
      return Inference.run(
          manager,
          step -> {
            forward.accept(step, rows);
            List<NDArray> made = step.getManagedArrays();
            return made.stream()
                .mapToLong(array -> array.size() * array.getDataType().getNumOfBytes())
                .sum();
          });
    }

    long at(int rows) {
      return fixed + rows * aRow;
    }
  }
}
