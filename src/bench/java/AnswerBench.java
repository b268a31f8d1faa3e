package heed.bench;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.planted.PlantedShape;
import heed.recommend.Ranking;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One user's ten best items, from a history to titles: SASRec of width 64 over the planted baskets
 * (12,060 items, histories of 2 to 50 events), one history after the other. Run by {@code
 * src/bench/answer}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xmx2g", "-Dai.djl.offline=true"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 4, time = 3)
public class AnswerBench {

  private static final long SEED = 1;

  /** Where the weights are written for the other side. */
  @Param("target/answer-bench")
  public String folder;

  private NDManager manager;
  private NetworkRecommender recommender;
  private List<History> histories;
  private int next;

  @Setup
  public void plant() throws java.io.IOException {
    Split.Parts split =
        Split.leaveOneOut().of(Sequences.of(PlantedShape.baskets().generate(SEED).log(), SEED));
    manager = NDManager.newBaseManager(ComputeDevice.select().device());
    recommender =
        new NetworkRecommender(
            SasrecConfig.defaults()
                .withMaxLength(50)
                .create(split.catalogue().size(), SEED, manager),
            split.catalogue(),
            manager);
    histories = split.test().histories();
    recommender.save(Path.of(folder).resolve("weights.safetensors"));
  }

  @Benchmark
  public Ranking ten() {
    next = (next + 1) % histories.size();
    return recommender.recommend(histories.get(next), 10);
  }

  @TearDown
  public void close() {
    recommender.close();
    manager.close();
  }
}
