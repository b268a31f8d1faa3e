package heed.contract.model;

import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.file.RecordCodec;
import heed.model.Events;
import heed.model.ModelConfig;
import heed.model.ModelKinds;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.model.Purpose;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A network that has learnt nothing yet, as a recommender over thirty items, in its own memory. */
final class FreshNetwork implements AutoCloseable {

  static final int ITEMS = 30;

  static final Catalogue CATALOGUE =
      Catalogue.of(IntStream.range(10, 10 + ITEMS).mapToObj(Integer::toString).toList(), Map.of());

  private static final double DROPOUT = 0.5;

  private final NDManager manager = NDManager.newBaseManager();
  private final NetworkRecommender recommender;

  private FreshNetwork(ModelConfig config, long seed) {
    if (config.maxLength() != NetworkUnderTest.LENGTH) {
      throw new IllegalArgumentException(
          config.name()
              + " reads histories of "
              + config.maxLength()
              + "; a contract asks for settings with maxLength "
              + NetworkUnderTest.LENGTH);
    }
    this.recommender =
        new NetworkRecommender(config.create(ITEMS, seed, manager), CATALOGUE, manager);
  }

  static FreshNetwork of(NetworkUnderTest tested, long seed) {
    return new FreshNetwork(tested.config(ITEMS, DROPOUT), seed);
  }

  NetworkRecommender recommender() {
    return recommender;
  }

  Network network() {
    return recommender.network();
  }

  NDManager manager() {
    return manager;
  }

  /** Knows the settings of this network, wherever they were written. */
  RecordCodec codec() {
    return ModelKinds.codec().with(network().config().getClass().asSubclass(Record.class));
  }

  float[] scores(History history) {
    return recommender.score(List.of(history))[0];
  }

  /** The state at each position of one history. */
  float[][] states(History history) {
    PaddedBatch batch = network().config().task().asking(List.of(history));
    float[] flat =
        Inference.run(
            manager,
            step ->
                network().encode(Events.of(step, batch), Purpose.SCORING).states().toFloatArray());
    int width = flat.length / batch.length();
    return IntStream.range(0, batch.length())
        .mapToObj(position -> Arrays.copyOfRange(flat, position * width, (position + 1) * width))
        .toArray(float[][]::new);
  }

  /** Events further and further apart. */
  static History history(int... items) {
    long[] times =
        IntStream.range(0, items.length).mapToLong(i -> 1_000_000_000L + 100L * i * i).toArray();
    return History.of(CATALOGUE, items, times);
  }

  @Override
  public void close() {
    recommender.close();
    manager.close();
  }
}
