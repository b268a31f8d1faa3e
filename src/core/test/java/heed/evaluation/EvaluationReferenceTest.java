package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import heed.evaluation.significance.Bootstrap;
import heed.evaluation.significance.Interval;
import heed.evaluation.significance.PairedTest;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of ranx, scikit-learn, RecTools and SciPy, made by evaluation_reference.py. */
class EvaluationReferenceTest {

  private static final Gson GSON = new Gson();

  private final JsonObject reference;
  private final int items;

  EvaluationReferenceTest() throws IOException {
    reference =
        GSON.fromJson(
            Files.readString(
                Path.of("src/core/test/resources/heed/evaluation/evaluation-reference.json")),
            JsonObject.class);
    items = reference.get("items").getAsInt();
  }

  @Test
  void ranking_measures_equal_those_of_ranx_and_scikit_learn() {
    int[][] ranks = get(reference.get("ranks"), int[][].class);
    JsonObject expected = reference.getAsJsonObject("metrics");
    List<Metric> metrics = all();
    for (Metric metric : metrics) {
      double[] found = Arrays.stream(ranks).mapToDouble(one -> metric.of(one, items)).toArray();
      assertThat(found)
          .as(metric.name())
          .containsExactly(get(expected.get(metric.name()), double[].class), within(1e-12));
    }
    assertThat(expected.size()).isEqualTo(metrics.size());
  }

  private static List<Metric> all() {
    List<Metric> metrics = new ArrayList<>(List.of(Metric.reciprocalRank(), Metric.auc()));
    for (int k : new int[] {1, 3, 10, 50}) {
      metrics.addAll(List.of(Metric.hitRate(k), Metric.precision(k), Metric.recall(k)));
      metrics.addAll(List.of(Metric.f1(k), Metric.ndcg(k), Metric.averagePrecision(k)));
      metrics.add(Metric.reciprocalRank(k));
    }
    return metrics;
  }

  @Test
  void questions_with_several_right_answers_equal_ranx_and_scikit_learn_from_scores_to_means() {
    JsonObject several = reference.getAsJsonObject("several targets");
    double[][] scores = get(several.get("scores"), double[][].class);
    List<History> histories =
        Arrays.stream(numbered(several.get("histories")))
            .map(one -> History.untimed(catalogue(), one))
            .toList();
    Holdout holdout = Holdout.of(histories, List.of(numbered(several.get("targets"))));
    Recommender recommender = new ByLength(catalogue(), scores);
    Report report = Evaluation.of(holdout).compare(recommender);
    JsonObject expected = several.getAsJsonObject("metrics");
    for (Metric metric : all()) {
      double[] wanted = get(expected.get(metric.name()), double[].class);
      assertThat(report.answers().get(0).each(metric))
          .as(metric.name())
          .containsExactly(wanted, within(1e-12));
      double mean = Arrays.stream(wanted).average().orElseThrow();
      assertThat(report.on(metric).rows().get(0).estimates().get(0).value())
          .as("mean of " + metric.name())
          .isCloseTo(mean, within(1e-12));
      assertThat(Evaluation.of(holdout).mean(metric).applyAsDouble(recommender))
          .isCloseTo(mean, within(1e-12));
    }
    assertThat(report.answers().get(0).mean(Metric.recall(10)))
        .isNotEqualTo(report.answers().get(0).mean(Metric.hitRate(10)));
    ItemCounts counts = counts(histories);
    for (int q = 0; q < histories.size(); q++) {
      int[] list = report.answers().get(0).lists().list(q);
      near(several, "serendipity", q, BeyondAccuracy.serendipity(list, holdout.targets(q), counts));
    }
    // A hundred draws per question: their standard error is about .002.
    assertThat(report.sampled(Metric.ndcg(10), 10).rows().get(0).sampled())
        .isCloseTo(number(several, "sampled NDCG@10"), within(.01));
  }

  /** The scores of the question whose history is as long as its number. */
  private record ByLength(Catalogue catalogue, double[][] scores) implements Recommender {
    @Override
    public String name() {
      return "reference";
    }

    @Override
    public float[][] score(List<History> histories) {
      float[][] rows = new float[histories.size()][catalogue.size() + 1];
      for (int row = 0; row < rows.length; row++) {
        double[] own = scores[histories.get(row).length()];
        for (int item = 0; item < own.length; item++) {
          rows[row][item + 1] = (float) own[item];
        }
      }
      return rows;
    }
  }

