package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import heed.layer.References;
import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SASRec's explanations against PyTorch: {@code explanation_reference.py} made the values. */
class ExplanationReferenceTest {

  private static final Catalogue ELEVEN =
      Catalogue.of(IntStream.range(10, 21).mapToObj(Integer::toString).toList(), Map.of());

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, double[]> reference = new LinkedHashMap<>();
  private NetworkRecommender recommender;
  private History history;

  @BeforeEach
  void read() throws IOException {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    try (NDManager reading = manager.newSubManager();
        InputStream in =
            References.open(
                "/heed/explain/sasrec-explanations.safetensors", "explanation_reference.py")) {
      for (NDArray array : NDList.decode(reading, in)) {
        float[] numbers = array.toType(DataType.FLOAT32, false).toFloatArray();
        String name = array.getName();
        if (name.startsWith("before.")) {
          parameters.put(name.substring("before.".length()), numbers);
        } else {
          reference.put(
              name, IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray());
        }
      }
    }
    recommender =
        new NetworkRecommender(
            TestedNetwork.SASREC.config(0, 11).create(11, 1, manager), ELEVEN, manager);
    recommender.network().parameters().set(parameters);
    double[] items = reference.get("history");
    history = History.untimed(ELEVEN, Arrays.stream(items).mapToInt(i -> (int) i).toArray());
  }

  @AfterEach
  void close() {
    recommender.close();
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void gradient_times_input_equals_the_reference(int item) {
    assertThat(new GradientTimesInput(recommender, Support.LOG_PROBABILITY).explain(history, item))
        .satisfies(
            found ->
                assertThat(found.weights())
                    .containsExactly(reference.get("gradientTimesInput." + item), within(1e-4)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void integrated_gradients_equal_the_reference(int item) {
    double[] expected = reference.get("integratedGradients." + item);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertThat(new IntegratedGradients(recommender, Support.LOG_PROBABILITY).explain(history, item))
        .satisfies(
            found -> assertThat(found.weights()).containsExactly(expected, within(0.01 * largest)));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9})
  void rollout_equals_the_reference_whatever_is_asked(int item) {
    assertThat(new AttentionRollout(recommender).explain(history, item).weights())
        .containsExactly(reference.get("rollout"), within(1e-5));
  }
}
