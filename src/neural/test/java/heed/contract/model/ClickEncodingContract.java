package heed.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.batch.ClickBatch;
import heed.bundle.Bundle;
import heed.bundle.BundleKinds;
import heed.bundle.BundleNotes;
import heed.clicks.Clicks;
import heed.contract.attention.LeftArrays;
import heed.model.AttentionLayer;
import heed.model.click.ClickLayer;
import heed.model.click.ClickNetworkPredictor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every network that predicts clicks must show before it has learnt anything. */
public interface ClickEncodingContract extends ClickNetworkUnderTest {

  @Test
  default void a_row_alone_is_predicted_as_beside_others_with_longer_histories() {
    int brief = FreshClicks.rowWithHistoryOf(1);
    int empty = FreshClicks.rowWithHistoryOf(0);
    try (FreshClicks fresh = FreshClicks.of(this, 1)) {
      ClickNetworkPredictor predictor = fresh.predictor();
      double[] together =
          predictor.chances(FreshClicks.TEST.rows(FreshClicks.rowWithHistoryOf(6), brief, empty));
      assertThat(together[1])
          .isCloseTo(predictor.chances(FreshClicks.TEST.rows(brief))[0], within(1e-6));
      assertThat(together[2])
          .isCloseTo(predictor.chances(FreshClicks.TEST.rows(empty))[0], within(1e-6));
    }
  }

  @Test
  default void chances_come_back_in_the_order_of_the_rows() {
    Clicks many = FreshClicks.PARTS.train(); // more than are predicted at once
    assertThat(many.size()).isGreaterThan(600);
    try (FreshClicks fresh = FreshClicks.of(this, 1)) {
      ClickNetworkPredictor predictor = fresh.predictor();
      double[] together = predictor.chances(many);
      assertThat(together).doesNotContain(Double.NaN);
      for (int row = 0; row < many.size(); row += 97) {
        assertThat(together[row]).isCloseTo(predictor.chances(many.rows(row))[0], within(1e-6));
      }
    }
  }

  @Test
  default void what_was_clicked_before_counts_and_its_order_where_it_is_read() {
    ClickBatch batch = ClickBatch.of(FreshClicks.TEST.rows(FreshClicks.rowWithHistoryOf(6)), 6);
    ClickBatch swapped = firstTwoEventsSwapped(batch);
    ClickBatch without =
        new ClickBatch(
            1, 6, batch.users(), batch.items(), batch.events(), new int[] {0}, batch.clicked());
    try (FreshClicks fresh = FreshClicks.of(this, 1)) {
      float all = fresh.logit(batch);
      assertThat(fresh.logit(without)).isNotEqualTo(all);
      if (seesOrder()) {
        assertThat(fresh.logit(swapped)).isNotCloseTo(all, within(1e-6f));
      } else {
        assertThat(fresh.logit(swapped)).isCloseTo(all, within(1e-6f));
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

  @Test
  default void a_longer_history_than_it_reads_is_cut_or_refused() {
    Clicks one = FreshClicks.TEST.rows(FreshClicks.rowWithHistoryOf(9));
    try (FreshClicks fresh = FreshClicks.of(this, 1)) {
      ClickNetworkPredictor predictor = fresh.predictor();
      float recent = fresh.logit(ClickBatch.of(one, 6));
      assertThat(predictor.chances(one)[0]).isCloseTo(1 / (1 + Math.exp(-recent)), within(1e-6));
      assertThatThrownBy(() -> fresh.logit(ClickBatch.of(one, 9)))
          .hasMessageContaining("most recent part");
    }
  }

  @Test
  default void the_same_seed_makes_the_same_network_and_another_another() {
    try (FreshClicks first = FreshClicks.of(this, 1);
        FreshClicks same = FreshClicks.of(this, 1);
        FreshClicks other = FreshClicks.of(this, 2)) {
      double[] chances = first.predictor().chances(FreshClicks.TEST);
      assertThat(same.predictor().chances(FreshClicks.TEST)).containsExactly(chances);
      assertThat(other.predictor().chances(FreshClicks.TEST)).isNotEqualTo(chances);
    }
  }

  @Test
  default void what_was_saved_predicts_the_same_when_loaded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("network.safetensors");
    try (FreshClicks saved = FreshClicks.of(this, 1)) {
      saved.predictor().save(file, saved.codec());
      try (ClickNetworkPredictor loaded =
          ClickNetworkPredictor.load(
              file, FreshClicks.TEST.schema(), saved.manager(), saved.codec())) {
        assertThat(loaded.chances(FreshClicks.TEST))
            .containsExactly(saved.predictor().chances(FreshClicks.TEST));
      }
    }
  }

  @Test
  default void a_bundle_of_it_predicts_as_it_does(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("clicks.heed");
    try (FreshClicks saved = FreshClicks.of(this, 1)) {
      BundleKinds kinds = BundleKinds.onClassPath().with(saved.codec());
      ClickNetworkPredictor known =
          new ClickNetworkPredictor(
              saved.predictor().network(), 2, FreshClicks.TEST.catalogue(), saved.manager());
      Bundle.save(file, known, BundleNotes.none(), kinds);
      try (Bundle loaded = Bundle.load(file, kinds)) {
        assertThat(loaded.clickPredictor().chances(FreshClicks.TEST))
            .containsExactly(known.chances(FreshClicks.TEST));
        assertThat(loaded.recommends()).isFalse();
      }
    }
  }

  @Test
  default void predicting_and_explaining_leave_no_native_array_behind() {
    try (FreshClicks fresh = FreshClicks.of(this, 1)) {
      ClickNetworkPredictor predictor = fresh.predictor();
      fresh.manager().cap(); // From here on, an array attached to it is an error.
      for (int i = 0; i < 3; i++) {
        predictor.chances(FreshClicks.TEST);
        predictor.attention(FreshClicks.TEST, i);
      }
      LeftArrays.assertNone(predictor.network().parameters().arrays());
    }
  }

  @Test
  default void every_weight_has_a_name_on_both_sides_and_shares_sum_to_one() {
    for (int events : new int[] {0, 1, 6, 9}) {
      int row = FreshClicks.rowWithHistoryOf(events);
      try (FreshClicks fresh = FreshClicks.of(this, 1)) {
        ClickNetworkPredictor predictor = fresh.predictor();
        List<float[][][]> attention = predictor.attention(FreshClicks.TEST, row);
        List<ClickLayer> layers = predictor.network().config().attention();
        assertThat(attention).hasSameSizeAs(layers);
        for (int layer = 0; layer < layers.size(); layer++) {
          List<String> looking = names(predictor, layers.get(layer).looking(), row);
          List<String> lookedAt = names(predictor, layers.get(layer).lookedAt(), row);
          for (float[][] head : attention.get(layer)) {
            assertThat(head).hasNumberOfRows(looking.size());
            for (float[] weights : head) {
              assertThat(weights).as("%d events", events).hasSize(lookedAt.size());
              if (layers.get(layer).layer().weights() == AttentionLayer.Weights.NORMALIZED) {
                double sum = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
                assertThat(sum).isCloseTo(1, within(1e-5));
              }
            }
          }
        }
      }
    }
  }

  private static List<String> names(
      ClickNetworkPredictor predictor, ClickLayer.Places places, int row) {
    return places.names(
        FreshClicks.TEST.schema(), "shown", predictor.readable(FreshClicks.TEST, row));
  }
}
