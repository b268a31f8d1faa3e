package heed.decision;

import heed.bundle.Bundle;
import heed.bundle.BundleNotes;
import heed.evaluation.TestSetEvaluations;
import heed.evaluation.checkup.CheckUp;
import heed.evaluation.significance.Power;
import heed.experiment.DataFingerprint;
import heed.experiment.Experiment;
import heed.log.Counted;
import heed.log.Interactions;
import heed.notebook.Course;
import heed.recipe.Recipe;
import heed.recipe.RecipeRun;
import heed.recommend.Recommender;
import heed.report.LogReport;
import heed.sequence.Split;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The command that goes from a log to one HTML page to decide by: {@code environment/report
 * my-log.csv}. The environment tells how the log is read, as for notebooks.
 */
public final class DecisionReport {

  static final String METRIC = "NDCG@10";

  private final ReportOptions options;
  private final PrintStream terminal;
  private final ReportLog log;
  private final Page page;

  DecisionReport(ReportOptions options, ReportLog log, Page.Writer writer, PrintStream terminal) {
    this.options = options;
    this.terminal = terminal;
    this.log = log;
    this.page = new Page("Which recommender for " + log.raw().name(), writer, terminal);
  }

  /** Writes the page; what went wrong is told in a sentence, and the exit status is then 1. */
  public static void main(String[] arguments) {
    try {
      ReportOptions options = ReportOptions.of(arguments);
      Files.createDirectories(options.folder());
      Course course = Course.here();
      System.out.println("Reading " + course.file());
      ReportLog log = ReportLog.read(course);
      new DecisionReport(options, log, document -> document.write(options.page()), System.out)
          .write();
    } catch (IllegalArgumentException
        | IllegalStateException
        | IOException
        | UncheckedIOException refused) {
      System.err.println(refused.getMessage());
      System.exit(1);
    }
  }

  /** Does all of it, section by section. */
  void write() throws IOException {
    addLog();
    SmallReport small = new SmallReport(page, log, options);
    Optional<TooLittle> toAsk = TooLittle.toAsk(log.log());
    if (toAsk.isPresent()) {
      tell(small.popularityOnly(toAsk.get()));
      return;
    }
    Question question = Question.of(log.log());
    Split.Parts split = question.split();
    page.add("question", "What was asked", List.of(question.why(), split));
    Trace trace = new Trace(options.folder(), DataFingerprint.of(log.file(), log.log()), split);
    TunedBaselines baselines = addBaselines(trace);
    Optional<TooLittle> toCompare = TooLittle.toCompare(split);
    if (toCompare.isPresent()) {
      tell(small.baselinesOnly(toCompare.get(), split, trace, baselines));
      return;
    }
    addPower(trace, baselines);
    Recipe recipe = Recipe.of(split, options.forNetwork());
    try (RecipeRun run =
        new NetworkSection(page, options, terminal).fit(recipe, trace, baselines)) {
      conclude(question, trace, baselines, run);
    }
  }

  private void addLog() throws IOException {
    page.progress("Looking at " + log.raw().measure());
    page.add(
        "log",
        "What is in the log",
        List.of(String.join(", ", log.raw().reading()), LogReport.of(log.raw())));
    page.add(
        "cleaning",
        "What was done to it",
        List.of(
            log.log().steps(),
            String.format(
                Locale.ROOT,
                "%s%s All figures below are about %s.",
                log.raw().badRows().isEmpty()
                    ? "Every row could be read."
                    : Counted.of(
                        log.raw().badRows().size(),
                        "row could not be read and was left out.",
                        "rows could not be read and were left out."),
                log.remarks(),
                log.log().measure())));
  }

  private TunedBaselines addBaselines(Trace trace) throws IOException {
    page.progress("Tuning baselines");
    TunedBaselines baselines =
        TunedBaselines.of(trace.split(), options.forBaselines(), page::progress);
    List<Object> parts = new ArrayList<>();
    parts.add(
        "What a network has to beat. Each baseline was tried with several settings on the"
            + " validation questions, and the best of each goes on.");
    parts.add(baselines.rows());
    parts.addAll(baselines.leftOut());
    parts.add(trace.of("tuning", Map.of("measure", "validation " + METRIC), baselines.figures()));
    page.add("baselines", "Baselines, tuned", parts);
    return baselines;
  }

