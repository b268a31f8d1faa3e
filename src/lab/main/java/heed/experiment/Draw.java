package heed.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/** How a setting is drawn for a {@link Contender}. */
final class Draw {

  private Draw() {}

  static int pick(SplittableRandom random, int... some) {
    return some[random.nextInt(some.length)];
  }

  static double pick(SplittableRandom random, double... some) {
    return some[random.nextInt(some.length)];
  }

  @SafeVarargs
  static <T> T oneOf(SplittableRandom random, T... some) {
    return some[random.nextInt(some.length)];
  }

  /** Each order of magnitude as likely as another; to two digits, since more do not matter. */
  static double logUniform(SplittableRandom random, double low, double high) {
    double drawn = low * Math.pow(high / low, random.nextDouble());
    return BigDecimal.valueOf(drawn).round(new MathContext(2)).doubleValue();
  }
}
