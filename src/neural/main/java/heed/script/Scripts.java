package heed.script;

import java.util.List;
import java.util.Optional;

/** The scripts that this library calls; none where the engine does not take one. */
public final class Scripts {

  private Scripts() {}

  /**
   * softmax(Q K^T / sqrt(d) + bias) V without keeping the weights: {@code (queries, keys, values,
   * bias, dropout)}: (B, H, Q, d), (B, H, S, d), (B, H, S, d), broadcast to (B, H, Q, S), and a
   * scalar. Dao et al. 2022, "FlashAttention", where PyTorch has a kernel for the device: on a CPU
   * only without dropout and with a bias that is not learnt.
   */
  public static Optional<Script> attention() {
    return FusedAttention.SCRIPT;
  }

  private static final class FusedAttention {
    private static final Optional<Script> SCRIPT =
        Script.compile(
            new ScriptFunction(
                "FusedAttention",
                List.of("q", "k", "v", "bias", "dropout"),
                "return torch.scaled_dot_product_attention(q, k, v, bias, float(dropout))"));
  }
}
