package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import heed.evaluation.Evaluation;
import heed.log.Interactions;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Baselines on the bundled log against NumPy and SciPy: src/test/python/baseline_reference.py. */
class BaselineReferenceTest {

  private static final Map<String, Baseline> BASELINES =
      Map.of(
          "item-kNN", new ItemKnn(100, 10, 1),
          "item-kNN, decay", new ItemKnn(50, 0, .9),
          "EASE", new Ease(200),
          "session-kNN", new SessionKnn(100, .9),
          "Markov chain", new MarkovChain(3, 5));

  private record Reference(
      int items,
      int events,
      long targets,
      int[] asked,
      int[] shown,
      Map<String, Map<String, Object>> baselines) {

    @SuppressWarnings("unchecked")
    double score(String name, int row, int column) {
      var scores = (List<List<Double>>) baselines.get(name).get("scores");
      return scores.get(row).get(column);
    }

    double ndcg(String name) {
      return (double) baselines.get(name).get("NDCG@10");
    }
  }

  private static final Reference REFERENCE = reference();

  private static final Split.Parts SPLIT =
      Split.leaveOneOut()
          .of(
              Sequences.of(
                  Interactions.read(Path.of("data/ml-latest-small/ratings.csv")).kCore(5), 1));

  @Test
  void the_split_is_the_same() {
    assertThat(SPLIT.catalogue().size()).isEqualTo(REFERENCE.items());
    assertThat(SPLIT.train().events()).isEqualTo(REFERENCE.events());
    assertThat(Arrays.stream(SPLIT.test().targets()).asLongStream().sum())
        .isEqualTo(REFERENCE.targets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"item-kNN", "item-kNN, decay", "EASE", "session-kNN", "Markov chain"})
  void scores_and_metric_equal_the_reference(String name) {
    Recommender recommender = BASELINES.get(name).fit(SPLIT.train());
    int[] asked = REFERENCE.asked();
    for (int row = 0; row < asked.length; row++) {
      float[] scores =
          recommender.score(SPLIT.test().histories().subList(asked[row], asked[row] + 1))[0];
      for (int column = 0; column < REFERENCE.shown().length; column++) {
        double expected = REFERENCE.score(name, row, column);
        assertThat((double) scores[REFERENCE.shown()[column]])
            .as("user %d, item %d", asked[row], REFERENCE.shown()[column])
            .isCloseTo(expected, within(1e-7 + 1e-5 * Math.abs(expected)));
      }
    }
    assertThat(Evaluation.of(SPLIT.test()).ndcg(10).applyAsDouble(recommender))
        .isCloseTo(REFERENCE.ndcg(name), Percentage.withPercentage(1));
  }

  private static Reference reference() {
    try (InputStream in =
        BaselineReferenceTest.class.getResourceAsStream("/heed/baseline/baseline-reference.json")) {
      return new Gson()
          .fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), Reference.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
