package heed.explain.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.experiment.Causes;
import heed.experiment.PlantedCause;
import heed.explain.Blanking;
import heed.explain.Example;
import heed.explain.Explainer;
import heed.explain.HeadProfile;
import heed.explain.HeadProfiles;
import heed.explain.IntegratedGradients;
import heed.explain.LastAttention;
import heed.explain.Occlusion;
import heed.explain.RandomWeights;
import heed.explain.RecencyExplainer;
import heed.explain.Support;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Explanations of a network that learnt that the item three back decides. One seed here; {@code mvn
 * test -Dtest=TrustTest -Dheed.seeds=3} asks three and prints what it finds, as {@code
 * src/bench/README.md} holds it.
 */
class TrustTest {

  private static final String ASKED = "heed.seeds";
  private static final Support SUPPORT = Support.LOG_PROBABILITY;

  private static final List<PlantedCause> SEEDS = new ArrayList<>();

  private static NetworkRecommender recommender;
  private static Causes causes;

  @BeforeAll
  static void train() {
    for (int seed = 1; seed <= Integer.getInteger(ASKED, 1); seed++) {
      SEEDS.add(PlantedCause.trained(seed));
    }
    recommender = SEEDS.get(0).recommender();
    causes = SEEDS.get(0).causes();
  }

  @AfterAll
  static void close() {
    SEEDS.forEach(PlantedCause::close);
  }

  @Test
  void what_the_network_knows_is_caused_by_the_item_three_back() {
    assertThat(causes.questions()).hasSizeGreaterThan(100);
    for (int i = 0; i < causes.questions().size(); i++) {
      assertThat(causes.causes()[i]).isEqualTo(causes.questions().get(i).history().length() - 3);
    }
    assertThat(causes.chance()).isBetween(.04, .125);
  }

  @Test
  void explanations_hit_the_planted_cause_and_controls_do_not() {
    for (PlantedCause planted : SEEDS) {
      List<Explainer> explainers =
          List.of(
              new LastAttention(planted.recommender()),
              new IntegratedGradients(planted.recommender(), SUPPORT),
              new Occlusion(new Blanking(planted.recommender(), SUPPORT)));
      for (Explainer explainer : explainers) {
        double hit = planted.causes().hitRate(explainer);
        report(planted, String.format(Locale.ROOT, "%s hits %.3f", explainer.name(), hit));
        assertThat(hit).as(explainer.name()).isGreaterThan(.7);
      }
      assertThat(planted.causes().hitRate(new RandomWeights(1))).isLessThan(.2);
      assertThat(planted.causes().hitRate(new RecencyExplainer()))
          .as("the latest is never it")
          .isZero();
    }
  }

  @Test
  void the_verdict_tells_the_planted_cause_from_noise() {
    for (PlantedCause planted : SEEDS) {
      NetworkRecommender network = planted.recommender();
      List<Example> questions = planted.causes().questions().subList(0, 60);
      Trust trust = Trust.of(network, new Blanking(network, SUPPORT), questions, 1);
      assertThat(trust.pValue("last attention", "random")).isLessThan(.01);
      assertThat(trust.pValue("occlusion (hidden)", "random")).isLessThan(.01);
      assertThat(trust.pValue("last attention", "recency")).isLessThan(.01);
      Verdict verdict = trust.verdict();
      report(planted, verdict.toString());
      assertThat(verdict.kind()).isEqualTo(Verdict.Kind.EVIDENCE);
      assertThat(verdict.area()).isLessThan(verdict.random());
      assertThat(verdict.toString()).contains("less true, p < 0.001; by recency");
      assertThat(trust.verdict("random").kind()).isEqualTo(Verdict.Kind.NO_EVIDENCE);
      assertThat(trust.verdict("recency").kind()).isNotEqualTo(Verdict.Kind.EVIDENCE);
      assertThat(trust.toString())
          .startsWith("SASRec: last attention is evidence of what decided (area")
          .contains("under weights dealt at random the first answer stays");
      assertThatThrownBy(() -> trust.trial("x")).hasMessageContaining("no trial of 'x'");
    }
  }

