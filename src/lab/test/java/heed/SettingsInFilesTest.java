package heed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.attention.scoring.ScoringKind;
import heed.attention.weighting.WeightingKind;
import heed.baseline.Baseline;
import heed.baseline.BaselineKinds;
import heed.baseline.Ease;
import heed.baseline.FadingPopularity;
import heed.baseline.ImplicitAls;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.baseline.SegmentPopularity;
import heed.baseline.Segmenter;
import heed.baseline.SessionKnn;
import heed.batch.NegativeDistribution;
import heed.batch.Task;
import heed.evaluation.Metric;
import heed.evaluation.MetricKinds;
import heed.file.RecordCodec;
import heed.layer.Similarity;
import heed.model.ModelConfig;
import heed.model.click.ClickConfig;
import heed.model.click.TestedClickNetwork;
import heed.model.interest.Fading;
import heed.model.interest.InterestContentConfig;
import heed.model.sequential.MemoryRecConfig;
import heed.model.sequential.SasrecConfig;
import heed.model.sequential.TestedNetwork;
import heed.sequence.Split;
import heed.sequence.SplitKinds;
import heed.sequence.TimeWindow;
import heed.training.ClickTraining;
import heed.training.ItemStart;
import heed.training.Training;
import heed.training.TrainingKinds;
import heed.training.objective.BinaryCrossEntropy;
import heed.training.objective.Bpr;
import heed.training.objective.BprMax;
import heed.training.objective.FullCrossEntropy;
import heed.training.objective.Objective;
import heed.training.objective.SampledSoftmax;
import heed.training.objective.Top1Max;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.Optimizer;
import heed.training.optimizer.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever can be set can be written to a file and read back the same. */
class SettingsInFilesTest {

  private static final JavaClasses CLASSES = HeedClasses.withoutTests();

  private static final RecordCodec TRAINING = TrainingKinds.codec();
  private static final NegativeDistribution MIXED = new NegativeDistribution.Mixed(0.25);

