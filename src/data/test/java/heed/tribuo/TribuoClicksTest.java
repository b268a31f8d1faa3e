package heed.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import heed.clicks.Clicks;
import heed.clicks.preparation.ClickFeatures;
import heed.clicks.preparation.ClickSplit;
import heed.evaluation.clicks.ClickMetrics;
import heed.features.fitting.Feature;
import heed.log.Attribute;
import heed.log.Interactions;
import heed.planted.PlantedClickLog;
import heed.planted.PlantedClicks;
import heed.reading.Tables;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.Hinge;
import org.tribuo.math.optimisers.AdaGrad;

class TribuoClicksTest {

  private static final PlantedClickLog PLANTED =
      PlantedClicks.of(300, 100, 12_000).withStrength(2).generate(1);

  private static final ClickSplit.Parts PARTS =
      ClickSplit.byTime(.6, .2)
          .of(
              log(),
              ClickFeatures.none()
                  .withUsers(Feature.category("segment"), Feature.zScore("thrift"))
                  .withItems(Feature.category("category"), Feature.log("price")),
              1);

  private static Interactions log() {
    return PLANTED
        .log()
        .withUserAttributes(
            Tables.attributes(
                PLANTED.users(), "user", Attribute.category("segment"), Attribute.number("thrift")))
        .withItemAttributes(
            Tables.attributes(
                PLANTED.items(),
                "item",
                Attribute.category("category"),
                Attribute.number("price")));
  }

  private static double auc(TribuoClicks predictor) {
    return ClickMetrics.auc(predictor.chances(PARTS.test()), PARTS.test().clicked());
  }

  @Test
  void pairs_are_found_by_what_multiplies_or_branches_and_not_by_what_adds() {
    double known = best();
    double adds = auc(TribuoClicks.logistic(PARTS.train(), .1, 3, 1));
    double multiplies = auc(TribuoClicks.factorization(PARTS.train(), 8, .1, 10, 1));
    double branches = auc(TribuoClicks.boosted(PARTS.train(), 60, 5, .3, 1));
    assertThat(adds).as("logistic regression").isBetween(.45, .65);
    assertThat(multiplies).as("factorization machine").isBetween(adds + .15, known + .01);
    assertThat(branches).as("boosted trees").isBetween(adds + .15, known + .01);
  }

  /** The AUC of the planted chances themselves on the test rows. */
  private static double best() {
    double[] chances = new double[PARTS.test().size()];
    Arrays.setAll(chances, row -> PLANTED.chance(PARTS.test().logRow(row)));
    return ClickMetrics.auc(chances, PARTS.test().clicked());
  }

  @Test
  void our_metrics_of_its_chances_equal_tribuos_own_evaluator() {
    TribuoClicks predictor = TribuoClicks.logistic(PARTS.train(), .1, 1, 1);
    var evaluation =
        new LabelEvaluator()
            .evaluate(predictor.model(), new MutableDataset<>(new ClickSource(PARTS.test())));
    double[] chances = predictor.chances(PARTS.test());
    assertThat(ClickMetrics.accuracy(chances, PARTS.test().clicked()))
        .isCloseTo(evaluation.accuracy(), within(1e-9));
    assertThat(ClickMetrics.auc(chances, PARTS.test().clicked()))
        .isCloseTo(evaluation.AUCROC(new Label(Clicks.CLICK)), within(1e-6));
  }

  @Test
  void the_same_seed_says_the_same_chances() {
    assertThat(TribuoClicks.factorization(PARTS.train(), 2, .1, 1, 3).chances(PARTS.test()))
        .isEqualTo(TribuoClicks.factorization(PARTS.train(), 2, .1, 1, 3).chances(PARTS.test()));
    assertThat(TribuoClicks.boosted(PARTS.train(), 3, 3, .3, 3).chances(PARTS.test()))
        .isEqualTo(TribuoClicks.boosted(PARTS.train(), 3, 3, .3, 3).chances(PARTS.test()));
  }

  @Test
  void a_chance_does_not_depend_on_whether_it_was_clicked() {
    Interactions log = log();
    double[] values = new double[log.size()];
    int first = PARTS.test().logRow(0);
    for (int row = 0; row < values.length; row++) {
      values[row] = row == first ? 1 - log.value(row) : log.value(row);
    }
    Clicks turned = ClickSplit.byTime(.6, .2).of(log.withValues(values), features(), 1).test();
    Clicks as = ClickSplit.byTime(.6, .2).of(log, features(), 1).test();
    TribuoClicks predictor =
        TribuoClicks.logistic(ClickSplit.byTime(.6, .2).of(log, features(), 1).train(), .1, 1, 1);
    assertThat(turned.clicked(0)).isNotEqualTo(as.clicked(0));
    assertThat(predictor.chances(turned)[0]).isEqualTo(predictor.chances(as)[0]);
  }

  private static ClickFeatures features() {
    return ClickFeatures.none().withUsers(Feature.category("segment"));
  }

  @Test
  void provenance_names_trainer_settings_and_data() {
    Map<String, Object> provenance =
        TribuoClicks.factorization(PARTS.train(), 2, .1, 1, 3).provenance();
    assertThat(provenance).containsKeys("dataset", "trainer", "trained-at", "tribuo-version");
    assertThat(provenance.toString())
        .contains("FMClassificationTrainer", "factorizedDimSize=2", "clicks: 7,");
    assertThat(new Gson().toJson(provenance)).contains("AdaGrad");
  }

  @Test
  void a_model_without_chances_is_refused() {
    var trainer = new LinearSGDTrainer(new Hinge(), new AdaGrad(.1), 1, 1);
    assertThatThrownBy(() -> TribuoClicks.fit("hinge", trainer, PARTS.validation()))
        .hasMessageContaining("hinge gives no chances");
  }
}
