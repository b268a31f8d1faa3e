package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import heed.HeedClasses;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a cell can get hold of is shown as what it is, and nothing floods the cell. */
class ViewsOfAllTest {

  /** Packages whose records are results; in the others they are settings and parts of them. */
  private static final String[] RESULTS = {
    "heed.evaluation",
    "heed.experiment",
    "heed.explain",
    "heed.training",
    "heed.tuning",
    "heed.sequence",
  };

  /** Records of few short values, for which the table of any record is right. */
  private static final Set<String> TABLES =
      Set.of(
          "evaluation.BlendSearch",
          "evaluation.Difference",
          "evaluation.Evaluation",
          "evaluation.ListMeasure",
          "evaluation.Predictions",
          "evaluation.Sampled",
          "evaluation.Score",
          "evaluation.SeedEffect",
          "evaluation.Segments",
          "evaluation.TargetRanks",
          "evaluation.TopLists",
          "evaluation.checkup.Suspicion",
          "evaluation.clicks.ClickEvaluation",
          "evaluation.clicks.ClickPredictions",
          "evaluation.clicks.ClickScore",
          "evaluation.significance.Bootstrap",
          "evaluation.significance.Estimate",
          "evaluation.significance.Interval",
          "evaluation.significance.Judgement",
          "evaluation.significance.PairedTest",
          "evaluation.significance.Power",
          "experiment.Causes",
          "experiment.ClickExperiment",
          "experiment.DataFingerprint",
          "experiment.Differences",
          "experiment.Experiment",
          "experiment.MlflowServer",
          "experiment.TribuoExperiment",
          "explain.AttentionFlow",
          "explain.AttentionRollout",
          "explain.Blanking",
          "explain.Dropping",
          "explain.Example",
          "explain.Explanation",
          "explain.GradientTimesInput",
          "explain.HeadProfile",
          "explain.IntegratedGradients",
          "explain.LastAttention",
          "explain.Occlusion",
          "explain.RandomWeights",
          "explain.RecencyExplainer",
          "explain.trust.Faithfulness",
          "explain.trust.Trial",
          "sequence.Holdout",
          "sequence.Leaks",
          "sequence.TieEffect",
          "sequence.TimeShares",
          "sequence.TimeWindow",
          "sequence.UserHoldout",
          "training.ClickTraining",
          "training.CooccurrenceStart",
          "training.Progress",
          "training.StoppingRule",
          "training.Training",
          "training.TrainingResult",
          "training.WarmTraining",
          "training.checkpoint.Checkpoint",
          "training.checkpoint.Checkpoints",
          "training.checkpoint.TrainerState",
          "training.objective.BinaryCrossEntropy",
          "training.objective.Bpr",
          "training.objective.BprMax",
          "training.objective.Competition",
          "training.objective.FullCrossEntropy",
          "training.objective.SampledSoftmax",
          "training.objective.Top1Max",
          "training.optimizer.Epoch",
          "training.optimizer.Optimizer",
          "tuning.Halving",
          "tuning.Search",
          "tuning.SearchLimits");

  @Test
  void every_public_record_that_is_a_result_has_a_view_or_is_a_short_table() {
    Views views = Views.standard();
    Set<String> without =
        HeedClasses.withoutTests(RESULTS).stream()
            .filter(one -> one.isRecord() && one.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(one -> !one.isNestedClass())
            .filter(one -> !views.has(one.reflect()))
            .map(JavaClass::getName)
            .map(name -> name.substring("heed.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(without)
        .as("give a new kind of result a line in Views, or name it here if its table is short")
        .isEqualTo(new TreeSet<>(TABLES));
  }
}