  @ParameterizedTest
  @EnumSource
  void a_training_of_any_network_comes_back(TestedNetwork tested) {
    Training training = Training.of(tested.config(0.3)).withSeed(Long.MIN_VALUE);
    String written = TRAINING.write(training);
    Training read = TRAINING.read(written, Training.class);
    assertThat(TRAINING.write(read)).isEqualTo(written);
    if (!(training.model() instanceof InterestContentConfig)) { // Its words have no equals.
      assertThat(read).isEqualTo(training);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_training_of_any_network_of_clicks_comes_back(TestedClickNetwork tested) {
    ClickTraining training = ClickTraining.of(tested.config(0.3));
    assertThat(TRAINING.read(TRAINING.write(training), ClickTraining.class)).isEqualTo(training);
  }

  @Test
  void the_words_of_items_come_back_the_same() {
    InterestContentConfig written =
        (InterestContentConfig) TestedNetwork.INTEREST_CONTENT.config(0.1);
    InterestContentConfig read =
        (InterestContentConfig) TRAINING.read(TRAINING.write(written), ModelConfig.class);
    assertThat(read.words().words()).isEqualTo(written.words().words());
    for (int item = 0; item <= written.words().items(); item++) {
      assertThat(read.words().of(item)).containsExactly(written.words().of(item));
      assertThat(read.words().sharesOf(item)).containsExactly(written.words().sharesOf(item));
    }
  }

  static List<Objective> objectives() {
    return List.of(
        new FullCrossEntropy(),
        new SampledSoftmax(5, new NegativeDistribution.Uniform()),
        new SampledSoftmax(5, new NegativeDistribution.Popularity(0.75)),
        new SampledSoftmax(5, new NegativeDistribution.InBatch()),
        new Top1Max(7, MIXED),
        new BprMax(7, MIXED, 0.5),
        new Bpr(3),
        new BinaryCrossEntropy(2, 0.9),
        Objective.calibrated());
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void any_objective_comes_back(Objective objective) {
    assertThat(TRAINING.read(TRAINING.write(objective), Objective.class)).isEqualTo(objective);
  }

  static List<Object> parts() {
    return List.of(
        new Schedule.Constant(),
        new Schedule.WarmUp(20, new Schedule.WarmUp(3, new Schedule.Cosine(40, 0.1))),
        new Schedule.Plateau(2, 0.5, 0.01),
        Fading.byEvents(20),
        new Fading.ByTime(Duration.ofDays(3)),
        new Fading.Never(),
        new Task.LastItems(3),
        new MemoryRecConfig(8, 5, 6, 0.1f, new Task.MaskedItems(0.5)),
        SasrecConfig.defaults().withWindow(5),
        Optimizer.defaults()
            .withSchedule(new Schedule.Cosine(4, 0))
            .withGradientClipNorm(Double.POSITIVE_INFINITY)
            .withItems(EmbeddingUpdates.SPARSE));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void any_part_of_a_training_comes_back(Object part) {
    assertThat(TRAINING.read(TRAINING.write(part), part.getClass())).isEqualTo(part);
  }

  static List<Baseline> baselines() {
    return List.of(
        new Ease(200),
        new FadingPopularity(Duration.ofDays(30)),
        new ImplicitAls(16, 0.1, 40, 3, 7),
        new ItemKnn(50, 10, 0.9),
        new MarkovChain(2, 0.5),
        new SegmentPopularity(
            new Segmenter.Favourite("genres", List.of(List.of("War"), List.of()), List.of("War")),
            100),
        new SessionKnn(100, 0.9));
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void any_baseline_comes_back(Baseline baseline) {
    RecordCodec codec = BaselineKinds.codec();
    assertThat(codec.read(codec.write(baseline), Baseline.class)).isEqualTo(baseline);
  }

  @Test
  void splits_and_metrics_come_back() {
    Instant start = Instant.EPOCH;
    List<Split> splits =
        List.of(
            Split.leaveOneOut(),
            Split.byTime(0.8, 0.1),
            Split.leaveOneOutByTime(0.8, 0.1),
            Split.byUser(0.1, 0.1, 3),
            new TimeWindow(
                start,
                start.plusSeconds(1),
                start.plusSeconds(2),
                start.plusSeconds(3),
                ((heed.sequence.TimeShares) Split.byTime(0.8, 0.1)).targets()));
    RecordCodec ofSplits = SplitKinds.codec();
    for (Split split : splits) {
      assertThat(ofSplits.read(ofSplits.write(split), Split.class)).isEqualTo(split);
    }
    RecordCodec ofMetrics = MetricKinds.codec();
    for (Metric metric : List.of(Metric.ndcg(10), Metric.reciprocalRank(), Metric.auc())) {
      assertThat(ofMetrics.read(ofMetrics.write(metric), Metric.class)).isEqualTo(metric);
    }
  }

  /** A new record of ours must be named in the kinds of its package: the message says which. */
  @ParameterizedTest
  @ValueSource(
      classes = {
        ModelConfig.class,
        ClickConfig.class,
        ScoringKind.class,
        WeightingKind.class,
        Mask.class,
        PositionKind.class,
        Similarity.class,
        ItemStart.class,
        Objective.class,
        Schedule.class,
        NegativeDistribution.class,
        Task.class,
        Fading.class,
        Baseline.class,
        Segmenter.class,
        Split.class,
        Metric.class
      })
  void every_record_of_ours_is_known_by_its_kind(Class<?> type) {
    RecordCodec all =
        TRAINING.and(BaselineKinds.codec()).and(SplitKinds.codec()).and(MetricKinds.codec());
    Set<String> records = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      if (one.isRecord() && one.isAssignableTo(type) && !holdsArrays(one)) {
        records.add(one.getSimpleName());
      }
    }
    assertThat(all.kinds(type))
        .as(
            "the kinds of %s that files may name; a new record gets a line in codec() of %s",
            type.getSimpleName(), classesThatName(type))
        .containsExactlyInAnyOrderElementsOf(records)
        .isNotEmpty();
  }

  /** What a setting becomes in a network is no setting, and stands in no file. */
  private static boolean holdsArrays(JavaClass record) {
    return record.getFields().stream()
        .anyMatch(one -> one.getRawType().isEquivalentTo(NDArray.class));
  }

  /** The classes in which the records of a type are named, such as AttentionKinds. */
  private static Set<String> classesThatName(Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (JavaClass one : CLASSES) {
      boolean namesThem =
          one.getDirectDependenciesFromSelf().stream()
              .map(Dependency::getTargetClass)
              .anyMatch(used -> used.isRecord() && used.isAssignableTo(type));
      if (one.getSimpleName().endsWith("Kinds") && namesThem) {
        names.add(one.getName());
      }
    }
    return names;
  }
}