  /** Prints if the seeds were asked for. */
  private static void report(PlantedCause planted, String line) {
    if (System.getProperty(ASKED) != null) {
      System.out.printf(
          Locale.ROOT,
          "seed %d, %d questions: %s%n",
          1 + SEEDS.indexOf(planted),
          planted.size(),
          line);
    }
  }

  @Test
  void answers_do_not_survive_weights_that_are_not_the_networks_own() {
    List<AttentionSwap> swaps =
        AttentionSwap.both(
            recommender, causes.questions().stream().map(Example::history).toList(), 1);
    for (AttentionSwap swap : swaps) {
      assertThat(swap.sameFirst()).as(swap.how()).isLessThan(.5);
      assertThat(swap.distance()).as(swap.how()).isBetween(.3, 1.0);
    }
    AttentionSwap none =
        AttentionSwap.of(
            "its own", recommender, recommender, List.of(causes.questions().get(0).history()));
    assertThat(none.sameFirst()).isEqualTo(1);
    assertThat(none.distance()).isZero();
  }

  @Test
  void a_head_is_named_after_the_item_three_back_and_no_head_of_a_fresh_network_is() {
    List<History> histories = causes.questions().stream().map(Example::history).toList();
    HeadProfiles heads = HeadProfiles.of(recommender, histories);
    assertThat(heads.profiles()).hasSize(2);
    assertThat(heads.profiles())
        .anySatisfy(
            profile -> {
              HeadProfile.Specialty specialty = profile.specialty().orElseThrow();
              assertThat(specialty.what()).isEqualTo("the item 3 back");
              assertThat(specialty.share()).isCloseTo(profile.byDistance()[2], within(1e-9));
              assertThat(profile.entropy()).isLessThan(.7);
            });
    try (NDManager memory = NDManager.newBaseManager();
        NetworkRecommender fresh =
            new NetworkRecommender(
                recommender.network().config().create(60, 1, memory),
                recommender.catalogue(),
                memory)) {
      for (HeadProfile profile : HeadProfiles.of(fresh, histories).profiles()) {
        assertThat(profile.specialty()).isEmpty();
        assertThat(profile.entropy()).isGreaterThan(.7);
      }
    }
  }

  @Test
  void total_variation_is_half_the_sum_of_differences() {
    // Softmaxes (1/2, 1/2) and (1/4, 3/4) over two items; index 0 is padding.
    float[] even = {9, 0, 0};
    float[] other = {-9, 0, (float) Math.log(3)};
    assertThat(AttentionSwap.distance(even, other)).isCloseTo(.25, within(1e-6));
  }

  @Test
  void runs_are_compared_pair_by_pair() {
    SeedStability stability =
        SeedStability.of(
            List.of(new RecencyExplainer(), new RecencyExplainer(), new RandomWeights(1)),
            causes.questions());
    assertThat(stability.pairs()).hasSize(3);
    assertThat(stability.pairs().get(0).tau()).isEqualTo(1);
    assertThat(stability.tau()).isBetween(.2, .5);
    assertThatThrownBy(() -> SeedStability.of(List.of(new RecencyExplainer()), causes.questions()))
        .hasMessageContaining("at least 2 runs");
  }

  @Test
  void a_verdict_says_on_which_side_the_controls_lie() {
    Verdict verdict =
        new Verdict(Verdict.Kind.NO_EVIDENCE, "last attention", -5.2, -5.1, .35, -5.7, .0004, 40);
    assertThat(verdict)
        .hasToString(
            "last attention is no evidence of what decided (area under the deletion curve -5.200;"
                + " at random -5.100, level with it, p = 0.350; by recency -5.700, truer, p <"
                + " 0.001; 40 questions)");
  }
}
