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

  /**
   * What a signal keeps beyond its lowest frequencies is scaled: {@code (x, kept, scale)}, with x
   * (B, L, D), {@code kept} the mask of frequencies that pass whole, (1, L / 2 + 1, 1), and {@code
   * scale} a factor for the rest, (1, 1, D). Shin et al. 2024, "BSARec", section 4.2.
   */
  public static Optional<Script> frequencyFilter() {
    return FrequencyFilter.SCRIPT;
  }

  private static final class FusedAttention {
    private static final Optional<Script> SCRIPT =
        Script.compile(
            new ScriptFunction(
                "FusedAttention",
                List.of("q", "k", "v", "bias", "dropout"),
                "return torch.scaled_dot_product_attention(q, k, v, bias, float(dropout))"));
  }

  private static final class FrequencyFilter {
    private static final Optional<Script> SCRIPT =
        Script.compile(
            new ScriptFunction(
                "FrequencyFilter",
                List.of("x", "kept", "scale"),
                """
                spectrum = torch.fft_rfft(x, None, 1, "ortho")
                length = torch.size(x, 1)
                low = torch.fft_irfft(torch.mul(spectrum, kept), length, 1, "ortho")
                high = torch.sub(x, low)
                return torch.add(low, torch.mul(high, scale))"""));
  }
}
