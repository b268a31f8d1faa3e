package heed.attention;

import heed.attention.scoring.AdditiveScoring;
import heed.attention.scoring.CosineScore;
import heed.attention.scoring.DotScore;
import heed.attention.scoring.GeneralScoring;
import heed.attention.scoring.RotaryScore;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.weighting.Entmax;
import heed.attention.weighting.GumbelHardmax;
import heed.attention.weighting.HardWeighting;
import heed.attention.weighting.Hardmax;
import heed.attention.weighting.PermutedAttention;
import heed.attention.weighting.PowerSoftmax;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.Sparsemax;
import heed.attention.weighting.TopKSoftmax;
import heed.attention.weighting.UniformAttention;
import heed.file.RecordCodec;

/** The attention kinds that a file may name: those that are settings and hold no arrays. */
public final class AttentionKinds {

  private AttentionKinds() {}

  /** Reads and writes our own; a reader's is added by {@link RecordCodec#with}. */
  public static RecordCodec codec() {
    return RecordCodec.plain()
        .with(CosineScore.class, DotScore.class, RotaryScore.class, ScaledDotScore.class)
        .with(
            UniformAttention.class,
            Entmax.class,
            GumbelHardmax.class,
            Hardmax.class,
            PowerSoftmax.class,
            PermutedAttention.class,
            Softmax.class,
            Sparsemax.class,
            TopKSoftmax.class)
        .with(AdditiveScoring.class, GeneralScoring.class, HardWeighting.class)
        .with(CausalMask.class, LocalMask.class, NoMask.class)
        .with(
            PositionKind.Learnt.class,
            PositionKind.Sinusoidal.class,
            PositionKind.Relative.class,
            PositionKind.Time.class);
  }
}
