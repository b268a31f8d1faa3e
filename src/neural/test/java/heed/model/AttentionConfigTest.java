package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.AttentionSettings;
import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Weighting;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.LinearRecConfig;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a Transformer keeps under whatever attention, and what it refuses. */
class AttentionConfigTest {

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 30).mapToObj(Integer::toString).toList(), Map.of());

  private static final SasrecConfig SASREC = SasrecConfig.defaults();

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @MethodSource("heed.model.sequential.ChosenAttention#causal")
  void the_future_changes_no_past_state(ModelConfig config) {
    try (NetworkRecommender recommender = fresh(config)) {
      float[][] one = states(recommender.network(), history(3, 1, 4, 1, 5));
      float[][] other = states(recommender.network(), history(3, 1, 4, 9, 16));
      assertThat(other[3]).as("the state of what changed").isNotEqualTo(one[3]);
      for (int position = 0; position < 3; position++) {
        assertThat(other[position]).containsExactly(one[position], within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("heed.model.sequential.ChosenAttention#all")
  void what_is_scored_alone_padded_or_at_one_position_scores_as_the_whole_pass(ModelConfig config) {
    List<History> histories =
        List.of(history(1, 2, 3, 4, 5, 6), history(7), history(), history(9, 8, 9, 10));
    try (NetworkRecommender recommender = fresh(config)) {
      Network network = recommender.network();
      PaddedBatch batch = config.task().asking(histories);
      float[] whole =
          Inference.run(
              manager,
              step -> {
                Encoding encoding = network.encode(Events.of(step, batch), Purpose.SCORING);
                return network.scores(encoding, step.create(batch.positions())).toFloatArray();
              });
      float[][] padded = recommender.score(histories);
      for (int i = 0; i < histories.size(); i++) {
        float[] alone = recommender.score(List.of(histories.get(i)))[0];
        assertThat(padded[i]).doesNotContain(Float.NaN).containsExactly(alone, within(1e-5f));
        assertThat(Arrays.copyOfRange(whole, i * 21, (i + 1) * 21))
            .containsExactly(alone, within(1e-5f));
      }
    }
  }

  @Test
  void a_name_tells_what_is_not_as_usual() {
    assertThat(SASREC.name()).isEqualTo("SASRec");
    assertThat(SASREC.withWindow(3).name()).isEqualTo("SASRec, window of 3");
    assertThat(
            SASREC
                .withScoring(Scoring.additive(8))
                .withWeighting(Weighting.sparsemax())
                .withPositions()
                .name())
        .isEqualTo("SASRec, additive, sparsemax, no positions");
    assertThat(Bert4RecConfig.defaults().withWeighting(Weighting.hard()).name())
        .isEqualTo("BERT4Rec, hard");
    assertThat(HstuConfig.defaults().withPositions(PositionKind.sinusoidal()).name())
        .isEqualTo("HSTU, sinusoidal positions");
  }

  @Test
  void equal_settings_are_equal_and_tell_themselves_apart_by_their_text() {
    SasrecConfig additive = SASREC.withScoring(Scoring.additive(8));
    assertThat(additive).isEqualTo(SASREC.withScoring(Scoring.additive(8)));
    assertThat(additive.toString())
        .isNotEqualTo(SASREC.withScoring(Scoring.additive(9)).toString());
    assertThat(SASREC.withWindow(3).window()).hasValue(3);
    assertThat(SASREC.window()).isEmpty();
  }

  @Test
  void learnt_kinds_have_parameters_of_their_own_in_every_layer() {
    try (Network network = SASREC.withScoring(Scoring.additive(4)).create(9, 1, manager)) {
      assertThat(network.parameters().shapes())
          .containsKeys(
              "blocks.0.attention.score.query",
              "blocks.1.attention.score.query",
              "blocks.1.attention.score.vector");
    }
  }

  @Test
  void a_mask_that_shows_the_future_is_refused_where_it_is_to_be_predicted() {
    assertThatThrownBy(() -> SASREC.withMask(Mask.none()).create(9, 1, manager))
        .hasMessageContaining("'no mask' lets position 0 see position 1")
        .hasMessageContaining("Mask.causal()");
    assertThatThrownBy(
            () -> HstuConfig.defaults().withMask(Mask.window(2, 1)).create(9, 1, manager))
        .hasMessageContaining("is what HSTU, window of 2 and 1 is to predict");
    Bert4RecConfig.defaults().withMask(Mask.window(2, 1)).create(9, 1, manager).close();
  }

  @Test
  void a_mask_that_shows_nothing_is_refused() {
    assertThatThrownBy(() -> SASREC.withMask(new Strict()).create(9, 1, manager))
        .hasMessageContaining("shows nothing to position 0");
  }

  /** Hides each position from itself. */
  private record Strict() implements Mask {
    @Override
    public NDArray bias(NDManager step, int length) {
      NDArray itself = step.eye(length).expandDims(0).expandDims(0); // (1, 1, L, L)
      return Mask.causal().bias(step, length).sub(itself.mul(1e30f).mul(1e30f));
    }
  }

  /** Shows everything at another length than the longest. */
  private record Changing() implements Mask {
    @Override
    public NDArray bias(NDManager step, int length) {
      return length == 4
          ? step.zeros(new Shape(1, 1, length, length))
          : Mask.causal().bias(step, length);
    }
  }

  @Test
  void what_a_mask_shows_of_the_future_later_on_stays_hidden() {
    try (NetworkRecommender recommender = fresh(SASREC.withMaxLength(6).withMask(new Changing()))) {
      float[][] one = states(recommender.network(), history(3, 1, 4, 1));
      float[][] other = states(recommender.network(), history(3, 1, 4, 9));
      assertThat(other[2]).containsExactly(one[2], within(1e-6f));
    }
  }

  @Test
  void settings_that_are_no_values_are_refused() {
    AttentionSettings usual = AttentionSettings.causal();
    assertThatThrownBy(() -> usual.withScoring((Scoring) (queries, keys) -> queries))
        .hasMessageContaining("found a lambda")
        .hasMessageContaining("write it as a record");
    try (Network network = SASREC.withScoring(Scoring.general()).create(9, 1, manager)) {
      NDArray weight = network.parameters().arrays().get("blocks.0.attention.score.weight");
      assertThatThrownBy(() -> usual.withScoring(new heed.attention.scoring.GeneralScore(weight)))
          .hasMessageContaining("GeneralScore holds arrays");
    }
    assertThatThrownBy(() -> usual.withPositions(PositionKind.learnt(), PositionKind.learnt()))
        .hasMessageContaining("given once");
    assertThatThrownBy(() -> LinearRecConfig.defaults().withPositions(PositionKind.relativeBias()))
        .hasMessageContaining("found relative bias; choose learnt or sinusoidal");
  }

  @Test
  void hard_attention_looks_at_one_event_when_it_scores() {
    SasrecConfig hard = SASREC.withMaxLength(6).withWeighting(Weighting.hard());
    try (NetworkRecommender recommender = fresh(hard)) {
      for (float[] row : recommender.attention(history(1, 2, 3))[0][0]) {
        assertThat(row).containsOnly(0, 1);
      }
    }
  }

  private NetworkRecommender fresh(ModelConfig config) {
    return new NetworkRecommender(config.create(20, 1, manager), TWENTY, manager);
  }

  /** The state at each position of one history. */
  private float[][] states(Network network, History history) {
    PaddedBatch batch = network.config().task().asking(List.of(history));
    float[] flat =
        Inference.run(
            manager,
            step ->
                network.encode(Events.of(step, batch), Purpose.SCORING).states().toFloatArray());
    int width = flat.length / batch.length();
    return IntStream.range(0, batch.length())
        .mapToObj(position -> Arrays.copyOfRange(flat, position * width, (position + 1) * width))
        .toArray(float[][]::new);
  }

  /** Events further and further apart. */
  private static History history(int... items) {
    long[] times =
        IntStream.range(0, items.length).mapToLong(i -> 1_000_000_000L + 100L * i * i).toArray();
    return History.of(TWENTY, items, times);
  }
}
