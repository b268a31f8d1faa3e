package heed.model.sequential;

import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Weighting;
import heed.model.ModelConfig;
import java.util.List;
import java.util.stream.Stream;

/** Small networks, each with another attention kind than its own. They read up to 6 events. */
public final class ChosenAttention {

  private static final SasrecConfig SASREC =
      SasrecConfig.defaults().withWidth(8).withMaxLength(6).withDropout(0);
  private static final LigrConfig LIGR =
      LigrConfig.defaults().withWidth(8).withMaxLength(6).withDropout(0);
  private static final Bert4RecConfig BERT4REC =
      Bert4RecConfig.defaults().withWidth(8).withMaxLength(6).withDropout(0).withMasked(0.4);
  private static final HstuConfig HSTU =
      HstuConfig.defaults().withWidth(8).withMaxLength(6).withDropout(0);
  private static final LinearRecConfig LINEAR = new LinearRecConfig(8, 2, 2, 6, 0);

  private ChosenAttention() {}

  /** Those that attend from each position to the past. */
  public static List<ModelConfig> causal() {
    return List.of(
        SASREC.withScoring(Scoring.dot()),
        SASREC.withScoring(Scoring.additive(4)),
        SASREC.withScoring(Scoring.general()),
        SASREC.withScoring(Scoring.cosine(4)),
        SASREC.withScoring(Scoring.rotary()).withPositions(),
        SASREC.withWeighting(Weighting.sparsemax()),
        SASREC.withWeighting(Weighting.entmax()),
        SASREC.withWeighting(Weighting.topK(2)),
        SASREC.withWeighting(Weighting.power(2)),
        SASREC.withWeighting(Weighting.hard()),
        SASREC.withMask(Mask.window(2)),
        SASREC.withPositions(PositionKind.sinusoidal()),
        SASREC.withPositions(PositionKind.relativeBias()),
        SASREC.withPositions(PositionKind.learnt(), PositionKind.timeBias()),
        LIGR.withScoring(Scoring.rotary()).withWeighting(Weighting.entmax()),
        LIGR.withWeighting(Weighting.hard()).withMask(Mask.window(3)),
        HSTU.withScoring(Scoring.additive(4)).withMask(Mask.window(3)),
        HSTU.withBias(HstuConfig.Bias.NONE).withPositions(PositionKind.sinusoidal()),
        LINEAR.withPositions(PositionKind.sinusoidal()));
  }

  /** Those and the ones that see both sides. */
  public static List<ModelConfig> all() {
    return Stream.concat(
            causal().stream(),
            Stream.of(
                BERT4REC.withScoring(Scoring.additive(4)).withWeighting(Weighting.sparsemax()),
                BERT4REC.withWeighting(Weighting.hard()),
                BERT4REC.withMask(Mask.window(2, 2)),
                BERT4REC.withPositions(PositionKind.relativeBias())))
        .toList();
  }
}
