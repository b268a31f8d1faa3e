package heed.model.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.batch.ClickBatch;
import heed.batch.Inference;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickSplit;
import heed.clicks.preparation.TinyClicks;
import heed.model.AttentionLayer;
import heed.model.Purpose;
import heed.sequence.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every network that predicts clicks must show. What it learns: {@code heed.training}. */
class ClickNetworkTest {

  private static final ClickSplit.Parts PARTS = TinyClicks.parts(40, 25, 1_500);
  private static final Clicks TEST = PARTS.test();

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void a_row_alone_is_predicted_as_beside_others_with_longer_histories(TestedClickNetwork tested) {
    int brief = rowWithHistoryOf(1);
    int empty = rowWithHistoryOf(0);
    try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
      double[] together = predictor.chances(TEST.rows(rowWithHistoryOf(6), brief, empty));
      assertThat(together[1]).isCloseTo(predictor.chances(TEST.rows(brief))[0], within(1e-6));
      assertThat(together[2]).isCloseTo(predictor.chances(TEST.rows(empty))[0], within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource
  void chances_come_back_in_the_order_of_the_rows(TestedClickNetwork tested) {
    Clicks many = PARTS.train(); // more than are predicted at once
    assertThat(many.size()).isGreaterThan(600);
    try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
      double[] together = predictor.chances(many);
      assertThat(together).doesNotContain(Double.NaN);
      for (int row = 0; row < many.size(); row += 97) {
        assertThat(together[row]).isCloseTo(predictor.chances(many.rows(row))[0], within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_clicked_before_counts_and_its_order_where_it_is_read(TestedClickNetwork tested) {
    ClickBatch batch = ClickBatch.of(TEST.rows(rowWithHistoryOf(6)), 6);
    ClickBatch swapped = firstTwoEventsSwapped(batch);
    ClickBatch without =
        new ClickBatch(
            1, 6, batch.users(), batch.items(), batch.events(), new int[] {0}, batch.clicked());
    try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
      float all = logit(predictor.network(), batch);
      assertThat(logit(predictor.network(), without)).isNotEqualTo(all);
      if (tested.seesOrder()) {
        assertThat(logit(predictor.network(), swapped)).isNotCloseTo(all, within(1e-6f));
      } else {
        assertThat(logit(predictor.network(), swapped)).isCloseTo(all, within(1e-6f));
      }
    }
  }

  private static ClickBatch firstTwoEventsSwapped(ClickBatch batch) {
    int[] codes = batch.events().codes().clone();
    float[] numbers = batch.events().numbers().clone();
    int fields = codes.length / batch.length();
    int columns = numbers.length / batch.length();
    System.arraycopy(batch.events().codes(), 0, codes, fields, fields);
    System.arraycopy(batch.events().codes(), fields, codes, 0, fields);
    System.arraycopy(batch.events().numbers(), 0, numbers, columns, columns);
    System.arraycopy(batch.events().numbers(), columns, numbers, 0, columns);
    assertThat(codes).as("two different events").isNotEqualTo(batch.events().codes());
    return new ClickBatch(
        1,
        batch.length(),
        batch.users(),
        batch.items(),
        new ClickBatch.Side(codes, numbers),
        batch.lengths(),
        batch.clicked());
  }

  @ParameterizedTest
  @EnumSource
  void a_longer_history_than_it_reads_is_cut_or_refused(TestedClickNetwork tested) {
    Clicks one = TEST.rows(rowWithHistoryOf(9));
    try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
      float recent = logit(predictor.network(), ClickBatch.of(one, 6));
      assertThat(predictor.chances(one)[0]).isCloseTo(1 / (1 + Math.exp(-recent)), within(1e-6));
      assertThatThrownBy(() -> logit(predictor.network(), ClickBatch.of(one, 9)))
          .hasMessageContaining("most recent part");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_same_seed_makes_the_same_network_and_another_another(TestedClickNetwork tested) {
    try (ClickNetworkPredictor first = fresh(tested, 1);
        ClickNetworkPredictor same = fresh(tested, 1);
        ClickNetworkPredictor other = fresh(tested, 2)) {
      double[] chances = first.chances(TEST);
      assertThat(same.chances(TEST)).containsExactly(chances);
      assertThat(other.chances(TEST)).isNotEqualTo(chances);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_saved_predicts_the_same_when_loaded(TestedClickNetwork tested, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("network.safetensors");
    try (ClickNetworkPredictor saved = fresh(tested, 1);
        ClickNetworkPredictor loaded = saved(saved, file)) {
      assertThat(loaded.chances(TEST)).containsExactly(saved.chances(TEST));
    }
  }

  private ClickNetworkPredictor saved(ClickNetworkPredictor predictor, Path file)
      throws IOException {
    predictor.save(file);
    return ClickNetworkPredictor.load(file, predictor.network().schema(), manager);
  }

  @ParameterizedTest
  @EnumSource
  void predicting_and_explaining_leave_no_native_array_behind(TestedClickNetwork tested) {
    try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
      manager.cap(); // From here on, an array attached to it is an error.
      int arrays = predictor.network().parameters().arrays().size();
      for (int i = 0; i < 3; i++) {
        predictor.chances(TEST);
        predictor.attention(TEST, i);
      }
      assertThat(
              predictor
                  .network()
                  .parameters()
                  .arrays()
                  .values()
                  .iterator()
                  .next()
                  .getManager()
                  .getManagedArrays())
          .hasSize(arrays);
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_weight_has_a_name_on_both_sides_and_shares_sum_to_one(TestedClickNetwork tested) {
    for (int events : new int[] {0, 1, 6, 9}) {
      int row = rowWithHistoryOf(events);
      try (ClickNetworkPredictor predictor = fresh(tested, 1)) {
        List<float[][][]> attention = predictor.attention(TEST, row);
        List<ClickLayer> layers = predictor.network().config().attention();
        assertThat(attention).hasSameSizeAs(layers);
        for (int layer = 0; layer < layers.size(); layer++) {
          List<String> looking = names(predictor, layers.get(layer).looking(), row);
          List<String> lookedAt = names(predictor, layers.get(layer).lookedAt(), row);
          for (float[][] head : attention.get(layer)) {
            assertThat(head).hasNumberOfRows(looking.size());
            for (float[] weights : head) {
              assertThat(weights).as("%d events", events).hasSize(lookedAt.size());
              if (layers.get(layer).layer().weights() == AttentionLayer.Weights.SHARES) {
                double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
                assertThat(sum).isCloseTo(1, within(1e-5));
              }
            }
          }
        }
      }
    }
  }

  @Test
  void rows_of_another_catalogue_are_refused() {
    Catalogue other = Catalogue.of(List.of("x"), Map.of());
    ClickNetwork network =
        TestedClickNetwork.LOGISTIC.config(0.5).create(TEST.schema(), 1, manager);
    try (ClickNetworkPredictor predictor = new ClickNetworkPredictor(network, 1, other, manager)) {
      assertThatThrownBy(() -> predictor.chances(TEST))
          .hasMessageContaining("knows another catalogue (1 items) than the rows");
      assertThatThrownBy(() -> predictor.attention(TEST, 0)).hasMessageContaining("another catal");
    }
  }

  private static List<String> names(
      ClickNetworkPredictor predictor, ClickLayer.Places places, int row) {
    return places.names(TEST.schema(), "shown", predictor.readable(TEST, row));
  }

  private ClickNetworkPredictor fresh(TestedClickNetwork tested, long seed) {
    return new ClickNetworkPredictor(
        tested.config(0.5).create(TEST.schema(), seed, manager), 1, manager);
  }

  private float logit(ClickNetwork network, ClickBatch batch) {
    return Inference.run(
        manager,
        step ->
            network
                .predict(ClickInput.of(step, batch, network.schema()), Purpose.SCORING)
                .logits()
                .toFloatArray()[0]);
  }

  private static int rowWithHistoryOf(int events) {
    return IntStream.range(0, TEST.size())
        .boxed()
        .filter(row -> TEST.history(row).length() >= events)
        .min(Comparator.comparingInt(row -> TEST.history(row).length()))
        .filter(row -> TEST.history(row).length() == events)
        .orElseThrow();
  }
}
