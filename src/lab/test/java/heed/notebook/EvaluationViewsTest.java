package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.baseline.Popularity;
import heed.evaluation.Evaluation;
import heed.evaluation.ListMeasure;
import heed.evaluation.Metric;
import heed.evaluation.Report;
import heed.evaluation.checkup.CheckUp;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationViewsTest {

  private static final Split.Parts SPLIT = split();

  private final Views views = Views.standard();

  @Test
  void a_report_has_a_row_a_recommender_and_says_what_its_marks_mean() {
    View view = views.of(report(Popularity.ever(SPLIT.train()), recent()));
    assertThat(view.text())
        .contains(
            "NDCG@10",
            "95% interval",
            "popularity, ever",
            "* 0.",
            "test-set evaluations not counted")
        .contains("* the best; = not distinguishable from the best");
    assertThat(view.html().orElseThrow()).contains("popularity, ever</td>", "median rank");
  }

  @Test
  void a_recommender_alone_is_not_called_the_best() {
    Report alone = report(Popularity.ever(SPLIT.train()));
    assertThat(views.of(alone).text()).doesNotContain("*", "the best");
    assertThat(views.of(alone.on(Metric.ndcg(5))).text()).doesNotContain("*").contains("NDCG@5");
    assertThat(alone.toString()).doesNotContain("*");
  }

  @Test
  void estimates_lists_and_sampled_figures_have_a_table_each() {
    Report report = report(Popularity.ever(SPLIT.train()), recent());
    assertThat(views.of(report.on(Metric.recall(3))).text()).contains("recall@3", "0.", " to ");
    assertThat(views.of(report.shown(ListMeasure.coverage())).text())
        .contains("lists of 10", "coverage", "1.0000");
    assertThat(views.of(report.sampled(Metric.ndcg(2), 3)).text())
        .contains("NDCG@2 among 3 drawn", "reads so many times");
  }

  @Test
  void a_check_up_shows_the_worst_first_with_what_to_do() {
    View view = views.of(CheckUp.of(SPLIT, Popularity.ever(SPLIT.train())));
    assertThat(view.text()).startsWith("popularity, ever, NDCG@10").contains("note  ", "-> ");
    assertThat(view.html().orElseThrow()).contains("what to do", "then NDCG@10 reads");
  }

  private static Recommender recent() {
    return Popularity.recent(SPLIT.train(), Duration.ofSeconds(5));
  }

  private static Report report(Recommender... some) {
    return Evaluation.of(SPLIT.test()).compare(some);
  }

  /** Nine users who each walk seven of ten items, from another one on. */
  private static Split.Parts split() {
    Catalogue ten =
        Catalogue.of(IntStream.range(0, 10).mapToObj(Integer::toString).toList(), Map.of());
    List<History> histories = new ArrayList<>();
    List<String> users = new ArrayList<>();
    for (int user = 0; user < 9; user++) {
      int from = user;
      int[] items = IntStream.range(0, 7).map(i -> 1 + (from * i + from) % 10).toArray();
      histories.add(History.of(ten, items, IntStream.range(0, 7).mapToLong(i -> i).toArray()));
      users.add("u" + user);
    }
    return Split.leaveOneOut().of(Sequences.of(ten, users, histories));
  }
}
