package heed.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ResumableRandomTest {

  @Test
  void a_resumable_generator_draws_what_that_of_java_does() {
    ResumableRandom ours = new ResumableRandom(-5);
    Random theirs = new Random(-5);
    long state = 0;
    for (int i = 1; i < 100; i++) {
      state = i == 50 ? ours.state() : state;
      assertThat(ours.nextInt(i)).isEqualTo(theirs.nextInt(i));
      assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
      assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
    }
    ResumableRandom resumed = new ResumableRandom(1);
    resumed.resume(state);
    Random from = new Random(-5);
    for (int i = 1; i < 50; i++) {
      from.nextInt(i);
      from.nextDouble();
      from.nextLong();
    }
    assertThat(resumed.nextInt(50)).isEqualTo(from.nextInt(50));
  }
}
