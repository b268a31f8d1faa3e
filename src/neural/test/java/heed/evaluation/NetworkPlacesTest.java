package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted where scores are made equals what is counted in rows that are handed out. */
class NetworkPlacesTest {

  /** So many that a batch is scored in several blocks. */
  private static final int ITEMS = 3_333;

  private static final Catalogue CATALOGUE =
      Catalogue.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList(), Map.of());

  /** The same scores, handed out row by row. */
  private record ByRows(Recommender network) implements Recommender {
    @Override
    public String name() {
      return network.name();
    }

    @Override
    public Catalogue catalogue() {
      return network.catalogue();
    }

    @Override
    public float[][] score(List<History> histories) {
      return network.score(histories);
    }
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void questions_of_several_targets_are_the_same_either_way(Seen seen) {
    Random random = new Random(2);
    List<History> histories =
        IntStream.range(0, 300)
            .mapToObj(i -> History.untimed(CATALOGUE, random.ints(i % 9, 1, ITEMS + 1).toArray()))
            .toList();
    List<int[]> targets =
        IntStream.range(0, 300)
            .mapToObj(i -> random.ints(1 + i % 7, 1, ITEMS + 1).toArray())
            .toList();
    Evaluation evaluation = Evaluation.of(Holdout.of(histories, targets)).withSeen(seen);
    SasrecConfig config = SasrecConfig.defaults().withWidth(8).withMaxLength(20);
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
        NetworkRecommender network =
            new NetworkRecommender(config.create(ITEMS, 1, manager), CATALOGUE, manager)) {
      Predictions inPlace = evaluation.answers(network);
      Predictions byRows = evaluation.answers(new ByRows(network));
      assertThat(inPlace.targetRanks()).usingRecursiveComparison().isEqualTo(byRows.targetRanks());
      assertThat(inPlace.lists().items()).isEqualTo(byRows.lists().items());
    }
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void an_evaluation_of_a_network_is_the_same_either_way(Seen seen) {
    Random random = new Random(1);
    List<History> histories =
        IntStream.range(0, 700)
            .mapToObj(i -> random.ints(i % 40, 1, ITEMS + 1).toArray())
            .map(items -> History.untimed(CATALOGUE, items))
            .toList();
    Holdout holdout = Holdout.of(histories, random.ints(700, 1, ITEMS + 1).toArray());
    Evaluation evaluation = Evaluation.of(holdout).withSeen(seen);
    SasrecConfig config = SasrecConfig.defaults().withWidth(8).withMaxLength(20);
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device());
        NetworkRecommender network =
            new NetworkRecommender(config.create(ITEMS, 1, manager), CATALOGUE, manager)) {
      Predictions inPlace = evaluation.answers(network);
      Predictions byRows = evaluation.answers(new ByRows(network));
      assertThat(inPlace.targetRanks()).usingRecursiveComparison().isEqualTo(byRows.targetRanks());
      assertThat(inPlace.lists().items()).isEqualTo(byRows.lists().items());
    }
  }
}
