package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Batches;
import heed.batch.Inference;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.layer.EmbeddingWeights;
import heed.layer.HostValues;
import heed.layer.Parameters;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.SparseUpdateRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A network over item histories that learns its {@link heed.batch.Task}. */
final class SequenceTrainingTask implements TrainingTask<TrainingRun> {

  private final Training training;
  private final Sequences train;
  private final ToDoubleFunction<Recommender> validation;
  private final NDManager manager;
  private final Batches batches;
  private final NegativeSampling.Sampler sampler;
  private final NetworkRecommender recommender;

  /** Told of weights that were taken over, since nothing else tells them. */
  private final Optional<String> begun;

  private final Optional<SparseUpdateRows> met;

  SequenceTrainingTask(
      Training training,
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      Optional<WarmStart> start,
      NDManager manager) {
    this.training = training;
    this.train = train;
    this.validation = validation;
    this.manager = manager;
    this.batches =
        new Batches(
            train,
            training.model().task(),
            training.model().maxLength(),
            training.limits().batchSize());
    this.sampler = training.objective().sampling().over(train);
    this.recommender =
        NetworkRecommender.owning(
            training.model().create(train.catalogue().size(), training.seed(), manager),
            train.catalogue(),
            manager);
    start.ifPresentOrElse(
        from -> from.into(recommender.network(), train.catalogue(), manager), this::startItems);
    this.begun = start.map(any -> DataDigest.of(recommender.network().parameters().values()));
    this.met =
        training.optimizer().items() == EmbeddingUpdates.SPARSE
            ? Optional.of(
                new SparseUpdateRows(items(recommender.network(), "EmbeddingUpdates.DENSE")))
            : Optional.empty();
  }

  /** The vectors that the settings begin with, where they are not those that were drawn. */
  private void startItems() {
    if (training.start() instanceof ItemStart.Drawn) {
      return;
    }
    NDArray table = items(recommender.network(), "ItemStart.drawn()").whole(); // (N + 1, D)
    int width = Math.toIntExact(table.getShape().get(1));
    training
        .start()
        .vectors(train, width, training.seed())
        .ifPresent(vectors -> HostValues.set(table, requireAll(vectors, table)));
  }

  private float[] requireAll(float[] vectors, NDArray table) {
    if (vectors.length != table.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s gives %,d numbers, expected %,d: one vector of the width %d per item, and first"
                  + " that of padding",
              training.start(),
              vectors.length,
              table.size(),
              table.getShape().get(1)));
    }
    return vectors;
  }

  /**
   * The table of a network that learns a vector per item.
   *
   * @param remedy what to choose where there is none
   */
  private EmbeddingWeights items(Network network, String remedy) {
    return Inference.run(
        manager,
        step -> {
          NDArray vectors = network.itemTable(step);
          return network.parameters().tables().values().stream()
              .filter(table -> table.whole() == vectors)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          network.config().name()
                              + " makes the vectors of its items and has no table of them; take "
                              + remedy));
        });
  }

  @Override
  public Optional<SparseUpdateRows> met() {
    return met;
  }

  @Override
  public Parameters parameters() {
    return recommender.network().parameters();
  }

  @Override
  public Map<String, String> decisive() {
    Map<String, String> decisive = new LinkedHashMap<>();
    decisive.put("network", training.model().toString());
    decisive.put("objective", training.objective().toString());
    decisive.put("data", DataDigest.of(train));
    if (!(training.start() instanceof ItemStart.Drawn)) {
      decisive.put("start of the items", training.start().toString());
    }
    begun.ifPresent(weights -> decisive.put("first weights", weights));
    return decisive;
  }

  @Override
  public List<Step> epoch(Random random) {
    Network network = recommender.network();
    BatchGradient whole = new TrainingStep(training.objective(), network, manager);
    BatchGradient step =
        met.<BatchGradient>map(rows -> new SparseUpdateStep(whole, rows, manager)).orElse(whole);
    return batches.parts(random).stream()
        .<Step>map(part -> new Batch(step, part, batch -> sampler.draw(batch, random)))
        .toList();
  }

  private record Batch(
      BatchGradient step, Batches.Part part, Function<PaddedBatch, Negatives> negatives)
      implements Step {

    @Override
    public int targets() {
      return part.targets();
    }

    @Override
    public float take(double share) {
      PaddedBatch batch = part.batch();
      return step.run(batch, negatives.apply(batch), share);
    }
  }

  @Override
  public double validation() {
    return validation.applyAsDouble(recommender);
  }

  @Override
  public TrainingRun result(TrainingResult outcome) {
    return new TrainingRun(recommender, training, outcome);
  }
}
