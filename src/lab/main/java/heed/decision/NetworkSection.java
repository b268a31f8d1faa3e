package heed.decision;

import heed.evaluation.Evaluation;
import heed.notebook.TerminalTraining;
import heed.recipe.Recipe;
import heed.recipe.RecipeRun;
import heed.sequence.Split;
import heed.training.TrainingRun;
import heed.training.checkpoint.Checkpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The section that trains: the network by the recipe, its curve, its settings, and its blend.
 *
 * @param page that grows
 * @param options say how long it may train, and where it keeps what it has learnt
 * @param terminal shows how the training goes
 */
record NetworkSection(Page page, ReportOptions options, PrintStream terminal) {

  /** A training that was stopped goes on from its last checkpoint when it is asked for again. */
  RecipeRun fit(Recipe recipe, Trace trace, TunedBaselines baselines) throws IOException {
    Split.Parts split = trace.split();
    page.progress(
        String.format(
            Locale.ROOT,
            "Training %s for at most %.0f s",
            recipe.training().model().name(),
            options.forNetwork().toMillis() / 1e3));
    String name = Integer.toHexString(Objects.hash(recipe.training().toString(), split.toString()));
    TrainingRun network =
        recipe
            .training()
            .fit(
                split.train(),
                Evaluation.of(split.validation()).ndcg(10),
                TerminalTraining.of(DecisionReport.METRIC, terminal),
                Checkpoints.in(options.folder().resolve("training-" + name)));
    CurveWords curve = CurveWords.of(network);
    List<Object> parts = new ArrayList<>();
    parts.add(curve.words());
    if (network.curve().size() > 1) { // One point is no curve.
      parts.add(CurveFigure.of(network.curve()));
    }
    parts.addAll(List.of(network, new Page.Heading("Its settings, and why"), recipe.choices()));
    Blending blending = Blending.of(network.recommender(), recipe.counts(), baselines, split);
    RecipeRun run = new RecipeRun(recipe, network, blending.searches());
    page.progress(
        String.format(
            Locale.ROOT,
            "Blended with what counts in %.1f s: validation %s %.4f",
            blending.seconds(),
            DecisionReport.METRIC,
            blending.validation()));
    parts.addAll(told(blending, Together.of(run, baselines)));
    parts.add(
        trace.of(
            "blend",
            Map.of(
                "model",
                Together.whole(run.searches()).name(),
                "measure",
                "validation " + DecisionReport.METRIC),
            blending.figures()));
    page.add("network", "The network and its learning curve", parts);
    return run;
  }

  private static List<Object> told(Blending blending, Together together) {
    return List.of(
        new Page.Heading("Blended with what counts"),
        String.format(
            Locale.ROOT,
            "The network was put together with the two baselines that validate best, and with the two"
                + " that the recipe names, each weight chosen on the validation questions, in %.1f s."
                + " The better of these blends goes on to the test: validation %s %.4f, the network"
                + " alone %.4f. %s",
            blending.seconds(),
            DecisionReport.METRIC,
            blending.validation(),
            blending.network(),
            together.words()),
        blending.rows());
  }
}
