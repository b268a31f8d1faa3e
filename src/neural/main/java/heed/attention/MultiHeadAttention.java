package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.Heads;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.Shapes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Several attentions side by side, each over a slice of the width, between learnt projections:
 * Vaswani et al. 2017, section 3.2.2.
 *
 * <p>With fewer groups than heads, the heads of a group share their keys and values: Ainslie et al.
 * 2023, grouped-query attention; one group is Shazeer's (2019) multi-query attention. Here that
 * saves parameters: keys and values are repeated for the heads of a group, so a step takes no less
 * memory. The papers' saving is in decoding with stored keys and values, which nothing here does.
 *
 * @param query (D, D)
 * @param key (G * D/H, width of the source)
 * @param value (G * D/H, width of the source)
 * @param output (D, D)
 * @param heads H, a divisor of the width D
 * @param groups G, a divisor of H; G = H is ordinary multi-head attention
 * @param kind what each head does, scaled dot with a softmax in the paper
 */
public record MultiHeadAttention(
    Linear query, Linear key, Linear value, Linear output, int heads, int groups, Attention kind)
    implements Attention {

  public MultiHeadAttention {
    long width = query.weight().getShape().get(0);
    Heads.requireDivisor("width", Math.toIntExact(width), "heads", heads);
    Heads.requireDivisor("heads", heads, "groups", groups);
  }

  /** Scaled dot and softmax, as many groups as heads. Xavier weights. */
  public static MultiHeadAttention create(
      Parameters parameters, String name, int width, int heads) {
    return grouped(parameters, name, width, heads, heads);
  }

  /** Scaled dot and softmax; each of the groups' keys and values serve several heads. */
  public static MultiHeadAttention grouped(
      Parameters parameters, String name, int width, int heads, int groups) {
    Heads.requireDivisor("width", width, "heads", heads);
    Heads.requireDivisor("heads", heads, "groups", groups);
    int shared = width / heads * groups;
    return new MultiHeadAttention(
        Linear.create(parameters, name + ".query", width, width),
        Linear.create(parameters, name + ".key", width, shared),
        Linear.create(parameters, name + ".value", width, shared),
        Linear.create(parameters, name + ".output", width, width),
        heads,
        groups,
        ScoredAttention.scaledDot());
  }

  /** As many groups as heads, and each head as the settings say. Xavier weights. */
  public static MultiHeadAttention create(
      Parameters parameters, String name, int width, int heads, AttentionSettings settings) {
    return create(parameters, name, width, heads)
        .with(settings.create(parameters, name, width / heads));
  }

  /** The same projections around another kind. */
  public MultiHeadAttention with(Attention kind) {
    return new MultiHeadAttention(query, key, value, output, heads, groups, kind);
  }

  /**
   * The same parameters with another weighting made of its own in every head.
   *
   * @return none if the kind has no weighting to be changed
   */
  public Optional<MultiHeadAttention> reweighted(UnaryOperator<Weighting> change) {
    return kind instanceof ScoredAttention scored
        ? Optional.of(with(scored.with(change.apply(scored.weighting()))))
        : Optional.empty();
  }

  /**
   * Whether a query may be asked without its neighbours, see {@link
   * heed.attention.scoring.Scoring#isPairwise}.
   */
  public boolean isPairwise() {
    return kind instanceof ScoredAttention scored && scored.score().isPairwise();
  }

  /** Self-attention: queries, keys and values all come from {@code x} (B, L, D). */
  public Attended attend(NDArray x, NDArray bias, Dropout dropout) {
    return attend(x, x, x, bias, dropout);
  }

  /** Cross-attention, or self-attention where all three are one array. */
  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireWhole(queries, keys, values);
    Attended attended =
        kind.attend(
            Heads.split(query.apply(queries), heads), // (B, H, Q, D/H)
            shared(Heads.split(key.apply(keys), groups)), // (B, H, S, D/H)
            shared(Heads.split(value.apply(values), groups)), // (B, H, S, D/H)
            bias,
            dropout);
    return attended.withStates(output.apply(Heads.join(attended.states()))); // (B, Q, D)
  }

  private NDArray shared(NDArray x) {
    return groups == heads ? x : x.repeat(1, heads / groups); // (B, G, S, D/H) -> (B, H, S, D/H)
  }
}
