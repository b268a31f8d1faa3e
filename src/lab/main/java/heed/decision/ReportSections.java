package heed.decision;

import heed.baseline.Baseline;
import heed.chart.IntervalChart;
import heed.evaluation.Difference;
import heed.evaluation.Metric;
import heed.evaluation.significance.EstimateTable;
import heed.explain.Dropping;
import heed.explain.Example;
import heed.explain.Explanation;
import heed.explain.Support;
import heed.explain.trust.Trust;
import heed.log.Interactions;
import heed.recipe.RecipeRun;
import heed.sequence.History;
import heed.sequence.Split;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The sections behind the test: comparison, users, attention, replay and costs.
 *
 * @param page that grows
 * @param log as it was cleaned
 * @param question what was asked
 * @param trace keeps figures
 * @param contest what came of it
 * @param run the network, still open
 */
record ReportSections(
    Page page, Interactions log, Question question, Trace trace, Contest contest, RecipeRun run) {

  private static final int TRUST_QUESTIONS = 40;

  /** A map of more events cannot be read. */
  private static final int MAP_EVENTS = 12;

  /** The tests of explanations ask hundreds of times; longer histories are cut to this. */
  private static final int TRUST_EVENTS = 20;

  void add(Baseline best, Advice advice, Causes causes, Records records) throws IOException {
    comparison(records);
    causes(causes);
    page.progress("Asking for lists and reasons");
    List<Object> users = new ArrayList<>();
    users.add(
        "Users of the test, from short histories to long ones: what "
            + advice.recommended().name()
            + " would show them, and which of their events speak for each item (what it loses when"
            + " one of the last 30 is dropped)."
            + (log.titles().isEmpty()
                ? " Items go by their ids: --items FILE, with a column of titles, gives them names."
                : ""));
    users.addAll(
        SampleUsers.parts(question.split().test(), advice.recommended(), contest.report().seen()));
    page.add("users", "Ten users, their lists and the reasons", users);
    attention();
    replay(best);
    page.progress("Measuring costs");
    page.add(
        "costs",
        "What it costs",
        List.of(
            Costs.of(question.split(), best, contest, run),
            "Measured on this machine, one at a time, while other programs may have run."));
  }

  private void comparison(Records records) throws IOException {
    List<Object> parts = new ArrayList<>();
    EstimateTable table = contest.few().on(Contest.METRIC, Metric.hitRate(10));
    parts.add(contest.report());
    parts.add(new Page.Small(contest.together().words()));
    parts.add(IntervalChart.of("The test, with 95% intervals", table));
    parts.add(new Page.Heading("Differences of NDCG@10, by the same users"));
    parts.add(contest.differences().stream().map(Pair::of).toList());
    parts.add(
        new Page.Small(
            "The first minus the second; intervals from drawing users anew, p by a paired"
                + " permutation test, adjusted for the number of pairs (Holm)."));
    BlendWords.of(contest).ifPresent(words -> parts.add(words.sentence()));
    List<EstimateTable> segments = contest.segments(question.split());
    // A table of one group says again what stands above.
    segments.stream().filter(groups -> groups.columns().size() > 1).forEach(parts::add);
    if (question.split().test().targetCount() > question.split().test().size()) {
      parts.add(
          new Page.Small(
              "Where several items are asked for at once, one that is rare or new puts the whole"
                  + " question into its group."));
    }
    parts.add(trace.of("segments", Map.of("measure", "NDCG@10"), figures(segments)));
    contest
        .fresh()
        .ifPresent(
            fresh ->
                parts.addAll(
                    List.of(
                        new Page.Heading("Asked about items that are new to the user only"),
                        "Users of this log return to items, and whoever repeats what they took"
                            + " does well above. If your page shows what they have not had yet,"
                            + " these figures count.",
                        fresh)));
    parts.add(new Page.Heading("Where each figure can be looked up"));
    parts.add(records.rows());
    page.add("comparison", "The comparison", parts);
  }

  /** Every estimate of a segment, and the differences between recommenders. */
  private Map<String, Double> figures(List<EstimateTable> segments) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (EstimateTable table : segments) {
      for (EstimateTable.Row row : table.rows()) {
        for (int column = 0; column < table.columns().size(); column++) {
          double value = row.estimates().get(column).value();
          if (Double.isFinite(value)) {
            figures.put(table.columns().get(column) + ": " + row.name(), value);
          }
        }
      }
    }
    for (Difference pair : contest.differences()) {
      String names = pair.first() + " minus " + pair.second();
      figures.put(names, pair.mean());
      figures.put("p of " + names, pair.pValue());
    }
    return figures;
  }

  private void causes(Causes causes) throws IOException {
    List<Object> parts = new ArrayList<>();
    parts.add(
        causes.found().isEmpty()
            ? "Nothing was found that holds the network back, beside what it is."
            : "This holds the network back; each can be mended, or explains why it is no use here.");
    if (!causes.found().isEmpty()) {
      parts.add(causes.rows());
    }
    parts.add(new Page.Small(causes.notFound()));
    page.add("causes", "What makes networks lose", parts);
  }

  /** A row of the page. */
  record Pair(String first, String second, String difference, String interval, String p) {

    static Pair of(Difference difference) {
      return new Pair(
          difference.first(),
          difference.second(),
          String.format(Locale.ROOT, "%+.4f", difference.mean()),
          String.format(
              Locale.ROOT,
              "%+.4f to %+.4f",
              difference.interval().low(),
              difference.interval().high()),
          String.format(Locale.ROOT, "%.4f", difference.pValue()));
    }
  }

  private void attention() throws IOException {
    page.progress("Testing whether attention can be believed");
    Split.Parts split = question.split();
    List<History> histories =
        split.test().histories().stream()
            .filter(history -> history.length() >= 3)
            .limit(TRUST_QUESTIONS)
            .map(history -> history.last(TRUST_EVENTS))
            .toList();
    if (histories.isEmpty()) {
      return;
    }
    List<Example> questions =
        Example.ofAnswers(run.network().recommender(), histories, contest.report().seen());
    Trust trust =
        Trust.of(
            run.network().recommender(),
            new Dropping(run.network().recommender(), Support.LOG_PROBABILITY),
            questions,
            1);
    page.add(
        "attention",
        "Attention, and whether to believe it",
        List.of(
            "Attention is the weight that the network gives to each earlier event. It may be shown as"
                + " a reason only if the answer suffers more when the heaviest events are taken away"
                + " than when any others are, or simply the latest. So tried for the network alone,"
                + " beside other ways to explain; the arrows say where better is:",
            trust,
            new Page.Heading("What the network looked at for one user"),
            Explanation.of(run.network(), histories.get(0).last(MAP_EVENTS)).attention()));
  }

  private void replay(Baseline best) throws IOException {
    page.progress("Replaying the last weeks");
    Optional<Instant> until =
        question.inTime()
            ? Optional.of(
                Instant.ofEpochSecond(
                    Arrays.stream(question.split().validation().times()).min().orElseThrow()))
            : Optional.empty();
    Optional<WeekReplay> replay =
        WeekReplay.of(log, best, contest.blend().or(() -> Optional.of(contest.network())), until);
    page.add(
        "replay",
        "Week by week",
        replay.isPresent()
            ? List.of(
                "Each week, every known user who came is asked for all that she took in the week, given"
                    + " what came before it: NDCG@10. "
                    + replay.get().note(),
                replay.get().shown(),
                trace.of("replay", Map.of("measure", "NDCG@10"), replay.get().figures()))
            : List.of(
                log.hasTimes()
                    ? "Not replayed: in the last six weeks of this log too few known users came."
                    : "Not replayed: the log has no times."));
  }
}
