package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import heed.attention.weighting.Weighting;
import heed.batch.GradientScope;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.batch.UseGate;
import heed.file.RecordCodec;
import heed.layer.HostValues;
import heed.recommend.BestItems;
import heed.recommend.QuestionRanks;
import heed.recommend.RankCounter;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.ScoreRows;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.retrieval.QuantizedScan;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network as a recommender: its scores of every item, see {@link Network#scores}.
 *
 * <p>Owns the network and frees it on {@link #close()}, which waits for the batches that are being
 * scored; what is asked later is an {@link IllegalStateException}. Scoring changes nothing and may
 * run on several threads. Nothing but Java arrays comes out.
 */
public final class NetworkRecommender implements Recommender, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkRecommender.class);

  private final Network network;
  private final Catalogue catalogue;
  private final NDManager manager;
  private final boolean ownsManager;
  private final UseGate gate;
  private final AtomicBoolean cutTold = new AtomicBoolean();
  private final Optional<LargeCatalogue> large;

  /**
   * Takes over the network.
   *
   * @param manager gives device and memory; stays the caller's
   * @throws IllegalArgumentException if the catalogue has more items than the network, or fewer
   */
  public NetworkRecommender(Network network, Catalogue catalogue, NDManager manager) {
    this(network, catalogue, manager, false, new UseGate(network.config().name()));
  }

  private NetworkRecommender(
      Network network, Catalogue catalogue, NDManager manager, boolean ownsManager, UseGate gate) {
    requireSize(network, catalogue, manager);
    this.network = network;
    this.catalogue = catalogue;
    this.manager = manager;
    this.ownsManager = ownsManager;
    this.gate = gate;
    this.large = LargeCatalogue.of(this);
  }

  private static void requireSize(Network network, Catalogue catalogue, NDManager manager) {
    long items =
        Inference.run(
            manager, step -> network.itemVectors(step).getShape().get(0) - 1); // (N + 1, D)
    if (items != catalogue.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has vectors of %,d items, found a catalogue of %,d; give the catalogue that it"
                  + " was trained on",
              network.config().name(),
              items,
              catalogue.size()));
    }
  }

  /** Takes over the network and its memory: {@link #close} frees both. */
  public static NetworkRecommender owning(Network network, Catalogue catalogue, NDManager manager) {
    UseGate gate = new UseGate(network.config().name());
    return new NetworkRecommender(network, catalogue, manager, true, gate);
  }

  @Override
  public String name() {
    return network.config().name();
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public List<String> eventTypes() {
    return network.config().eventTypes();
  }

  public Network network() {
    return network;
  }

  /**
   * Works on the network's tensors, unless it is closed.
   *
   * @param work gets memory that is freed afterwards; what it returns must not be native
   */
  <T> T inferred(Function<NDManager, T> work) {
    return gate.use(() -> Inference.run(manager, work));
  }

  /** The same with a gradient to be taken. */
  <T> T recorded(BiFunction<NDManager, GradientScope, T> work) {
    return gate.use(
        () -> {
          try (NDManager step = manager.newSubManager();
              GradientScope gradient = GradientScope.open()) {
            return work.apply(step, gradient);
          }
        });
  }

  @Override
  public float[][] score(List<History> histories) {
    float[][] scores = new float[histories.size()][];
    score(histories, (history, row) -> scores[history] = row.clone());
    return scores;
  }

  @Override
  public void score(List<History> histories, ScoreRows rows) {
    float[] row = new float[catalogue.size() + 1];
    new ScoreBlocks(this, manager.getDevice(), histories)
        .each(
            (some, scores) -> {
              FloatBuffer flat = scores.asFloatBuffer();
              for (int i = 0; i < some.size(); i++) {
                flat.get(i * row.length, row);
                rows.row(some.get(i), row);
              }
            });
  }

  /**
   * Keeps the items' vectors a second time, as 8-bit numbers: N (D + 4) bytes. Lists over a large
   * catalogue are then found in about three fifths of the time, and are the same, see {@link
   * QuantizedScan}. To be called once no weight changes any more, and before the recommender is
   * shared between threads; {@link #restore} lets the copy go.
   *
   * @return whether lists are found so; not on a GPU, over a small catalogue, or where a network
   *     scores in another way than by products
   */
  public boolean quantize() {
    return large.isPresent() && large.get().quantize(manager);
  }

  /** Over a large catalogue block by block, without the scores of all items at once. */
  @Override
  public List<BestItems> best(List<History> histories, int k, List<IntPredicate> competing) {
    return large.isPresent()
        ? large.get().best(histories, k, competing)
        : Recommender.super.best(histories, k, competing);
  }

  /** Counts on all cores, in the rows that PyTorch made: none is handed out. */
  @Override
  public List<TargetRank> targetRanks(List<History> histories, int[] targets, Seen seen, int k) {
    RankCounter.requireOnePerHistory(targets.length, histories);
    TargetRank[] places = new TargetRank[histories.size()];
    count(
        histories,
        () -> new RankCounter(catalogue.size(), seen, k),
        (rows, bits, from, at) -> places[at] = rows.of(bits, from, histories.get(at), targets[at]));
    return List.of(places);
  }

  /** Counts on all cores, as for single targets. */
  @Override
  public List<QuestionRanks> targetRanks(
      List<History> histories, List<int[]> targets, Seen seen, int k) {
    RankCounter.requireOnePerHistory(targets.size(), histories);
    QuestionRanks[] ranks = new QuestionRanks[histories.size()];
    count(
        histories,
        () -> new RankCounter(catalogue.size(), seen, k),
        (rows, bits, from, at) ->
            ranks[at] = rows.of(bits, from, histories.get(at), targets.get(at)));
    return List.of(ranks);
  }

  /** Looks at one row, which begins at {@code from}, of the history {@code at}. */
  private interface RowCount {
    void of(RankCounter rows, IntBuffer bits, int from, int at);
  }

  private void count(List<History> histories, Supplier<RankCounter> rows, RowCount count) {
    int width = catalogue.size() + 1;
    new ScoreBlocks(this, manager.getDevice(), histories)
        .eachOnAllCores(
            () -> {
              RankCounter own = rows.get();
              return (some, scores) -> {
                IntBuffer bits = scores.asIntBuffer();
                for (int i = 0; i < some.size(); i++) {
                  count.of(own, bits, i * width, some.get(i));
                }
              };
            });
  }

  /** What interests the network sees at the end of a history; none if it keeps none apart. */
  public Optional<InterestScores> interests(History history) {
    PaddedBatch batch = asking(Collections.singletonList(history));
    return inferred(
        step -> {
          NDArray positions = step.create(batch.positions()); // (1)
          return network
              .encode(Events.of(step, batch), Purpose.SCORING)
              .interests()
              .map(found -> scored(found, positions));
        });
  }

  private InterestScores scored(Interests interests, NDArray positions) {
    NDArray vectors = interests.at(positions).squeeze(0); // (K, D)
    NDArray items = network.itemVectors(positions.getManager()); // (N + 1, D)
    NDArray scores = Linear.linear(vectors, items).singletonOrThrow(); // (K, N + 1)
    return new InterestScores(
        interests.weightsAt(positions).toFloatArray(), rows(scores.toFloatArray()));
  }

  private float[][] rows(float[] flat) {
    int width = catalogue.size() + 1;
    return IntStream.range(0, flat.length / width)
        .mapToObj(row -> Arrays.copyOfRange(flat, row * width, (row + 1) * width))
        .toArray(float[][]::new);
  }

  /**
   * How much each position attended to each, for one history.
   *
   * @return weights by layer, head, query position and key position; none if the network has no
   *     attention. {@link ModelConfig#attentionLayers} names the layers and says whether rows sum
   *     to 1, {@link #positionLabels} names the positions
   */
  public float[][][][] attention(History history) {
    PaddedBatch batch = asking(Collections.singletonList(history));
    return inferred(
        step ->
            network.encode(Events.of(step, batch), Purpose.EXPLAINING).attention().stream()
                .map(HostValues::byHead)
                .toArray(float[][][][]::new));
  }

  /**
   * What stands at each position of {@link #attention}: the titles of {@link #readable}, and behind
   * them the question if the network is asked with one.
   */
  public List<String> positionLabels(History history) {
    return network.config().task().positionLabels(readable(history));
  }

  /**
   * What each source puts into the states of a history.
   *
   * @return none if the network does not keep its sources apart
   */
  public Optional<StateSources> sources(History history) {
    if (!(network instanceof Decomposable sourced)) {
      return Optional.empty();
    }
    PaddedBatch batch = asking(Collections.singletonList(history));
    return inferred(step -> Optional.of(sourced.sources(Events.of(step, batch))));
  }

  /**
   * What the slots of the network's memory hold after a history.
   *
   * @return none if the network has no memory
   */
  public Optional<SlotContents> memory(History history) {
    if (!(network instanceof MemoryNetwork remembering)) {
      return Optional.empty();
    }
    PaddedBatch batch = asking(List.of(history));
    return inferred(step -> Optional.of(remembering.contents(Events.of(step, batch))));
  }

  /** The vector of every item, one behind the other, that of padding first: (N + 1) * D. */
  public float[] itemVectors() {
    return inferred(step -> network.itemVectors(step).toFloatArray());
  }

  /** This history, to be asked about with its items masked: what explanations are made of. */
  public ItemMasking masked(History history) {
    return new ItemMasking(this, history);
  }

  /** Whether {@link #reweighted} can be asked. */
  public boolean isAblatable() {
    return reweighted(UnaryOperator.identity()).isPresent();
  }

  /**
   * The same network with another weighting in every head, to find out how much its own matters. It
   * lives as long as this one.
   *
   * @param how what it is called, behind the network's name
   * @throws IllegalArgumentException if the network is not {@link Ablatable}
   */
  public Recommender reweighted(Weighting weighting, String how) {
    return ablated(own -> weighting, how);
  }

  /**
   * The same with a weighting made from the network's own, such as its weights in another order.
   *
   * @param change from the weighting of a layer to the one in its place
   * @param how what it is called, behind the network's name
   * @throws IllegalArgumentException if the network is not {@link Ablatable}
   */
  public Recommender ablated(UnaryOperator<Weighting> change, String how) {
    Network changed =
        reweighted(change)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        name()
                            + " cannot be weighed otherwise once it is trained; ask SASRec,"
                            + " BERT4Rec or LiGR, or give the block of your own network its"
                            + " reweighted(change)"));
    return new AblatedAttention(
        name() + ", " + how, new NetworkRecommender(changed, catalogue, manager, false, gate));
  }

  private Optional<Network> reweighted(UnaryOperator<Weighting> change) {
    return network instanceof Ablatable reweighable
        ? reweighable.reweighted(change)
        : Optional.empty();
  }

  /** Says in the log, once, that a history is longer than what the network reads. */
  @Override
  public Ranking recommend(History history, int k, Seen seen) {
    Ranking ranking = Recommender.super.recommend(history, k, seen);
    cut(history).ifPresent(LOG::info);
    return ranking;
  }

  /** What is said of the first history that is cut; empty for all others. */
  Optional<String> cut(History history) {
    int read = network.config().maxLength();
    return history.length() > read && cutTold.compareAndSet(false, true)
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "%s reads the last %,d of these %,d events; longer histories are cut like this, and"
                    + " it is not said again. A network that reads more has a larger maxLength",
                name(),
                read,
                history.length()))
        : Optional.empty();
  }

  PaddedBatch asking(List<History> histories) {
    return network.config().task().asking(histories.stream().map(this::readable).toList());
  }

  /**
   * The part of a history that the network reads: its most recent {@code maxLength} events.
   *
   * @throws IllegalArgumentException if the history is of another catalogue
   */
  public History readable(History history) {
    requireOwn(Collections.singletonList(history)); // Null is refused in words, too.
    return history.last(network.config().maxLength());
  }

  /** As {@link #save(Path, RecordCodec)}, where all settings are of our own kinds. */
  public void save(Path file) throws IOException {
    save(file, ModelKinds.codec());
  }

  /**
   * Writes the weights as safetensors, whole or not at all, with the network's settings and a
   * digest of the catalogue's ids. The catalogue itself is saved by {@link Catalogue#save}.
   *
   * @param codec {@link ModelKinds#codec}, with the kinds of the reader's own settings added
   * @throws IllegalArgumentException if the settings could not be read back, or a weight is no
   *     number
   */
  public void save(Path file, RecordCodec codec) throws IOException {
    new NetworkFile(file, codec).write(this);
  }

  /** As {@link #load(Path, Catalogue, NDManager, RecordCodec)}, of settings of our own kinds. */
  public static NetworkRecommender load(Path file, Catalogue catalogue, NDManager manager)
      throws IOException {
    return load(file, catalogue, manager, ModelKinds.codec());
  }

  /**
   * Makes the network that {@link #save} wrote, by the settings in the file. A file holds numbers
   * and texts only, so nothing in it can run.
   *
   * @param catalogue whose items it was trained on
   * @param manager gives device and memory; stays the caller's
   * @param codec {@link ModelKinds#codec}, with the kinds of the reader's own settings added
   * @throws IllegalArgumentException if the file is damaged, of another catalogue, or written by a
   *     later Heed
   */
  public static NetworkRecommender load(
      Path file, Catalogue catalogue, NDManager manager, RecordCodec codec) throws IOException {
    return new NetworkFile(file, codec).read(catalogue, manager);
  }

  /** As {@link #restore(Path, RecordCodec)}, where all settings are of our own kinds. */
  public void restore(Path file) throws IOException {
    restore(file, ModelKinds.codec());
  }

  /**
   * Takes the weights that were saved of a network of the same settings and catalogue. If they are
   * refused, nothing has changed. Not to be called while it scores.
   *
   * @throws IllegalArgumentException if they are of another network, damaged, or of a later Heed
   */
  public void restore(Path file, RecordCodec codec) throws IOException {
    new NetworkFile(file, codec).into(this);
    large.ifPresent(LargeCatalogue::close);
  }

  @Override
  public void close() {
    gate.close();
    large.ifPresent(LargeCatalogue::close);
    network.close();
    if (ownsManager) {
      manager.close();
    }
  }
}
