package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.batch.Inference;
import heed.batch.UseGate;
import heed.clicks.ClickPredictor;
import heed.clicks.ClickSchema;
import heed.clicks.Clicks;
import heed.file.RecordCodec;
import heed.layer.HostValues;
import heed.layer.Weights;
import heed.model.ModelKinds;
import heed.model.Purpose;
import heed.model.SavedWeights;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A network as a predictor of clicks.
 *
 * <p>Owns the network and frees it on {@link #close()}, which waits for the batches that are being
 * predicted; what is asked later is an {@link IllegalStateException}. Predicting changes nothing
 * and may run on several threads. Nothing but Java arrays comes out.
 */
public final class ClickNetworkPredictor implements ClickPredictor, AutoCloseable {

  /** Rows predicted at once; more would not be faster and take more memory. */
  private static final int ROWS = 512;

  private static final String KIND = "click network";
  private static final String SETTINGS = "settings";
  private static final String CLICK_WEIGHT = "click-weight";

  private final ClickNetwork network;
  private final double clickWeight;
  private final Optional<Catalogue> catalogue;
  private final NDManager manager;
  private final boolean ownsManager;
  private final UseGate gate;

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
    this(network, clickWeight, Optional.of(catalogue), manager, false);
  }

  /**
   * Takes over a network of which it is not known what catalogue it learnt from.
   *
   * @param clickWeight how much more a click counted than a pass while it learnt. That raises the
   *     odds it learns as much, so they are lowered again here
   * @param manager gives device and memory; stays the caller's
   */
  public ClickNetworkPredictor(ClickNetwork network, double clickWeight, NDManager manager) {
    this(network, clickWeight, Optional.empty(), manager, false);
  }

  private ClickNetworkPredictor(
      ClickNetwork network,
      double clickWeight,
      Optional<Catalogue> catalogue,
      NDManager manager,
      boolean ownsManager) {
    this.network = network;
    this.clickWeight = clickWeight;
    this.catalogue = catalogue;
    this.manager = manager;
    this.ownsManager = ownsManager;
    this.gate = new UseGate(network.config().name());
  }

  /** Takes over the network and its memory: {@link #close} frees both. */
  public static ClickNetworkPredictor owning(
      ClickNetwork network, double clickWeight, Catalogue catalogue, NDManager manager) {
    return new ClickNetworkPredictor(network, clickWeight, Optional.of(catalogue), manager, true);
  }

  /** How much more a click counted than a pass while it learnt. */
  public double clickWeight() {
    return clickWeight;
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

  private <T> T inferred(Function<NDManager, T> work) {
    return gate.use(() -> Inference.run(manager, work));
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
          inferred(
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
    return inferred(
        step ->
            network
                .predict(ClickInput.of(step, batch, network.schema()), Purpose.EXPLAINING)
                .attention()
                .stream()
                .map(HostValues::byHead)
                .toList());
  }

  /** What the network reads of the history of a row: its most recent {@code maxLength} events. */
  public History readable(Clicks clicks, int row) {
    return clicks.history(row).last(network.config().maxLength());
  }

  /** As {@link #save(Path, RecordCodec)}, where all settings are of our own kinds. */
  public void save(Path file) throws IOException {
    save(file, ModelKinds.codec());
  }

  /**
   * Writes the weights as safetensors, whole or not at all, with the network's settings, the fields
   * it reads and the weight of a click.
   *
   * @param codec {@link ModelKinds#codec}, with the kinds of the reader's own settings added
   * @throws IllegalArgumentException if the settings could not be read back, or a weight is no
   *     number
   */
  public void save(Path file, RecordCodec codec) throws IOException {
    Map<String, String> owner = owner(network.config(), network.schema(), clickWeight, codec);
    owner.put(SETTINGS, SavedWeights.settings(KIND, network.config(), ClickConfig.class, codec));
    SavedWeights.write(file, KIND, owner, Weights.of(network.parameters()));
  }

  private static Map<String, String> owner(
      ClickConfig settings, ClickSchema schema, double clickWeight, RecordCodec codec) {
    Map<String, String> owner = new LinkedHashMap<>();
    owner.put(SETTINGS, codec.write(settings));
    owner.put("fields", codec.write(schema));
    owner.put(CLICK_WEIGHT, codec.write(clickWeight));
    return owner;
  }

  /** As {@link #load(Path, ClickSchema, NDManager, RecordCodec)}, of settings of our own kinds. */
  public static ClickNetworkPredictor load(Path file, ClickSchema schema, NDManager manager)
      throws IOException {
    return load(file, schema, manager, ModelKinds.codec());
  }

  /**
   * Makes the predictor that {@link #save} wrote, by the settings in the file.
   *
   * @param schema the fields it was trained on
   * @param manager gives device and memory; stays the caller's
   * @param codec {@link ModelKinds#codec}, with the kinds of the reader's own settings added
   * @throws IllegalArgumentException if the file is damaged, of other fields, or written by a later
   *     Heed
   */
  public static ClickNetworkPredictor load(
      Path file, ClickSchema schema, NDManager manager, RecordCodec codec) throws IOException {
    SavedWeights saved = SavedWeights.read(file, KIND);
    ClickConfig settings = saved.value(SETTINGS, ClickConfig.class, codec);
    double clickWeight = saved.value(CLICK_WEIGHT, Double.class, codec);
    saved.requireOwner(
        owner(settings, schema, clickWeight, codec), "give the fields it was trained on");
    ClickNetwork network = saved.creating(() -> settings.create(schema, 0, manager));
    try {
      saved.into(network.parameters());
    } catch (IllegalArgumentException refused) {
      network.close();
      throw refused;
    }
    return new ClickNetworkPredictor(network, clickWeight, manager);
  }

  @Override
  public void close() {
    gate.close();
    network.close();
    if (ownsManager) {
      manager.close();
    }
  }
}
