package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.ClickBatch;
import heed.batch.Inference;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.model.Purpose;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network as a predictor of clicks.
 *
 * <p>Owns the network and frees it on {@link #close()}. Predicting changes nothing and may run on
 * several threads. Nothing but Java arrays comes out.
 */
public final class ClickNetworkPredictor implements ClickPredictor, AutoCloseable {

  /** Rows predicted at once; more would not be faster and take more memory. */
  private static final int ROWS = 512;

  private final ClickNetwork network;
  private final double clickWeight;
  private final Optional<Catalogue> catalogue;
  private final NDManager manager;

  /**
   * Takes over a network that learnt from the clicks on a catalogue; rows of another are refused.
   *
   * @param clickWeight how much more a click counted than a pass while it learnt. That raises the
   *     odds it learns as much, so they are lowered again here
   * @param catalogue that of the clicks it learnt from
   * @param manager gives device and memory; stays the caller's
   */
  public ClickNetworkPredictor(
      ClickNetwork network, double clickWeight, Catalogue catalogue, NDManager manager) {
    this(network, clickWeight, Optional.of(catalogue), manager);
  }

  /**
   * Takes over a network of which it is not known what catalogue it learnt from.
   *
   * @param clickWeight how much more a click counted than a pass while it learnt. That raises the
   *     odds it learns as much, so they are lowered again here
   * @param manager gives device and memory; stays the caller's
   */
  public ClickNetworkPredictor(ClickNetwork network, double clickWeight, NDManager manager) {
    this(network, clickWeight, Optional.empty(), manager);
  }

  private ClickNetworkPredictor(
      ClickNetwork network, double clickWeight, Optional<Catalogue> catalogue, NDManager manager) {
    this.network = network;
    this.clickWeight = clickWeight;
    this.catalogue = catalogue;
    this.manager = manager;
  }

  @Override
  public String name() {
    return network.config().name();
  }

  @Override
  public Optional<Catalogue> catalogue() {
    return catalogue;
  }

  public ClickNetwork network() {
    return network;
  }

  @Override
  public double[] chances(Clicks clicks) {
    requireOwn(clicks);
    int[] order =
        IntStream.range(0, clicks.size())
            .boxed()
            .sorted(Comparator.comparingInt(row -> readable(clicks, row).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] chances = new double[clicks.size()];
    for (int from = 0; from < order.length; from += ROWS) {
      int[] rows = Arrays.copyOfRange(order, from, Math.min(from + ROWS, order.length));
      ClickBatch batch = ClickBatch.of(clicks.rows(rows), network.config().maxLength());
      float[] logits =
          Inference.run(
              manager,
              step ->
                  network
                      .predict(ClickInput.of(step, batch, network.schema()), Purpose.SCORING)
                      .logits()
                      .toFloatArray());
      for (int i = 0; i < rows.length; i++) {
        chances[rows[i]] = 1 / (1 + clickWeight * Math.exp(-logits[i]));
      }
    }
    return chances;
  }

  /**
   * The attention weights of each layer on one row, by head, query and key: [layer][H][Q][S].
   *
   * @param row of the clicks
   */
  public List<float[][][]> attention(Clicks clicks, int row) {
    requireOwn(clicks);
    ClickBatch batch = ClickBatch.of(clicks.rows(row), network.config().maxLength());
    return Inference.run(
        manager,
        step ->
            network
                .predict(ClickInput.of(step, batch, network.schema()), Purpose.EXPLAINING)
                .attention()
                .stream()
                .map(ClickNetworkPredictor::byHead)
                .toList());
  }

  private static float[][][] byHead(NDArray weights) {
    Shape shape = weights.getShape(); // (1, H, Q, S)
    int queries = (int) shape.get(2);
    int keys = (int) shape.get(3);
    float[] flat = weights.toFloatArray();
    float[][][] byHead = new float[(int) shape.get(1)][queries][];
    for (int i = 0; i < byHead.length * queries; i++) {
      byHead[i / queries][i % queries] = Arrays.copyOfRange(flat, i * keys, (i + 1) * keys);
    }
    return byHead;
  }

  /** What the network reads of the history of a row: its most recent {@code maxLength} events. */
  public History readable(Clicks clicks, int row) {
    return clicks.history(row).last(network.config().maxLength());
  }

  @Override
  public void close() {
    network.close();
  }
}
