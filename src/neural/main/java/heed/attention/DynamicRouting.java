package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.layer.Constants;

/**
 * Events find the interest they belong to by agreement: routing between capsules, Sabour et al.
 * 2017, procedure 1, as MIND (Li et al. 2019, behaviour-to-interest routing) and ComiRec-DR (Cen et
 * al. 2020, algorithm 1) use it for histories.
 *
 * <p>Each event splits itself among the interests, an interest becomes what was given to it,
 * shortened to a length below 1, and each event then gives more to the interests that point its
 * way. Here that is done for every position at once, over the events it may see, so that no
 * interest knows the future: memory (B, K, L, L), as for attention with K heads, and 2 L^2 K D
 * products an iteration.
 *
 * <p>As in ComiRec's code, no gradient flows through the agreement: it decides where events go, and
 * only what they bring is learnt, together with the logits it starts from.
 *
 * @param iterations how often events split themselves, at least 1; 3 in the papers
 */
public record DynamicRouting(int iterations) {

  /** Keeps the root of a length of 0 away from an infinite gradient. */
  private static final double FLOOR = 1e-9;

  public DynamicRouting {
    if (iterations < 1) {
      throw new IllegalArgumentException("routing takes at least 1 iteration, found " + iterations);
    }
  }

  /**
   * Routes.
   *
   * @param votes what each event brings to each interest: (B, K, L, D), or (B, 1, L, D) if it
   *     brings the same to all
   * @param logits how events lean at the start, broadcast to (B, K, Q, L); all alike if all votes
   *     differ, drawn if they do not, or the interests would stay alike
   * @param mask minus infinity where an event is not to be seen, else 0: (B or 1, 1, Q, L), such as
   *     a {@link CausalMask} (Q = L) or a {@link PaddingMask} (Q = 1)
   * @return interests (B, K, Q, D), each shorter than 1, and how much of each event went to each:
   *     (B, K, Q, L), which over the K interests sum to 1 where the event is seen, else to 0
   */
  public Attended route(NDArray votes, NDArray logits, NDArray mask) {
    NDArray visible = mask.exp(); // (B or 1, 1, Q, L), 1 where seen
    NDArray fixed = votes.stopGradient(); // (B, K, L, D)
    NDArray turned = fixed.swapAxes(2, 3); // (B, K, D, L)
    NDArray leaning = visible.zerosLike().add(logits); // (B or 1, K, Q, L)
    for (int i = 1; i < iterations; i++) {
      NDArray interests = squash(split(leaning, visible).matMul(fixed)); // (B, K, Q, D)
      leaning = leaning.add(interests.matMul(turned).stopGradient()); // (B, K, Q, L)
    }
    NDArray shares = split(leaning, visible); // (B, K, Q, L)
    return new Attended(squash(shares.matMul(votes)), shares); // (B, K, Q, D)
  }

  /** Each event's share for each interest: a softmax over the interests. */
  private static NDArray split(NDArray leaning, NDArray visible) {
    return leaning.softmax(1).mul(visible); // (B, K, Q, L)
  }

  /** Keeps the direction, and makes of a length n the length n^2 / (1 + n^2). */
  static NDArray squash(NDArray x) {
    NDManager step = x.getManager();
    NDArray square = x.square().sum(new int[] {-1}, true); // (..., 1)
    NDArray length = square.add(Constants.of(step, FLOOR)).sqrt(); // (..., 1)
    return x.mul(length.div(square.add(Constants.of(step, 1)))); // (..., D)
  }
}