  @Test
  void lists_are_measured_as_rectools_and_scipy_measure_them() {
    JsonObject shown = reference.getAsJsonObject("lists");
    int[][] lists = numbered(shown.get("lists"));
    int[][] taken = numbered(shown.get("histories"));
    int[] targets = get(shown.get("targets"), int[].class);
    List<History> histories =
        Arrays.stream(taken).map(one -> History.untimed(catalogue(), one)).toList();
    ItemCounts counts = counts(histories);
    Categories categories = categories(shown.get("categories"));
    TopLists flat =
        new TopLists(lists[0].length, Arrays.stream(lists).flatMapToInt(IntStream::of).toArray());
    ItemDistance vectors = ItemDistance.ofVectors(vectors(shown.get("vectors")));
    assertThat(BeyondAccuracy.coverage(flat, items)).isEqualTo(number(shown, "coverage"));
    assertThat(BeyondAccuracy.gini(flat, items)).isCloseTo(number(shown, "gini"), within(1e-12));
    assertThat(BeyondAccuracy.popularityLift(flat, histories, counts))
        .isCloseTo(number(shown, "popularity lift"), within(1e-12));
    for (int q = 0; q < lists.length; q++) {
      int[] list = lists[q];
      near(shown, "novelty", q, BeyondAccuracy.novelty(list, counts));
      near(shown, "serendipity", q, BeyondAccuracy.serendipity(list, targets[q] + 1, counts));
      near(
          shown,
          "diversity by categories",
          q,
          BeyondAccuracy.diversity(list, ItemDistance.of(categories)));
      near(shown, "diversity by vectors", q, BeyondAccuracy.diversity(list, vectors));
      near(shown, "miscalibration", q, BeyondAccuracy.miscalibration(list, taken[q], categories));
      near(shown, "repeats", q, BeyondAccuracy.repeatRate(list, histories.get(q)));
    }
  }

  @Test
  void a_paired_test_equals_scipys_permutation_test() {
    JsonObject tests = reference.getAsJsonObject("tests");
    double[] first = get(tests.get("first"), double[].class);
    double[] second = get(tests.get("second"), double[].class);
    // Of nine users all 512 flips are tried, so the two are equal.
    assertThat(PairedTest.defaults().pValue(first, second, users(9)))
        .isCloseTo(number(tests, "exact p"), within(1e-12));
    // Of 200 they are drawn: 20,000 draws leave a standard error of 0.003.
    assertThat(
            new PairedTest(20_000, 1)
                .pValue(
                    get(tests.get("many first"), double[].class),
                    get(tests.get("many second"), double[].class),
                    users(200)))
        .isCloseTo(number(tests, "drawn p"), within(.01));
  }

  @Test
  void an_interval_equals_scipys_percentile_bootstrap() {
    JsonObject tests = reference.getAsJsonObject("tests");
    double[] values = get(tests.get("many first"), double[].class);
    Interval interval = new Bootstrap(20_000, .95, 1).interval(values, users(200));
    assertThat(interval.low()).isCloseTo(number(tests, "low"), within(.002));
    assertThat(interval.high()).isCloseTo(number(tests, "high"), within(.002));
  }

  @Test
  void a_sampled_metric_is_the_mean_that_scipys_hypergeometric_distribution_gives() {
    for (JsonElement one : reference.getAsJsonArray("sampled")) {
      JsonObject asked = one.getAsJsonObject();
      Sampled sampled = new Sampled(Metric.ndcg(10), asked.get("drawn").getAsInt());
      assertThat(sampled.of(asked.get("rank").getAsInt(), asked.get("candidates").getAsInt()))
          .isCloseTo(number(asked, "NDCG@10"), within(1e-9));
    }
  }

  private static void near(JsonObject shown, String name, int question, double found) {
    double expected = shown.getAsJsonArray(name).get(question).getAsDouble();
    assertThat(found).as("%s, question %d", name, question).isCloseTo(expected, within(1e-6));
  }

  private static int[] users(int count) {
    return IntStream.range(0, count).toArray();
  }

  /** Python numbers from 0, a catalogue from 1. */
  private static int[][] numbered(JsonElement lists) {
    int[][] numbered = get(lists, int[][].class);
    for (int[] list : numbered) {
      Arrays.setAll(list, i -> list[i] + 1);
    }
    return numbered;
  }

  private Catalogue catalogue() {
    List<String> ids =
        IntStream.range(0, items).mapToObj(i -> String.format(Locale.ROOT, "%02d", i)).toList();
    return Catalogue.of(ids, Map.of());
  }

  private static ItemCounts counts(List<History> histories) {
    List<String> names = IntStream.range(0, histories.size()).mapToObj(Integer::toString).toList();
    return ItemCounts.of(Sequences.of(histories.get(0).catalogue(), names, histories));
  }

  private static Categories categories(JsonElement ofItems) {
    return Categories.of(
        Arrays.stream(get(ofItems, int[][].class))
            .map(held -> IntStream.of(held).mapToObj(Integer::toString).toList())
            .toList());
  }

  private static float[][] vectors(JsonElement rows) {
    float[][] fromZero = get(rows, float[][].class);
    float[][] vectors = new float[fromZero.length + 1][];
    System.arraycopy(fromZero, 0, vectors, 1, fromZero.length);
    return vectors;
  }

  private static double number(JsonObject from, String name) {
    return from.get(name).getAsDouble();
  }

  private static <T> T get(JsonElement from, Class<T> type) {
    return GSON.fromJson(from, type);
  }
}
