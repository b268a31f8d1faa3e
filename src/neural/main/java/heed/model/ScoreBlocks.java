package heed.model;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.PaddedBatch;
import heed.batch.SingleCores;
import heed.sequence.History;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Scores the catalogue for many histories, a block of rows at a time, that are looked at where
 * PyTorch made them. Histories of like length are read together, so that hardly any padding is
 * read, and as many as are worth a call; of their scores only so many are made at once as a core's
 * cache holds, which halves the time of making and reading them.
 *
 * <p>Batches go from long histories to short ones, so that at the end no core waits for a long one.
 */
final class ScoreBlocks {

  /** Positions that are read at once, about. */
  private static final int POSITIONS = 8_192;

  private static final int MOST_HISTORIES = 512;

  /** Scores that are made at once, about: 1.5 MB. */
  private static final int SCORES = 400_000;

  /** On a GPU, where each part costs a wait: 16 MB. */
  private static final int SCORES_ON_GPU = 4_000_000;

  private final NetworkRecommender recommender;
  private final List<History> histories;
  private final int rows;

  ScoreBlocks(NetworkRecommender recommender, Device device, List<History> histories) {
    recommender.requireOwn(histories);
    this.recommender = recommender;
    this.histories = histories;
    int scores = device.isGpu() ? SCORES_ON_GPU : SCORES;
    this.rows = Math.max(1, scores / (recommender.catalogue().size() + 1));
  }

  /** Looks at some rows. */
  @FunctionalInterface
  interface Look {

    /**
     * One block.
     *
     * @param histories which of the histories the rows belong to
     * @param scores N + 1 floats of each, row after row; valid during this call only
     */
    void at(List<Integer> histories, ByteBuffer scores);
  }

  /** One block after the other, on this thread. */
  void each(Look look) {
    for (List<Integer> some : batches()) {
      recommender.inferred(step -> batch(step, some, look));
    }
  }

  /** On all cores at once, each of which is given a look of its own. */
  void eachOnAllCores(Supplier<Look> looks) {
    Iterator<List<Integer>> left = batches().iterator();
    SingleCores.run(
        core -> {
          Look look = looks.get();
          for (Optional<List<Integer>> some = next(left); some.isPresent(); some = next(left)) {
            List<Integer> histories = some.get();
            recommender.inferred(step -> batch(step, histories, look));
          }
        });
  }

  private static Optional<List<Integer>> next(Iterator<List<Integer>> left) {
    synchronized (left) {
      return left.hasNext() ? Optional.of(left.next()) : Optional.empty();
    }
  }

  private List<List<Integer>> batches() {
    List<Integer> longestFirst =
        IntStream.range(0, histories.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> length(i)).reversed())
            .toList();
    List<List<Integer>> batches = new ArrayList<>();
    int from = 0;
    while (from < longestFirst.size()) {
      int fit = POSITIONS / Math.max(1, length(longestFirst.get(from)));
      int to = from + Math.max(1, Math.min(fit, MOST_HISTORIES));
      batches.add(longestFirst.subList(from, Math.min(to, longestFirst.size())));
      from = to;
    }
    return batches;
  }

  private int length(int history) {
    int read = recommender.network().config().maxLength();
    return Math.min(histories.get(history).length(), read);
  }

  private int batch(NDManager step, List<Integer> some, Look look) {
    PaddedBatch batch = recommender.asking(some.stream().map(histories::get).toList());
    Network network = recommender.network();
    Encoding asked =
        network.encodeAt(Events.of(step, batch), step.create(batch.positions())); // (B, 1, D)
    for (int from = 0; from < some.size(); from += rows) {
      int to = Math.min(from + rows, some.size());
      try (NDManager block = step.newSubManager()) {
        int[] rows = IntStream.range(from, to).toArray();
        NDArray scores = network.scores(asked, block.create(rows)); // (T, N + 1)
        scores.attach(block);
        look.at(some.subList(from, to), scores.toByteBuffer(true));
      }
    }
    return some.size();
  }
}
