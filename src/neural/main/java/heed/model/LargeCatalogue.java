package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.PaddedBatch;
import heed.recommend.BestItems;
import heed.retrieval.ExactScan;
import heed.retrieval.QuantizedScan;
import heed.retrieval.QuantizedScan.Found;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The best items of a network over many items: states first, then a scan of the items' vectors.
 * Owns the 8-bit copy of the vectors, if there is one.
 */
final class LargeCatalogue implements AutoCloseable {

  /** Items from which on lists are found without all scores; a row of fewer fits the caches. */
  static final int LEAST = 100_000;

  /** Histories whose states are made at once; a scan reads every vector once for all of them. */
  private static final int AT_ONCE = 64;

  private final NetworkRecommender recommender;
  private Optional<QuantizedScan> quantized = Optional.empty();

  private LargeCatalogue(NetworkRecommender recommender) {
    this.recommender = recommender;
  }

  /** None of a small catalogue, or where the network scores in another way than by products. */
  static Optional<LargeCatalogue> of(NetworkRecommender recommender) {
    return recommender.network().scoresByProduct() && recommender.catalogue().size() >= LEAST
        ? Optional.of(new LargeCatalogue(recommender))
        : Optional.empty();
  }

  /** Copies the vectors as they are now; whether this device has products of whole numbers. */
  boolean quantize(NDManager manager) {
    close();
    quantized =
        recommender.inferred(
            step -> QuantizedScan.of(recommender.network().itemVectors(step), manager));
    return quantized.isPresent();
  }

  List<BestItems> best(List<History> histories, int k, List<IntPredicate> competing) {
    recommender.requireOwn(histories);
    List<BestItems> best = new ArrayList<>();
    for (int from = 0; from < histories.size(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, histories.size());
      PaddedBatch batch = recommender.asking(histories.subList(from, to));
      List<IntPredicate> some = competing.subList(from, to);
      best.addAll(recommender.inferred(step -> best(step, batch, k, some)));
    }
    return best;
  }

  private List<BestItems> best(
      NDManager step, PaddedBatch batch, int k, List<IntPredicate> competing) {
    Network network = recommender.network();
    NDArray positions = step.create(batch.positions()); // (B)
    Encoding asked = network.encodeAt(Events.of(step, batch), positions); // (B, 1, D)
    NDArray states = asked.states().squeeze(1); // (B, D)
    NDArray vectors = network.itemVectors(step); // (N + 1, D)
    return quantized.isEmpty()
        ? ExactScan.best(states, vectors, k, competing)
        : quantized.get().best(states, vectors, k, competing).stream().map(Found::best).toList();
  }

  /** Lets the copy go. */
  @Override
  public void close() {
    quantized.ifPresent(QuantizedScan::close);
    quantized = Optional.empty();
  }
}
