package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import heed.baseline.Popularity;
import heed.batch.NegativeDistribution;
import heed.evaluation.Evaluation;
import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.ModelConfig;
import heed.model.interest.Fading;
import heed.model.interest.InterestContentConfig;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.reading.Tables;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.objective.SampledSoftmax;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Items that come out after the training part ends, of planted topics that their words tell. */
class ColdItemsTest {

  private static final int ITEMS = 150;

  /** Of an item that is placed at random among all: HR@10. */
  private static final double CHANCE = 10.0 / ITEMS;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void words_find_items_that_nobody_met_where_numbers_cannot(long seed) {
    PlantedLog planted =
        Planted.of(150, ITEMS, 4_000)
            .withTopics(8)
            .withInterests(2)
            .withColdItems(0.2)
            .withNoise(0.1)
            .generate(seed);
    Split.Parts split = Split.byTime(0.85, 0.05).of(Sequences.of(planted.log(), 1));
    ToDoubleFunction<Recommender> cold =
        recommender ->
            Evaluation.of(split.coldStart().newItems())
                .compare(recommender)
                .scores()
                .get(0)
                .hitRate();

    double popular = cold.applyAsDouble(Popularity.ever(split.train()));
    double numbers = cold(split, cold, SasrecConfig.defaults().withWidth(32).withLayers(1), seed);
    InterestContentConfig content =
        InterestContentConfig.of(words(planted, split))
            .withWidth(32)
            .withInterests(2)
            .withMaxLength(20)
            .withFading(Fading.byEvents(10));
    double words = cold(split, cold, content, seed);

    assertThat(words).isGreaterThan(1.5 * CHANCE);
    assertThat(numbers).isLessThan(words / 2);
    assertThat(popular).isLessThan(words / 2);
  }

  /** HR@10 on the cold items after training. */
  private static double cold(
      Split.Parts split, ToDoubleFunction<Recommender> cold, ModelConfig config, long seed) {
    Training training =
        Training.of(config)
            .withObjective(new SampledSoftmax(64, new NegativeDistribution.Popularity(0)))
            .withSeed(seed)
            .withEpochs(8)
            .withLearningRate(0.005);
    try (TrainingRun run =
        training.fit(
            split.train(), Evaluation.of(split.validation()).ndcg(10), ProgressListener.SILENT)) {
      return cold.applyAsDouble(run.recommender());
    }
  }

  /** Titles and tags; which words count is learnt from the items of the training part. */
  private static ItemWords words(PlantedLog planted, Split.Parts split) {
    Attributes attributes =
        Tables.attributes(
            planted.words(), "item", Attribute.text("title"), Attribute.categories("tags", "|"));
    return ItemWords.of(
        FeatureSet.of(Feature.words("title", 500), Feature.multiHot("tags"))
            .fit(attributes, split.train().itemIds()),
        attributes,
        split.catalogue());
  }
}
