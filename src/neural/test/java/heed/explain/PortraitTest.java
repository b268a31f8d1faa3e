package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.model.NetworkRecommender;
import heed.model.sequential.TestedNetwork;
import heed.recommend.Ranking.Entry;
import heed.training.TrainingRun;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortraitTest {

  @ParameterizedTest
  @EnumSource(names = {"SASREC", "GRU", "COMIREC_SA", "BERT4REC"})
  void every_kind_of_network_can_be_portrayed(TestedNetwork tested) {
    try (TrainingRun run = Explained.trained(tested)) {
      NetworkRecommender network = run.recommender();
      Explainer explainer = new RecencyExplainer();
      Portrait portrait =
          Portraits.of(network, Map.of("ann", Explained.history()), explainer, 3).users().get(0);
      assertThat(portrait.user()).isEqualTo("ann");
      assertThat(portrait.history()).isEqualTo(network.readable(Explained.history()));
      assertThat(portrait.ranking()).isEqualTo(network.recommend(Explained.history(), 3));
      assertThat(portrait.reasons()).hasSize(3);
      assertThat(portrait.interests().isPresent()).isEqualTo(tested.name().startsWith("COMIREC"));
      assertThat(portrait.attention().isPresent())
          .isEqualTo(tested.name().matches("SASREC|BERT.*"));
    }
  }

  @Test
  void reasons_are_those_of_what_is_recommended() {
    try (TrainingRun run = Explained.trained(TestedNetwork.SASREC)) {
      Portrait right =
          Portrait.of("ann", run.recommender(), Explained.history(), new RecencyExplainer(), 2);
      List<Integer> items = right.ranking().entries().stream().map(Entry::item).toList();
      assertThatThrownBy(
              () ->
                  new Portrait(
                      "ann",
                      right.history(),
                      right.attention(),
                      right.interests(),
                      right.ranking(),
                      right.reasons().subList(0, 1)))
          .hasMessageContaining("items " + items.subList(0, 1) + " explained")
          .hasMessageContaining(items + " recommended");
    }
    assertThatThrownBy(() -> new Portraits("SASRec", "recency", List.of()))
        .hasMessageContaining("give at least one history");
  }
}
