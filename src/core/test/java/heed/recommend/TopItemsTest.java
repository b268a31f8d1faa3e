package heed.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopItemsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_row_in_blocks_gives_what_the_whole_row_gives(int seed) {
    Random random = new Random(seed);
    float[] scores = new float[1 + random.nextInt(500)];
    boolean[] excluded = new boolean[scores.length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = random.nextInt(10) == 0 ? Float.NaN : random.nextInt(20) - 10;
      excluded[item] = item == 0 || random.nextInt(4) == 0;
    }
    int k = 1 + random.nextInt(30);
    TopItems top = new TopItems(k);
    top.add(new float[] {99}, 1, 7, item -> true);
    top.clear();
    int block = 1 + random.nextInt(60);
    for (int from = 0; from < scores.length; from += block) {
      int count = Math.min(block, scores.length - from);
      float[] some = Arrays.copyOfRange(scores, from, from + block);
      top.add(some, count, from, item -> !excluded[item]);
    }
    BestItems best = top.best();
    assertThat(best.items()).isEqualTo(new TopItems(k).of(scores, excluded));
    for (int place = 0; place < best.size(); place++) {
      assertThat(best.score(place)).isEqualTo(scores[best.item(place)]);
    }
  }
}
