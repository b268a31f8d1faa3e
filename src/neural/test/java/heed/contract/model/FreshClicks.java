package heed.contract.model;

import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.batch.Inference;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.contract.clicks.ClickLogs;
import heed.file.RecordCodec;
import heed.model.ModelKinds;
import heed.model.Purpose;
import heed.model.click.ClickInput;
import heed.model.click.ClickNetwork;
import heed.model.click.ClickNetworkPredictor;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A network of clicks that has learnt nothing yet, as a predictor in its own memory. */
final class FreshClicks implements AutoCloseable {

  static final ClickSplit.Parts PARTS = ClickLogs.parts(40, 25, 1_500);
  static final Clicks TEST = PARTS.test();

  private static final double DROPOUT = 0.5;

  private final NDManager manager = NDManager.newBaseManager();
  private final ClickNetworkPredictor predictor;

  private FreshClicks(ClickNetworkUnderTest tested, long seed) {
    ClickNetwork network = tested.config(DROPOUT).create(TEST.schema(), seed, manager);
    this.predictor = new ClickNetworkPredictor(network, 1, manager);
  }

  static FreshClicks of(ClickNetworkUnderTest tested, long seed) {
    return new FreshClicks(tested, seed);
  }

  ClickNetworkPredictor predictor() {
    return predictor;
  }

  NDManager manager() {
    return manager;
  }

  /** Knows the settings of this network, wherever they were written. */
  RecordCodec codec() {
    return ModelKinds.codec()
        .with(predictor.network().config().getClass().asSubclass(Record.class));
  }

  /** The log-odds of the first row of a batch. */
  float logit(ClickBatch batch) {
    ClickNetwork network = predictor.network();
    return Inference.run(
        manager,
        step ->
            network
                .predict(ClickInput.of(step, batch, network.schema()), Purpose.SCORING)
                .logits()
                .toFloatArray()[0]);
  }

  /** A row of the test whose history has so many events. */
  static int rowWithHistoryOf(int events) {
    return IntStream.range(0, TEST.size())
        .boxed()
        .filter(row -> TEST.history(row).length() >= events)
        .min(Comparator.comparingInt(row -> TEST.history(row).length()))
        .filter(row -> TEST.history(row).length() == events)
        .orElseThrow();
  }

  @Override
  public void close() {
    predictor.close();
    manager.close();
  }
}
