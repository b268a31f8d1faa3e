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

/** The best items of a network over many items: states first, then a scan of the items' vectors. */
record LargeCatalogue(NetworkRecommender recommender, Optional<QuantizedScan> quantized) {

  /** Histories whose states are made at once; a scan reads every vector once for all of them. */
  private static final int AT_ONCE = 64;

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
}
