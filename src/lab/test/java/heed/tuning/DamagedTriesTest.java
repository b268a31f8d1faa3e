package heed.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import heed.file.Damages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedTriesTest {

  @TempDir Path folder;

  @Test
  void two_thousand_damages_of_the_tries_of_a_search_are_refused() throws IOException {
    Path file = folder.resolve("tries.json");
    Tries tries = Tries.in(file, "films, NDCG@10");
    tries.add(new Tries.Try("width=64", 3, 0.25, 12.5));
    tries.add(new Tries.Try("width=128, t\u00e4o", 3, Double.NaN, 30));
    assertThat(Damages.of(file, 2_000, 4, damaged -> Tries.in(damaged, "films, NDCG@10")))
        .isEqualTo(new Damages.Tally(2_000, 0, 0, ""));
  }
}
