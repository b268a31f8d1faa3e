package heed.decision;

import static org.assertj.core.api.Assertions.assertThat;

import heed.evaluation.Evaluation;
import heed.evaluation.Report;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sixty users are asked, of whom each recommender answers some rightly and the others wrongly. */
class AdviceTest {

  private static final int USERS = 60;
  private static final Catalogue ITEMS =
      Catalogue.of(IntStream.rangeClosed(1, 2 * USERS).mapToObj(i -> "i" + i).toList(), Map.of());

  @Test
  void a_blend_ahead_of_both_of_its_parts_is_recommended_with_its_interval() {
    Advice advice = advice(10, 12, 40);
    assertThat(advice.recommended().name()).isEqualTo("blend");
    assertThat(advice.sentence())
        .contains("it is ahead of the better of the two alone, network; NDCG@10 +0.4", "interval");
  }

  @Test
  void a_blend_ahead_of_the_baseline_but_not_of_the_network_is_not_recommended() {
    Advice advice = advice(10, 40, 41);
    assertThat(advice.recommended().name()).isEqualTo("network");
    assertThat(BlendWords.of(contest(10, 40, 41)).orElseThrow().sentence())
        .contains("is not distinguishable from the better of the two alone, network");
  }

  @Test
  void a_blend_ahead_of_the_baseline_is_recommended_where_the_network_alone_is_not_ahead() {
    Advice advice = advice(10, 15, 20);
    assertThat(advice.recommended().name()).isEqualTo("blend");
    assertThat(advice.sentence())
        .contains(
            "it is ahead of the best baseline, baseline; NDCG@10 +0.1667",
            "The network alone is not distinguishable from either.");
    assertThat(advice.changes().get(0)).contains("network alone reaches 0.25");
  }

  @Test
  void a_blend_that_adds_nothing_to_the_baseline_leaves_it_in_its_place() {
    Advice advice = advice(40, 10, 41);
    assertThat(advice.recommended().name()).isEqualTo("baseline");
    assertThat(advice.sentence())
        .contains(
            "Keep baseline: the network is behind it",
            "not distinguishable from the better of the two alone, baseline: NDCG@10 +0.0167 (95%"
                + " interval");
  }

  @Test
  void a_blend_behind_the_better_is_told_as_such() {
    assertThat(BlendWords.of(contest(40, 12, 10)).orElseThrow().sentence())
        .contains("is behind the better of the two alone, baseline: NDCG@10 -0.5000");
  }

  @Test
  void who_is_ahead_on_what_is_new_to_users_is_told_first() {
    Contest told = contest(40, 10, 12);
    Contest fresh = with(told, contest(10, 40, 12).report());
    Causes none = new Causes(List.of());
    assertThat(Advice.of(fresh, none).withNewItems(fresh).changes().get(0))
        .contains("there use network, which is ahead of baseline; NDCG@10 +0.5000");
    Contest alike = with(told, told.report());
    assertThat(Advice.of(alike, none).withNewItems(alike).changes())
        .isEqualTo(Advice.of(told, none).changes());
  }

  private static Advice advice(int baseline, int network, int blend) {
    return Advice.of(contest(baseline, network, blend), new Causes(List.of()));
  }

  private static Contest with(Contest told, Report fresh) {
    return new Contest(
        told.report(),
        told.few(),
        Optional.of(fresh),
        told.recommenders(),
        told.best(),
        told.network(),
        told.together());
  }

  private static Contest contest(int baseline, int network, int blend) {
    List<Recommender> all =
        List.of(
            new Knowing("baseline", baseline),
            new Knowing("network", network),
            new Knowing("blend", blend));
    List<History> histories =
        IntStream.rangeClosed(1, USERS).mapToObj(user -> History.untimed(ITEMS, user)).toList();
    int[] targets = IntStream.rangeClosed(USERS + 1, 2 * USERS).toArray();
    Report report =
        Evaluation.of(Holdout.of(histories, targets)).compare(all.toArray(Recommender[]::new));
    return new Contest(
        report,
        report,
        Optional.empty(),
        all,
        all.get(0),
        all.get(1),
        new Together(Optional.of(all.get(2)), true, "The network with counts is blend."));
  }

  /**
   * Puts the target first for the first so many users, last for the others.
   *
   * @param known how many
   */
  private record Knowing(String name, int known) implements Recommender {

    @Override
    public Catalogue catalogue() {
      return ITEMS;
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(this::scores).toArray(float[][]::new);
    }

    private float[] scores(History history) {
      int user = history.items()[history.length() - 1];
      float[] scores = new float[ITEMS.size() + 1];
      scores[USERS + user] = user <= known ? 1 : -1;
      return scores;
    }
  }
}
