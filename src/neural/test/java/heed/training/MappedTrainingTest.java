package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import heed.compact.CompactLog;
import heed.evaluation.Evaluation;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedTrainingTest {

  private static final Training SHORT =
      Training.of(SasrecConfig.defaults().withWidth(16).withMaxLength(8).withDropout(0.1))
          .withEpochs(2)
          .withBatchSize(20);

  @TempDir private Path folder;

  @Test
  void a_mapped_log_trains_the_same_weights_and_is_evaluated_to_the_same_figures()
      throws IOException {
    Sequences inMemory = sequences();
    Path file = folder.resolve("log");
    CompactLog.write(file, inMemory);
    Split.Parts split = Split.leaveOneOut().of(inMemory);
    Split.Parts mapped = Split.leaveOneOut().of(CompactLog.open(file).sequences());
    try (TrainingRun one = fit(split);
        TrainingRun other = fit(mapped)) {
      assertThat(DataDigest.of(mapped.train())).isEqualTo(DataDigest.of(split.train()));
      Map<String, float[]> weights = one.parameters().values();
      assertThat(other.parameters().values()).hasSameSizeAs(weights);
      other
          .parameters()
          .values()
          .forEach(
              (name, values) -> assertThat(values).as(name).containsExactly(weights.get(name)));
      assertThat(other.bestValidation()).isEqualTo(one.bestValidation());
      assertThat(Evaluation.of(mapped.test()).ranks(other.recommender()))
          .containsExactly(Evaluation.of(split.test()).ranks(one.recommender()));
    }
  }

  private static TrainingRun fit(Split.Parts split) {
    return SHORT.fit(
        split.train(), Evaluation.of(split.validation()).ndcg(10), ProgressListener.SILENT);
  }

  private static Sequences sequences() {
    Random random = new Random(3);
    Catalogue catalogue =
        Catalogue.of(IntStream.range(100, 130).mapToObj(Integer::toString).toList(), Map.of());
    List<String> users = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < 40; user++) {
      int length = 2 + random.nextInt(15);
      int start = random.nextInt(30);
      users.add("user " + (100 + user));
      histories.add(
          History.of(
              catalogue,
              IntStream.range(0, length).map(i -> 1 + (start + 3 * i) % 30).toArray(),
              IntStream.range(0, length).mapToLong(i -> 1_600_000_000L + 60L * i).toArray()));
    }
    return Sequences.of(catalogue, users, histories);
  }
}
