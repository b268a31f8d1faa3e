package heed.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import heed.baseline.Popularity;
import heed.bundle.Bundle;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {

  private static final Catalogue MANY =
      Catalogue.of(IntStream.range(0, 100_000).mapToObj(i -> "i" + i).toList(), Map.of());

  private static final List<Opening> ALL =
      List.of(
          Opening.whole(),
          new Opening(true, false),
          new Opening(false, true),
          new Opening(true, true));

  @TempDir private Path folder;

  @Test
  void a_large_catalogue_gives_the_same_lists_however_it_is_opened() throws IOException {
    Path file = folder.resolve("many.heed");
    History history = History.untimed(MANY, 7, 99_999);
    List<Integer> expected;
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network =
            new NetworkRecommender(
                SasrecConfig.defaults().withWidth(8).create(MANY.size(), 1, manager),
                MANY,
                manager)) {
      Bundle.save(file, network);
      expected = items(network, history);
    }
    for (Opening opening : ALL) {
      try (Bundle bundle = opening.open(file)) {
        assertThat(items(bundle.recommender(), history)).as(opening.toString()).isEqualTo(expected);
      }
    }
  }

  @Test
  void what_keeps_no_vectors_is_opened_all_the_same() throws IOException {
    Catalogue few = Catalogue.of(List.of("a", "b"), Map.of());
    Path file = folder.resolve("few.heed");
    Bundle.save(
        file, Popularity.ever(Sequences.of(few, List.of("ann"), List.of(few.history("a")))));
    for (Opening opening : ALL) {
      try (Bundle bundle = opening.open(file)) {
        assertThat(items(bundle.recommender(), few.history("a"))).hasSize(1);
      }
    }
  }

  @Test
  void the_command_is_told_by_options() {
    assertThat(opening()).isEqualTo(Opening.whole());
    assertThat(opening("--map")).isEqualTo(new Opening(true, false));
    assertThat(opening("--quantize", "--map")).isEqualTo(new Opening(true, true));
  }

  private static Opening opening(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "pom.xml";
    System.arraycopy(options, 0, arguments, 1, options.length);
    return ServeArguments.of(arguments, Map.of()).opening();
  }

  private static List<Integer> items(Recommender recommender, History history) {
    return recommender.recommend(history, 20).entries().stream().map(Ranking.Entry::item).toList();
  }
}
