package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import heed.baseline.Ease;
import heed.baseline.Popularity;
import heed.log.Interactions;
import heed.model.NetworkRecommender;
import heed.model.sequential.SasrecConfig;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model goes on where the same ids are, and nowhere else. */
class OneCatalogueTest {

  private static final Catalogue BOOKS = shop("book", 5);

  @TempDir Path folder;

  private static Catalogue shop(String what, int size) {
    return Catalogue.of(IntStream.range(0, size).mapToObj(i -> what + i).toList(), Map.of());
  }

  private Interactions log() throws IOException {
    StringBuilder rows = new StringBuilder("user,item,time\n");
    for (int user = 0; user < 6; user++) {
      for (int i = 0; i < 5; i++) {
        rows.append("u").append(user).append(",i").append((user + i) % 7).append(',');
        rows.append(1_000_000_000L + 1_000L * i).append('\n');
      }
    }
    Path file = folder.resolve("log.csv");
    Files.writeString(file, rows.toString());
    return Interactions.read(file);
  }

  @Test
  void a_model_that_was_fitted_answers_to_the_same_log_split_again() throws IOException {
    Split.Parts first = Split.leaveOneOut().of(Sequences.of(log(), 1));
    Split.Parts again = Split.leaveOneOut().of(Sequences.of(log(), 1));
    assertThat(again.catalogue()).isNotSameAs(first.catalogue());
    for (Recommender one :
        List.of(Popularity.ever(first.train()), Ease.defaults().fit(first.train()))) {
      assertThat(Evaluation.of(again.test()).ranks(one))
          .isEqualTo(Evaluation.of(first.test()).ranks(one));
    }
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network = sasrec(first.catalogue(), manager)) {
      assertThat(Evaluation.of(again.test()).ranks(network))
          .isEqualTo(Evaluation.of(first.test()).ranks(network));
    }
  }

  @Test
  void a_model_answers_to_a_catalogue_that_was_saved_and_loaded() throws IOException {
    Split.Parts parts = Split.leaveOneOut().of(Sequences.of(log(), 1));
    Path file = folder.resolve("catalogue.json");
    parts.catalogue().save(file);
    History typed = Catalogue.load(file).history("i1", "i2");
    Recommender popular = Popularity.ever(parts.train());
    assertThat(popular.recommend(typed, 2).entries())
        .isEqualTo(popular.recommend(parts.catalogue().history("i1", "i2"), 2).entries());
  }

  @Test
  void a_network_of_a_book_shop_refuses_the_history_of_a_tool_shop_of_any_size() {
    try (NDManager manager = NDManager.newBaseManager();
        NetworkRecommender network = sasrec(BOOKS, manager)) {
      for (int size : new int[] {4, 5, 6}) {
        History tools = History.untimed(shop("tool", size), size, 1);
        assertThatThrownBy(() -> network.recommend(tools, 3))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("knows another catalogue (5 items) than the history")
            .hasMessageContaining("('tool0', 'tool1', 'tool2', ...)");
        assertThatThrownBy(() -> network.score(List.of(tools))).hasMessageContaining("another cat");
        assertThatThrownBy(() -> network.attention(tools))
            .hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> network.interests(tools))
            .hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> network.masked(tools)).hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> network.positionLabels(tools))
            .hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> network.targetRanks(List.of(tools), new int[] {1}, Seen.KEPT, 1))
            .hasMessageContaining("another catalogue");
        assertThatThrownBy(
                () -> network.targetRanks(List.of(tools), List.of(new int[] {1, 2}), Seen.KEPT, 1))
            .hasMessageContaining("another catalogue");
        assertThatThrownBy(() -> Evaluation.of(Holdout.of(List.of(tools), 1)).ranks(network))
            .hasMessageContaining("than the holdout");
      }
      assertThatThrownBy(() -> network.recommend(null, 3))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("needs a history to recommend after");
      assertThatThrownBy(() -> network.attention(null)).hasMessageContaining("found null");
    }
  }

  private static NetworkRecommender sasrec(Catalogue catalogue, NDManager manager) {
    SasrecConfig config = SasrecConfig.defaults().withWidth(4).withMaxLength(6);
    return new NetworkRecommender(config.create(catalogue.size(), 1, manager), catalogue, manager);
  }
}
