package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import heed.attention.Weighting;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.recommend.Recommender;
import heed.recommend.ScoreRows;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network as a recommender: its scores of every item, see {@link Network#scores}.
 *
 * <p>Owns the network and frees it on {@link #close()}. Scoring changes nothing and may run on
 * several threads. Nothing but Java arrays comes out.
 */
public final class NetworkRecommender implements Recommender, AutoCloseable {

  /** Histories scored at once; more would not be faster and take more memory. */
  private static final int ROWS = 128;

  private final Network network;
  private final Catalogue catalogue;
  private final NDManager manager;

  /**
   * Takes over the network.
   *
   * @param manager gives device and memory; stays the caller's
   */
  public NetworkRecommender(Network network, Catalogue catalogue, NDManager manager) {
    this.network = network;
    this.catalogue = catalogue;
    this.manager = manager;
  }

  @Override
  public String name() {
    return network.config().name();
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  public Network network() {
    return network;
  }

  @Override
  public float[][] score(List<History> histories) {
    float[][] scores = new float[histories.size()][];
    score(histories, (history, row) -> scores[history] = row.clone());
    return scores;
  }

  @Override
  public void score(List<History> histories, ScoreRows rows) {
    List<Integer> byLength =
        IntStream.range(0, histories.size())
            .boxed()
            .sorted(Comparator.comparingInt(row -> histories.get(row).length()))
            .toList();
    float[] row = new float[catalogue.size() + 1];
    for (int from = 0; from < byLength.size(); from += ROWS) {
      List<Integer> some = byLength.subList(from, Math.min(from + ROWS, byLength.size()));
      Inference.run(manager, step -> scoreBatch(step, histories, some, row, rows));
    }
  }

  /** Reads the products where PyTorch made them: one copy, of a row at a time. */
  private int scoreBatch(
      NDManager step, List<History> histories, List<Integer> some, float[] row, ScoreRows rows) {
    PaddedBatch batch = asking(some.stream().map(histories::get).toList());
    Encoding encoding = network.encode(Events.of(step, batch), Purpose.SCORING);
    NDArray products = network.scores(encoding, step.create(batch.positions())); // (B, N + 1)
    FloatBuffer flat = products.toByteBuffer(true).asFloatBuffer();
    for (int i = 0; i < some.size(); i++) {
      flat.get(i * row.length, row);
      rows.row(some.get(i), row);
    }
    return some.size();
  }

  /** What interests the network sees at the end of a history; none if it keeps none apart. */
  public Optional<InterestScores> interests(History history) {
    PaddedBatch batch = asking(List.of(history));
    return Inference.run(
        manager,
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
   *     to 1, {@link #places} names the positions
   */
  public float[][][][] attention(History history) {
    PaddedBatch batch = asking(List.of(history));
    return Inference.run(
        manager,
        step ->
            network.encode(Events.of(step, batch), Purpose.EXPLAINING).attention().stream()
                .map(NetworkRecommender::byHead)
                .toArray(float[][][][]::new));
  }

  /**
   * What stands at each position of {@link #attention}: the titles of {@link #readable}, and behind
   * them the question if the network is asked with one.
   */
  public List<String> places(History history) {
    return network.config().task().places(readable(history));
  }

  private static float[][][] byHead(NDArray weights) {
    Shape shape = weights.getShape(); // (1, H, L, L)
    int heads = (int) shape.get(1);
    int length = (int) shape.get(2);
    float[] flat = weights.toFloatArray();
    float[][][] byHead = new float[heads][length][];
    for (int row = 0; row < heads * length; row++) {
      byHead[row / length][row % length] =
          Arrays.copyOfRange(flat, row * length, (row + 1) * length);
    }
    return byHead;
  }

  /** This history, to be asked about with its items dimmed: what explanations are made of. */
  public Dimmed dimmed(History history) {
    return new Dimmed(this, manager, history);
  }

  /** Whether {@link #weighed} can be asked. */
  public boolean isReweighable() {
    return network instanceof Reweighable;
  }

  /**
   * The same network with another weighting in every head, to find out how much its own matters. It
   * lives as long as this one.
   *
   * @param how what it is called, behind the network's name
   * @throws IllegalArgumentException if the network is not {@link Reweighable}
   */
  public Recommender weighed(Weighting weighting, String how) {
    if (!(network instanceof Reweighable reweighable)) {
      throw new IllegalArgumentException(
          name() + " cannot be weighed otherwise once it is trained; ask SASRec, BERT4Rec or LiGR");
    }
    return new Reweighed(
        name() + ", " + how,
        new NetworkRecommender(reweighable.weighed(weighting), catalogue, manager));
  }

  PaddedBatch asking(List<History> histories) {
    return network.config().task().asking(histories.stream().map(this::readable).toList());
  }

  /** The part of a history that the network reads: its most recent {@code maxLength} events. */
  public History readable(History history) {
    return history.last(network.config().maxLength());
  }

  @Override
  public void close() {
    network.close();
  }
}