  private void addPower(Trace trace, TunedBaselines baselines) throws IOException {
    Split.Parts split = trace.split();
    Power power = baselines.power(split);
    int users = TooLittle.users(split.test());
    page.add(
        "power",
        "What these users can show at all",
        List.of(
            String.format(
                Locale.ROOT,
                "%,d users are asked in the test. A difference in %s of %.4f or more between two"
                    + " recommenders would come out significant four times in five; the best baseline"
                    + " reaches %.4f on the validation part. Smaller differences may be there, but"
                    + " this log will mostly not show them, unless the two are much alike, as a blend"
                    + " and its larger part are.%s",
                users,
                METRIC,
                power.smallest(users),
                baselines.best().validation(),
                TooLittle.remark(split)),
            new Page.Small(
                "From how much the difference between "
                    + baselines.best().name()
                    + " and the other baselines that look at a history varies from user to user on"
                    + " the validation part; the middle of them counts."),
            trace.of(
                "power",
                Map.of("model", baselines.best().name(), "measure", METRIC),
                Map.of(
                    "users of the test", (double) users,
                    "deviation of one user", power.deviation(),
                    "smallest difference", power.smallest(users),
                    "validation of the best baseline", baselines.best().validation()))));
  }

  private void conclude(Question question, Trace trace, TunedBaselines baselines, RecipeRun run)
      throws IOException {
    Split.Parts split = question.split();
    page.progress("Evaluating on the test set");
    Contest contest =
        Contest.of(
            split,
            baselines,
            run,
            TestSetEvaluations.in(options.folder().resolve(Experiment.TEST_SET_EVALUATIONS)));
    Records records = Records.write(options.folder(), trace.data(), split, contest, baselines, run);
    Causes causes =
        Causes.of(
            new LogCauses(split, baselines.popularity().baseline()),
            TrainingCauses.of(run.network(), baselines.popularity().validation()));
    Advice advice = Advice.of(contest, causes).withNewItems(contest);
    new ReportSections(page, log.log(), question, trace, contest, run)
        .add(baselines.best().baseline(), advice, causes, records);
    page.add(
        "checks",
        "What could inflate these figures",
        List.of(CheckUp.of(split, advice.recommended())));
    Path bundle = save(contest, advice.recommended(), records);
    page.finish(
        List.of(
            new Page.Main(advice.sentence()),
            new Page.Small(
                "NDCG@10 says how high on a list of ten stands what a user took next: 1 if all of it"
                    + " stands on top, 0 if nothing is on the list. A difference is believed if its 95%"
                    + " interval leaves out 0 and its p is below 0.05: then chance alone would hardly"
                    + " make it. A baseline counts what was taken, a network learns from it."),
            new Page.Heading("What would change that"),
            new Bullets(advice.changes()).view(),
            new Page.Small(
                String.format(
                    Locale.ROOT,
                    "Ready to serve: environment/serve %s. Each figure of the comparison stands in"
                        + " a run record in %s; that of the recommended one is %s.",
                    bundle,
                    options.folder(),
                    records.of(advice.recommended())))));
    tell(advice.sentence());
  }

  private void tell(String sentence) {
    terminal.println("\n" + sentence);
    terminal.println("The page: " + options.page() + ", the bundle: " + options.bundle());
  }

  private Path save(Contest contest, Recommender recommended, Records records) throws IOException {
    Interactions prepared = log.log();
    Bundle.save(
        options.bundle(),
        recommended,
        BundleNotes.none()
            .withPreparation(prepared.steps())
            .withMetrics(records.byName().get(recommended.name()).metrics())
            .withRunRecord(records.byName().get(recommended.name()).json()));
    page.progress(
        String.format(
            Locale.ROOT,
            "Saved %s, %s %.4f on the test",
            recommended.name(),
            METRIC,
            contest.value(recommended)));
    return options.bundle();
  }
}
