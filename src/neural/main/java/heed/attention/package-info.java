/**
 * Attention kinds, and what combines them into a layer, one small class each. Uses the layers and
 * DJL.
 *
 * <p>Attention computes a score for each pair of query and key, turns the scores into weights, and
 * sums the values by these weights. {@link heed.attention.ScoredAttention} does this with any
 * {@link heed.attention.scoring.Scoring} and any {@link heed.attention.weighting.Weighting}. What a
 * query may see is a bias added to the scores: masks ({@link heed.attention.CausalMask}, {@link
 * heed.attention.LocalMask}, {@link heed.attention.PaddingMask}, {@link heed.attention.NoMask}) and
 * learned biases ({@link heed.attention.RelativeBias}, {@link heed.attention.TimeBias}) add up.
 * Every kind is an {@link heed.attention.Attention} with the same call, so that a layer takes any
 * of them:
 *
 * <pre>{@code
 * var layer = MultiHeadAttention.create(parameters, "attention", 64, 2)
 *     .with(new ScoredAttention(new RotaryScore(new ScaledDotScore()), new Entmax()));
 * Attended attended = layer.attend(x, CausalMask.of(step, length), dropout);
 * }</pre>
 *
 * <p>A network takes the four choices as settings ({@link heed.attention.AttentionSettings}): a
 * {@link heed.attention.scoring.ScoringKind}, a {@link heed.attention.weighting.WeightingKind}, a
 * {@link heed.attention.Mask} and {@link heed.attention.PositionKind}s. Settings are values without
 * arrays; kinds with parameters get them when the network is created. What has no parameters is its
 * own setting, so that a record that implements {@link heed.attention.scoring.Scoring} is all there
 * is to write:
 *
 * <pre>{@code
 * SasrecConfig.defaults().withScoring(Scoring.additive(8)).withWeighting(Weighting.sparsemax())
 * }</pre>
 *
 * <h2>Which to choose</h2>
 *
 * <p>Start with {@link heed.attention.MultiHeadAttention} as it is, with scaled dot products and
 * softmax, and change one thing at a time, for a reason:
 *
 * <ul>
 *   <li>Score. Projected vectors of equal width: {@link heed.attention.scoring.ScaledDotScore}.
 *       Vectors without a projection, whose length must not count: {@link
 *       heed.attention.scoring.CosineScore}. Queries and keys of different width or kind, without a
 *       projection: {@link heed.attention.scoring.GeneralScore}, or where a product is not enough
 *       {@link heed.attention.scoring.AdditiveScore}, which costs h times the memory. {@link
 *       heed.attention.scoring.DotScore} is for tables and for narrow vectors.
 *   <li>Weighting. {@link heed.attention.weighting.Softmax} unless weights are to be read: then
 *       {@link heed.attention.weighting.Entmax} or {@link heed.attention.weighting.Sparsemax},
 *       whose zeros are zeros, or {@link heed.attention.weighting.TopKSoftmax} where k is known.
 *       One event alone: {@link heed.attention.weighting.HardWeighting}, which is {@link
 *       heed.attention.weighting.GumbelHardmax} in training and {@link
 *       heed.attention.weighting.Hardmax} after it. One of several interests for a label: {@link
 *       heed.attention.weighting.PowerSoftmax} over {@link heed.attention.scoring.DotScore}, which
 *       is MIND's label-aware attention. To find out whether weights matter at all: {@link
 *       heed.attention.weighting.UniformAttention} and {@link
 *       heed.attention.weighting.PermutedAttention} in place of a trained network's weighting.
 *   <li>Reach. A prediction at every position: {@link heed.attention.CausalMask}. Masked items, or
 *       one prediction for each history: {@link heed.attention.PaddingMask}. If only near events
 *       decide: {@link heed.attention.LocalMask}.
 *   <li>Order. {@link heed.layer.PositionalEmbedding} for histories up to a known length; {@link
 *       heed.layer.PositionalEmbeddingFromEnd} where only the last position is scored; {@link
 *       heed.layer.SinusoidalPositions} for any length; {@link heed.attention.scoring.RotaryScore}
 *       or {@link heed.attention.RelativeBias} where distance matters and not position; {@link
 *       heed.attention.TimeBias} where gaps in time matter.
 *   <li>Strength. If it matters how much of something there was, which a softmax normalises away:
 *       {@link heed.attention.PointwiseAttention} in a {@link heed.attention.GatedAttention} for
 *       next items, {@link heed.attention.TargetAttention} for one candidate at a time.
 *   <li>Length. For more than a few thousand events: {@link heed.attention.CausalLinearAttention},
 *       in both directions {@link heed.attention.LinearAttention}.
 *   <li>Parameters. Many heads with fewer parameters: {@link
 *       heed.attention.MultiHeadAttention#grouped}.
 *   <li>Pooling. Many states into one: {@link heed.attention.AttentionPooling}; on two levels,
 *       events and sessions: {@link heed.attention.HierarchicalAttention}, or with every event as
 *       the query {@link heed.attention.SessionAttention}. A summary kept up to date event by
 *       event: {@link heed.attention.KeyValueMemory}.
 * </ul>
 *
 * <p>Letters: B batch, L length, Q queries, S keys (the source), D width, H heads, G groups of
 * heads, d width of a head, v width of a value, h hidden width, K interests, M memory slots, N
 * items. Numbers are float32. Results belong to the memory manager of the first operand, which is
 * always the step's input, never a parameter.
 */
package heed.attention;
