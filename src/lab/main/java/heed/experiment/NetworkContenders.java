package heed.experiment;

import static heed.experiment.Draw.oneOf;
import static heed.experiment.Draw.pick;

import heed.features.ItemWords;
import heed.model.Fusion;
import heed.model.ModelConfig;
import heed.model.RecurrentCell;
import heed.model.interest.ComiRecDrConfig;
import heed.model.interest.ComiRecSaConfig;
import heed.model.interest.Fading;
import heed.model.interest.InterestContentConfig;
import heed.model.interest.InterestSettings;
import heed.model.interest.MindConfig;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.EncodeAttendDecodeConfig;
import heed.model.sequential.Encoder;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.HierarchicalConfig;
import heed.model.sequential.HstuConfig;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.LinearRecConfig;
import heed.model.sequential.MemoryRecConfig;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.Training;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The networks that enter the course's leaderboard. All read the same length, learn by full
 * cross-entropy and stop early; width, dropout and rate of learning are drawn from the same ranges,
 * and what only one network has from those of its paper.
 */
final class NetworkContenders {

  private static final int LENGTH = 50;
  private static final int PATIENCE = 3;
  private static final int BATCH = 1_024;

  private final int epochs;

  private NetworkContenders(int epochs) {
    this.epochs = epochs;
  }

  /** All that need nothing but histories. */
  static List<Contender<Sequences, Recommender>> of(int epochs) {
    NetworkContenders networks = new NetworkContenders(epochs);
    return List.of(
        networks.of("SASRec", NetworkContenders::sasrec),
        networks.bert4Rec(),
        networks.of("GRU4Rec or LSTM", NetworkContenders::recurrent),
        networks.of("LiGR", NetworkContenders::ligr),
        networks.of("HSTU", NetworkContenders::hstu),
        networks.of("linear attention", NetworkContenders::linear),
        networks.of("encode, attend, decode", NetworkContenders::encodeAttendDecode),
        networks.of("hierarchical attention", NetworkContenders::hierarchical),
        networks.of("memory network", NetworkContenders::memory),
        networks.of("ComiRec-SA", NetworkContenders::comiRecSa),
        networks.of("ComiRec-DR", NetworkContenders::comiRecDr),
        networks.of("MIND", NetworkContenders::mind));
  }

  /** The one that knows items by their words. */
  static Contender<Sequences, Recommender> interestContent(ItemWords words, int epochs) {
    return new NetworkContenders(epochs)
        .of(
            "interests and content",
            random ->
                InterestContentConfig.of(words)
                    .withMaxLength(LENGTH)
                    .withWidth(width(random))
                    .withDropout(dropout(random))
                    .withInterests(pick(random, 2, 4, 8))
                    .withFading(Fading.byEvents(pick(random, 5, 10, 20, 50))));
  }

  private Contender<Sequences, Recommender> of(
      String name, Function<SplittableRandom, ModelConfig> draw) {
    return Contender.network(name, random -> training(draw.apply(random), random, 1));
  }

  /**
   * It learns from the masked events of an epoch only, a fifth to three fifths of what the others
   * learn from; so it gets as many more epochs as make up for it.
   */
  private Contender<Sequences, Recommender> bert4Rec() {
    return Contender.network(
        "BERT4Rec",
        random -> {
          double masked = pick(random, .2, .4, .6);
          Bert4RecConfig config =
              Bert4RecConfig.defaults()
                  .withMaxLength(LENGTH)
                  .withWidth(width(random))
                  .withLayers(layers(random))
                  .withDropout(dropout(random))
                  .withMasked(masked);
          return training(config, random, 1 / masked);
        });
  }

  private Training training(ModelConfig config, SplittableRandom random, double times) {
    return Training.of(config)
        .withLearningRate(pick(random, .002, .003, .005))
        .withBatchSize(BATCH)
        .withEpochs((int) Math.ceil(epochs * times))
        .withPatience((int) Math.ceil(PATIENCE * times));
  }

  private static ModelConfig sasrec(SplittableRandom random) {
    return SasrecConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withLayers(layers(random))
        .withDropout(dropout(random));
  }

  private static ModelConfig recurrent(SplittableRandom random) {
    return Gru4RecConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .withCell(oneOf(random, RecurrentCell.values()));
  }

  private static ModelConfig ligr(SplittableRandom random) {
    return LigrConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withLayers(layers(random))
        .withDropout(dropout(random));
  }

  private static ModelConfig hstu(SplittableRandom random) {
    return HstuConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withLayers(layers(random))
        .withDropout(dropout(random))
        .withBias(oneOf(random, HstuConfig.Bias.values()));
  }

  private static ModelConfig linear(SplittableRandom random) {
    return LinearRecConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withLayers(layers(random))
        .withDropout(dropout(random));
  }

  private static ModelConfig encodeAttendDecode(SplittableRandom random) {
    return EncodeAttendDecodeConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .withEncoder(oneOf(random, Encoder.values()))
        .withWindow(pick(random, 3, 5, 10, 20));
  }

  private static ModelConfig hierarchical(SplittableRandom random) {
    return HierarchicalConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .withGap(pick(random, 1_800, 86_400));
  }

  private static ModelConfig memory(SplittableRandom random) {
    return MemoryRecConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .withSlots(pick(random, 5, 10, 20));
  }

  private static ModelConfig comiRecSa(SplittableRandom random) {
    return ComiRecSaConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .with(interests(random));
  }

  private static ModelConfig comiRecDr(SplittableRandom random) {
    return ComiRecDrConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .with(interests(random));
  }

  private static ModelConfig mind(SplittableRandom random) {
    return MindConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random))
        .with(interests(random));
  }

  /** The papers' hard choice, and the soft one of MIND at its mildest. */
  private static InterestSettings interests(SplittableRandom random) {
    return InterestSettings.defaults()
        .withCount(pick(random, 2, 4))
        .withPower(pick(random, 1, Double.POSITIVE_INFINITY))
        .withFusion(oneOf(random, Fusion.values()));
  }

  private static int width(SplittableRandom random) {
    return pick(random, 32, 64);
  }

  private static int layers(SplittableRandom random) {
    return pick(random, 1, 2);
  }

  private static double dropout(SplittableRandom random) {
    return pick(random, .1, .2, .3, .5);
  }
}
