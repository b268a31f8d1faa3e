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
   * 32-bit floats of a file, mapped into memory and not read: {@code (path, begin, end)}: the bytes
   * of the file's name, and two scalars, where in the file they begin and end, in floats. What is
   * written into the array is not written into the file.
   */
  public static Optional<Script> mapped() {
    return Mapped.SCRIPT;
  }

  private static final class Mapped {
    private static final Optional<Script> SCRIPT =
        Script.compile(
            new ScriptFunction(
                "Mapped",
                List.of("path", "begin", "end"),
                """
                name = ""
                for i in range(torch.len(path)):
                  name = torch.add(name, torch.chr(int(torch.select(path, 0, i))))
                file = torch.from_file(name, False, int(end), dtype=6)
                return torch.slice(file, 0, int(begin), int(end))"""));
  }

  /**
   * The most that products can be of which both sides are known in steps: {@code (parts, table,
   * steps, slack, rows)}: states as whole numbers, first their high parts, which count 128, then
   * their low ones, (2b, W) int8; vectors as whole numbers (n, W) int8; the states' steps and what
   * a vector's step allows beside, (b, 1) each; the vectors' steps (n, 1). Gives (b, n). For a CPU.
   */
  public static Optional<Script> wholeProducts() {
    return WholeProducts.SCRIPT;
  }

  private static final class WholeProducts {
    private static final Optional<Script> SCRIPT =
        Script.compile(
            new ScriptFunction(
                "WholeProducts",
                List.of("parts", "table", "steps", "slack", "rows"),
                """
                products = torch._int_mm(table, torch.t(parts))
                b = torch.size(steps, 0)
                high = torch.to(torch.slice(products, 1, 0, b), 6, False, False, None)
                low = torch.to(torch.slice(products, 1, b, None), 6, False, False, None)
                whole = torch.add(low, high, alpha=128)
                most = torch.mul(torch.add(torch.mul(whole, torch.t(steps)), torch.t(slack)), rows)
                return torch.contiguous(torch.t(most))"""));
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
