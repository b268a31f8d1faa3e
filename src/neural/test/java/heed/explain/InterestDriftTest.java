package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.sequence.History;
import heed.training.TrainingRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterestDriftTest {

  @Test
  void a_row_is_what_the_network_says_after_that_event() {
    try (TrainingRun run = Explained.trained(TestedNetwork.COMIREC_SA)) {
      NetworkRecommender network = run.recommender();
      History history = Explained.history();
      InterestDrift drift = InterestDrift.of(network, history);
      assertThat(drift.weights()).hasNumberOfRows(5);
      assertThat(drift.weights()[1])
          .isEqualTo(network.interests(history.withoutLast(3)).orElseThrow().weights());
      assertThat(drift.likest()).hasSize(drift.weights()[0].length);
    }
  }

  @Test
  void a_network_that_keeps_none_apart_is_refused_and_so_are_rows_that_miss() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      assertThatThrownBy(() -> InterestDrift.of(run.recommender(), Explained.history()))
          .hasMessageContaining("ComiRecSaConfig");
    }
    assertThatThrownBy(
            () -> new InterestDrift(Explained.history(), List.of("a"), new float[][] {{1}}))
        .hasMessageContaining("over 5 events")
        .hasMessageContaining("found 1 rows");
  }
}
