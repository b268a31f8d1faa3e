package heed.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutFactorsTest {

  private static final int MANY = 1_000_003; // No whole number of blocks.

  /** Six deviations of the mean of as many independent draws, for a rate of a half. */
  private static final double SIX_DEVIATIONS = 6 * 0.5 / Math.sqrt(MANY);

  @ParameterizedTest
  @ValueSource(floats = {0.01f, 0.2f, 0.5f, 0.9f})
  void the_rate_is_dropped_and_the_mean_is_kept(float rate) {
    float[] factors = factors(rate, 1);
    assertThat(share(factors, 0)).isCloseTo(rate, within(SIX_DEVIATIONS));
    assertThat(factors).containsOnly(0, 1 / (1 - Math.round(rate * 65_536) / 65_536f));
  }

  @Test
  void a_seed_repeats_its_draw() {
    assertThat(factors(0.2f, 7)).isEqualTo(factors(0.2f, 7));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 64, 128, 2048, 4096})
  void what_is_dropped_says_nothing_of_what_stands_further_on(int further) {
    float[] factors = factors(0.5f, 3);
    int both = 0;
    for (int i = 0; i + further < MANY; i++) {
      both += factors[i] == 0 && factors[i + further] == 0 ? 1 : 0;
    }
    assertThat(both / (double) (MANY - further)).isCloseTo(0.25, within(SIX_DEVIATIONS));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 0x9E3779B9, 0x10000, Integer.MAX_VALUE - 5})
  void what_is_dropped_says_nothing_of_another_seeds_draw(int further) {
    float[] one = factors(0.5f, 5);
    float[] other = factors(0.5f, 5 + further);
    int both = 0;
    for (int i = 0; i < MANY; i++) {
      both += one[i] == 0 && other[i] == 0 ? 1 : 0;
    }
    assertThat(both / (double) MANY).isCloseTo(0.25, within(SIX_DEVIATIONS));
  }

  private static float[] factors(float rate, int seed) {
    float[] factors = new float[MANY];
    new DropoutFactors(rate, seed).fill(FloatBuffer.wrap(factors));
    return factors;
  }

  private static double share(float[] factors, float value) {
    int found = 0;
    for (float factor : factors) {
      found += factor == value ? 1 : 0;
    }
    return found / (double) factors.length;
  }
}
