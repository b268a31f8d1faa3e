package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.RecurrentLayer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A recurrent network over item histories that predicts the next item at every event: Hidasi et al.
 * 2016, "Session-based Recommendations with Recurrent Neural Networks".
 *
 * <p>The network to beat before attention, and still a strong one on short sessions. A step costs
 * O(L D^2) a history, one event after the other; it has no attention to show. Deviations from the
 * paper: item vectors serve both as input and as output (the authors' later code calls that a
 * constrained embedding), the state starts from zeros with every history instead of running
 * sessions side by side, and what it is trained with is chosen apart from it. With an LSTM cell it
 * is the same network with a memory beside the state, which the paper found slightly worse.
 */
public final class Gru4Rec implements Network {

  private final Gru4RecConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final List<RecurrentLayer> layers;

  Gru4Rec(Gru4RecConfig config, int items, long seed, NDManager manager) {
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, config.width());
    this.layers =
        IntStream.range(0, config.layers())
            .mapToObj(
                layer ->
                    RecurrentLayer.create(
                        parameters, "layers." + layer, config.cell(), config.width()))
            .toList();
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = events.atMost(config.maxLength()).vectors(items); // (B, L, D)
    for (RecurrentLayer layer : layers) {
      x = layer.apply(dropout.apply(x)); // (B, L, D)
    }
    return new Encoding(dropout.apply(x), List.of());
  }

  @Override
  public Gru4RecConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public boolean scoresByProduct() {
    return true;
  }

  @Override
  public NDArray itemVectors(NDManager step) {
    return items.vectors();
  }
}
