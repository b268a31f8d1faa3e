package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is evaluated is what is delivered: the figures are those of the lists that users see. */
class DeliveredListsTest {

  private static final int LOGS = 10_000;

  @Test
  void every_figure_is_that_of_the_lists_on_random_logs_under_each_policy() {
    for (int seed = 0; seed < LOGS; seed++) {
      Random random = new Random(seed);
      Holdout holdout = holdout(random, random.nextBoolean() ? 1 : 3);
      Recommender some = new Shuffled(holdout.catalogue());
      int k = 1 + random.nextInt(holdout.catalogue().size() + 3);
      for (Seen seen : Seen.values()) {
        assertDelivered(Evaluation.of(holdout).withSeen(seen), some, k, "log " + seed);
      }
      assertDelivered(Evaluation.of(holdout), some, k, "log " + seed);
      Holdout unseen = holdout.newTargetsOnly();
      if (unseen.size() > 0) {
        assertThat(unseen.repeatedTargetCount()).isZero();
        assertDelivered(Evaluation.of(unseen), some, k, "new items of log " + seed);
      }
    }
  }

  private static void assertDelivered(Evaluation asked, Recommender some, int k, String which) {
    Predictions found = asked.withListLength(k).answers(some);
    double hits = 0;
    double recalled = 0;
    double gained = 0;
    double reciprocal = 0;
    Holdout holdout = asked.holdout();
    for (int question = 0; question < holdout.size(); question++) {
      History history = holdout.histories().get(question);
      List<Integer> list =
          some.recommend(history, k, asked.seen()).entries().stream()
              .map(Ranking.Entry::item)
              .toList();
      assertThat(found.lists().list(question))
          .as(which)
          .isEqualTo(list.stream().mapToInt(item -> item).toArray());
      int[] targets = holdout.targets(question);
      int[] places =
          IntStream.of(targets).map(list::indexOf).filter(place -> place >= 0).sorted().toArray();
      hits += places.length > 0 ? 1 : 0;
      recalled += (double) places.length / targets.length;
      reciprocal += places.length > 0 ? 1.0 / (places[0] + 1) : 0;
      gained += gain(IntStream.of(places)) / gain(IntStream.range(0, Math.min(k, targets.length)));
    }
    int size = holdout.size();
    assertThat(found.mean(Metric.hitRate(k))).as(which).isEqualTo(hits / size, within(1e-12));
    assertThat(found.mean(Metric.recall(k))).as(which).isEqualTo(recalled / size, within(1e-12));
    assertThat(found.mean(Metric.ndcg(k))).as(which).isEqualTo(gained / size, within(1e-12));
    assertThat(found.mean(Metric.reciprocalRank(k)))
        .as(which)
        .isEqualTo(reciprocal / size, within(1e-12));
    if (holdout.hasOneTargetEach()) {
      int[] ranks = asked.ranks(some);
      assertThat(Metrics.hitRate(ranks, k)).as(which).isEqualTo(hits / size, within(1e-12));
    }
  }

  private static double gain(IntStream places) {
    return places.mapToDouble(place -> Math.log(2) / Math.log(place + 2)).sum();
  }

  @Test
  void seen_items_compete_by_default_where_one_target_in_twenty_was_seen_and_the_report_says_so() {
    Catalogue catalogue = catalogue(30);
    List<History> histories =
        IntStream.range(0, 20).mapToObj(user -> History.untimed(catalogue, 1)).toList();
    int[] targets = IntStream.range(2, 22).toArray();
    assertThat(Evaluation.of(Holdout.of(histories, targets)).seen()).isEqualTo(Seen.EXCLUDED);
    targets[7] = 1;
    Evaluation one = Evaluation.of(Holdout.of(histories, targets));
    assertThat(one.seen()).isEqualTo(Seen.KEPT);
    Recommender some = new Shuffled(catalogue);
    assertThat(one.compare(some).conditions())
        .contains("seen items kept (5.0% of the targets were seen)");
    assertThat(one.withSeen(Seen.EXCLUDED).compare(some).conditions())
        .contains("seen items left out (5.0% of the targets were seen and count as missed)");
  }

  @Test
  void a_median_among_targets_that_are_never_shown_is_said_in_words() {
    Catalogue catalogue = catalogue(3);
    Holdout seen = Holdout.of(List.of(History.untimed(catalogue, 1)), 1);
    Report report = Evaluation.of(seen).withSeen(Seen.EXCLUDED).compare(new Shuffled(catalogue));
    assertThat(report.scores().get(0).medianRankInWords()).isEqualTo("never shown");
    assertThat(report.sampled(Metric.hitRate(10), 2).toString()).contains("0.0000");
    assertThat(Score.of("half", new int[] {1, TargetRank.NEVER}).medianRankInWords())
        .isEqualTo("never shown");
    assertThat(Score.of("a third", new int[] {1, 3, TargetRank.NEVER}).medianRankInWords())
        .isEqualTo("3");
  }

  private static Holdout holdout(Random random, int mostTargets) {
    Catalogue catalogue = catalogue(2 + random.nextInt(12));
    List<History> histories = new ArrayList<>();
    List<int[]> targets = new ArrayList<>();
    for (int user = 0; user < 6; user++) {
      histories.add(History.untimed(catalogue, items(random, catalogue, random.nextInt(9))));
      targets.add(items(random, catalogue, 1 + random.nextInt(mostTargets)));
    }
    return Holdout.of(histories, targets);
  }

  private static int[] items(Random random, Catalogue catalogue, int count) {
    return random.ints(count, 1, catalogue.size() + 1).toArray();
  }

  private static Catalogue catalogue(int items) {
    return Catalogue.of(IntStream.range(0, items).mapToObj(item -> "i" + item).toList(), Map.of());
  }

  /** An order of all items for each history, without ties. */
  private record Shuffled(Catalogue catalogue) implements Recommender {
    @Override
    public String name() {
      return "shuffled";
    }

    @Override
    public float[][] score(List<History> histories) {
      return histories.stream().map(this::row).toArray(float[][]::new);
    }

    private float[] row(History history) {
      List<Integer> order =
          new ArrayList<>(IntStream.rangeClosed(0, catalogue.size()).boxed().toList());
      Collections.shuffle(order, new Random(history.hashCode()));
      float[] scores = new float[order.size()];
      for (int item = 0; item < scores.length; item++) {
        scores[item] = order.get(item);
      }
      return scores;
    }
  }
}
