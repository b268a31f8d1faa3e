package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a cell can get hold of is shown as what it is, and nothing floods the cell. */
class ViewsOfAllTest {

  /** Packages whose records are results; in the others they are settings and parts of them. */
  private static final String[] RESULTS = {
    "heed.evaluation", "heed.experiment", "heed.explain", "heed.training", "heed.sequence",
  };

  /** Records of few short values, for which the table of any record is right. */
  private static final Set<String> TABLES =
      Set.of(
          "evaluation.Answers",
          "evaluation.Bootstrap",
          "evaluation.ClickAnswers",
          "evaluation.ClickEvaluation",
          "evaluation.ClickScore",
          "evaluation.Difference",
          "evaluation.Estimate",
          "evaluation.Evaluation",
          "evaluation.Interval",
          "evaluation.Judgement",
          "evaluation.ListMeasure",
          "evaluation.PairedTest",
          "evaluation.Places",
          "evaluation.Sampled",
          "evaluation.Score",
          "evaluation.SeedEffect",
          "evaluation.Segments",
          "evaluation.Suspicion",
          "evaluation.TopLists",
          "experiment.ClickExperiment",
          "experiment.DataFingerprint",
          "experiment.Differences",
          "experiment.Experiment",
          "experiment.MlflowServer",
          "experiment.TribuoExperiment",
          "explain.AttentionFlow",
          "explain.AttentionRollout",
          "explain.Blanking",
          "explain.Causes",
          "explain.Dropping",
          "explain.Explanation",
          "explain.Faithfulness",
          "explain.GradientTimesInput",
          "explain.HeadProfile",
          "explain.IntegratedGradients",
          "explain.LastAttention",
          "explain.Occlusion",
          "explain.Question",
          "explain.RandomWeights",
          "explain.Recency",
          "explain.Trial",
          "training.BinaryCrossEntropy",
          "training.Bpr",
          "training.BprMax",
          "training.Checkpoints",
          "training.ClickTraining",
          "training.Epoch",
          "training.FullCrossEntropy",
          "training.Halving",
          "training.Limits",
          "training.Optimiser",
          "training.Outcome",
          "training.Progress",
          "training.SampledSoftmax",
          "training.Search",
          "training.SearchLimits",
          "training.Top1Max",
          "training.Training",
          "sequence.Holdout",
          "sequence.Leaks",
          "sequence.TieEffect",
          "sequence.TimeShares",
          "sequence.TimeWindow",
          "sequence.UserHoldout");

  @Test
  void every_public_record_that_is_a_result_has_a_view_or_is_a_short_table() {
    Views views = Views.standard();
    Set<String> without =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(RESULTS)
                .stream()
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
