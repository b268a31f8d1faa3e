package heed.model.sequential;

import heed.batch.Task;
import heed.features.FittedFeatures;
import heed.features.ItemWords;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.Activation;
import heed.model.Fusion;
import heed.model.ModelConfig;
import heed.model.RecurrentCell;
import heed.model.interest.ComiRecDrConfig;
import heed.model.interest.ComiRecSaConfig;
import heed.model.interest.Fading;
import heed.model.interest.InterestContentConfig;
import heed.model.interest.InterestSettings;
import heed.model.interest.MindConfig;
import heed.reading.Tables;
import heed.sequence.Catalogue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Every network there is, small: one line each. {@code NetworkTest}, {@code NetworkTrainingTest}
 * and {@code NetworkReferenceTest} ask the same of all of them.
 */
public enum TestedNetwork {
  SASREC(
      dropout ->
          new SasrecConfig(8, 2, 2, 6, (float) dropout, Activation.RELU, 1, OptionalInt.empty())),
  SASREC_GELU(
      dropout ->
          new SasrecConfig(8, 1, 2, 6, (float) dropout, Activation.GELU, 4, OptionalInt.empty())),
  SASREC_LOCAL(dropout -> ((SasrecConfig) SASREC.config(dropout)).withWindow(2)),
  GRU(dropout -> Gru4RecConfig.defaults().withWidth(8).withMaxLength(6).withDropout(dropout)),
  LSTM(dropout -> ((Gru4RecConfig) GRU.config(dropout)).withCell(RecurrentCell.LSTM)),
  LIGR(dropout -> new LigrConfig(8, 2, 2, 6, (float) dropout, 4)),
  BERT4REC(dropout -> new Bert4RecConfig(8, 2, 2, 6, (float) dropout, 0.4)),
  HSTU(dropout -> new HstuConfig(8, 2, 2, 6, (float) dropout, HstuConfig.Bias.PLACE_AND_TIME)),
  HSTU_UNTIMED(dropout -> new HstuConfig(8, 1, 2, 6, (float) dropout, HstuConfig.Bias.PLACE)),
  LINEAR(dropout -> new LinearRecConfig(8, 2, 2, 6, (float) dropout)),
  ENCODE_GRU(dropout -> new EncodeAttendDecodeConfig(Encoder.GRU, 8, 2, 1, 6, (float) dropout)),
  ENCODE_LSTM(dropout -> new EncodeAttendDecodeConfig(Encoder.LSTM, 8, 2, 1, 6, (float) dropout)),
  ENCODE_TRANSFORMER(
      dropout -> new EncodeAttendDecodeConfig(Encoder.TRANSFORMER, 8, 2, 1, 6, (float) dropout)),
  COMIREC_SA(dropout -> new ComiRecSaConfig(8, 16, interests(), 6, (float) dropout)),
  COMIREC_DR(dropout -> new ComiRecDrConfig(8, 3, interests(), 6, (float) dropout)),
  MIND(dropout -> new MindConfig(8, 16, 3, interests(), 6, (float) dropout)),
  HIERARCHICAL(dropout -> new HierarchicalConfig(8, 2, 2_000, 6, (float) dropout)),
  MEMORY(dropout -> new MemoryRecConfig(8, 5, 6, (float) dropout, new Task.NextItem())),
  INTEREST_CONTENT((dropout, items) -> content(items).withDropout(dropout));

  @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
  private final Settings settings;

  /** Settings that depend on the catalogue. */
  private interface Settings {
    ModelConfig of(double dropout, int items);
  }

  TestedNetwork(DoubleFunction<ModelConfig> config) {
    this((dropout, items) -> config.apply(dropout));
  }

  TestedNetwork(Settings settings) {
    this.settings = settings;
  }

  private static InterestSettings interests() {
    return new InterestSettings(2, 3, Fusion.MAXIMUM);
  }

  /** Items of three words each, no two alike; every word is that of several items. */
  private static InterestContentConfig content(int items) {
    List<String> ids =
        IntStream.rangeClosed(1, items)
            .mapToObj(each -> String.format(Locale.ROOT, "%02d", each))
            .toList();
    Table table =
        Table.create(
            StringColumn.create("item", ids),
            StringColumn.create(
                "words",
                IntStream.rangeClosed(1, items)
                    .mapToObj(i -> "a" + i % 3 + "|b" + i % 4 + "|c" + i % 5)));
    Attributes attributes = Tables.attributes(table, "item", Attribute.categories("words", "|"));
    FittedFeatures features = FeatureSet.of(Feature.multiHot("words")).fit(attributes, ids);
    ItemWords words = ItemWords.of(features, attributes, Catalogue.of(ids, Map.of()));
    return new InterestContentConfig(words, Optional.empty(), 8, 2, 2, 4, Fading.byEvents(2), 6, 0);
  }

  /** Its settings for a catalogue of 20 items. It reads histories of at most 6 events. */
  public ModelConfig config(double dropout) {
    return config(dropout, 20);
  }

  /** Its settings, all alike but for the dropout and the size of the catalogue. */
  public ModelConfig config(double dropout, int items) {
    return settings.of(dropout, items);
  }

  /** The script in {@code src/reference} that a new network's values are to be written by. */
  public String script() {
    return name().toLowerCase(Locale.ROOT).replace("_", "") + "_reference.py";
  }

  /** The resource that holds its reference values. */
  public String reference() {
    return "/heed/model/"
        + name().toLowerCase(Locale.ROOT).replace('_', '-')
        + "-reference.safetensors";
  }
}
