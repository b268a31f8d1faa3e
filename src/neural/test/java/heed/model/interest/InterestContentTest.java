package heed.model.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.bundle.Bundle;
import heed.features.ItemWords;
import heed.features.WordVectors;
import heed.features.fitting.Feature;
import heed.features.fitting.FeatureSet;
import heed.log.Attribute;
import heed.log.Attributes;
import heed.model.NetworkRecommender;
import heed.reading.Tables;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class InterestContentTest {

  /** The fifth is described like the first; the sixth has no word that is known. */
  private static final Attributes FILMS =
      Tables.attributes(
          Table.create(
              StringColumn.create("film", List.of("1", "2", "3", "4", "5", "6")),
              StringColumn.create(
                  "genres", List.of("war|noir", "war|love", "love", "noir", "noir|war", "opera"))),
          "film",
          Attribute.categories("genres", "|"));

  private static final Catalogue FOUR = Catalogue.of(List.of("1", "2", "3", "4"), Map.of());
  private static final Catalogue SIX =
      Catalogue.of(List.of("1", "2", "3", "4", "5", "6"), Map.of());

  private static final ItemWords WORDS =
      ItemWords.of(
          FeatureSet.of(Feature.multiHot("genres")).fit(FILMS, List.of("1", "2", "3", "4")),
          FILMS,
          FOUR);

  private static final InterestContentConfig CONFIG =
      InterestContentConfig.of(WORDS).withWidth(4).withInterests(2).withMaxLength(5);

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void an_item_never_met_has_the_vector_of_its_words_and_one_of_unknown_words_scores_nothing() {
    try (InterestContent trained = CONFIG.create(4, 1, manager);
        InterestContent grown = trained.over(WORDS.over(FILMS, SIX), manager)) {
      float[] before = vectors(trained);
      float[] after = vectors(grown);
      assertThat(Arrays.copyOf(after, before.length)).containsExactly(before);
      assertThat(row(after, 5)).containsExactly(row(before, 1), within(1e-6f));
      assertThat(row(after, 6)).containsOnly(0);
      try (NetworkRecommender four = new NetworkRecommender(trained, FOUR, manager);
          NetworkRecommender six = new NetworkRecommender(grown, SIX, manager)) {
        float[] known = four.score(List.of(History.untimed(FOUR, 2, 3)))[0];
        float[] all = six.score(List.of(History.untimed(SIX, 2, 3)))[0];
        assertThat(Arrays.copyOf(all, 5)).containsExactly(known, within(1e-6f));
      }
    }
  }

  @Test
  void items_of_other_words_are_refused_with_the_way_to_describe_them() {
    ItemWords others =
        ItemWords.of(
            FeatureSet.of(Feature.multiHot("genres")).fit(FILMS, List.of("3", "2")), FILMS, SIX);
    try (InterestContent trained = CONFIG.create(4, 1, manager)) {
      assertThatThrownBy(() -> trained.over(others, manager))
          .hasMessageContaining("words.over(attributes, catalogue)");
    }
    assertThatThrownBy(() -> CONFIG.create(6, 1, manager))
        .hasMessage(
            "the catalogue has 6 items, found 3 words of 4 items; describe them by"
                + " ItemWords.of(features, attributes, split.catalogue())");
  }

  @Test
  void what_the_profile_adds_to_the_network_is_what_is_recommended_by_it_alone() {
    try (InterestContent network = CONFIG.create(4, 1, manager)) {
      Map<String, float[]> deaf = new HashMap<>(network.parameters().values());
      Arrays.fill(deaf.get("norm.weight"), 0); // The history's part is now nothing,
      Arrays.fill(deaf.get("norm.bias"), 0);
      deaf.put("asking.bias", new float[] {0.3f, -0.2f, 0.5f, 0.1f}); // and everybody's something.
      network.parameters().set(deaf);
      InterestRecommender alone = InterestRecommender.of(network, FOUR, manager);
      try (NetworkRecommender both = new NetworkRecommender(network, FOUR, manager)) {
        for (History history :
            List.of(History.untimed(FOUR, 1, 2, 3), History.untimed(FOUR, 4), untouched())) {
          float[] expected = both.score(List.of(history))[0];
          assertThat(alone.score(List.of(history))[0]).containsExactly(expected, within(1e-6f));
        }
      }
    }
  }

  private static History untouched() {
    return History.untimed(FOUR);
  }

  @Test
  void interest_weights_and_their_network_answer_as_before_from_a_bundle(@TempDir Path folder)
      throws Exception {
    try (NetworkRecommender network =
        new NetworkRecommender(CONFIG.create(4, 1, manager), FOUR, manager)) {
      InterestRecommender live =
          InterestRecommender.of((InterestContent) network.network(), FOUR, manager);
      for (Recommender saved : List.of(network, live)) {
        Path file = folder.resolve("bundle.heed");
        Bundle.save(file, saved);
        try (Bundle bundle = Bundle.load(file)) {
          List<History> asked = List.of(History.untimed(FOUR, 1, 2, 3), untouched());
          assertThat(bundle.recommender().score(asked)).isDeepEqualTo(saved.score(asked));
        }
      }
    }
  }

  @Test
  void interests_of_another_catalogue_are_refused() {
    try (InterestContent network = CONFIG.create(4, 1, manager)) {
      InterestRecommender live = InterestRecommender.of(network, FOUR, manager);
      History foreign = History.untimed(SIX, 2);
      assertThatThrownBy(() -> live.recommend(foreign, 2))
          .hasMessageContaining("another catalogue");
      assertThatThrownBy(() -> live.score(List.of(foreign)))
          .hasMessageContaining("knows another catalogue (4 items) than the history (6 items)");
      assertThatThrownBy(() -> live.profile(foreign)).hasMessageContaining("another catalogue");
      assertThatThrownBy(() -> live.recommend(live.profile(History.untimed(FOUR, 2)), foreign, 2))
          .hasMessageContaining("another catalogue");
    }
  }

  @Test
  void a_profile_carried_on_click_by_click_recommends_as_the_whole_history_does() {
    try (InterestContent network = CONFIG.create(4, 1, manager)) {
      InterestRecommender live = InterestRecommender.of(network, FOUR, manager);
      History history = History.of(FOUR, new int[] {1, 2, 4}, new long[] {10, 20, 30});
      InterestProfile profile = live.profile(history.withoutLast(1)).after(live.words(), 4, 30);
      Ranking ranking = live.recommend(profile, history, 3);
      assertThat(ranking).isEqualTo(live.recommend(history, 3));
      assertThat(ranking.entries()).extracting(Ranking.Entry::id).containsExactly("3");
    }
  }

  @Test
  void pretrained_words_start_from_their_vectors_whatever_their_width() {
    WordVectors pretrained =
        new WordVectors(List.of("noir", "war"), 3, new float[] {1, 2, 3, 4, 5, 6});
    try (InterestContent network = CONFIG.withPretrained(pretrained).create(4, 1, manager)) {
      float[] start = network.parameters().values().get("words"); // love, noir, war
      assertThat(Arrays.copyOfRange(start, 3, 9)).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(Arrays.copyOf(start, 3)).doesNotContain(0);
      assertThat(vectors(network)).hasSize(5 * 4).doesNotContain(Float.NaN);
    }
  }

  private float[] vectors(InterestContent network) {
    return Inference.run(manager, step -> network.itemVectors(step).toFloatArray());
  }

  private static float[] row(float[] vectors, int item) {
    return Arrays.copyOfRange(vectors, 4 * item, 4 * item + 4);
  }

  @Test
  void interests_attend_to_events_and_to_each_other_and_the_last_event_as_the_map_says() {
    try (InterestContent network = CONFIG.create(4, 1, manager);
        NetworkRecommender recommender = new NetworkRecommender(network, FOUR, manager)) {
      History history = History.untimed(FOUR, 3, 2, 1);
      InterestAttention found = network.attention(history);
      assertThat(found.interests()).hasSize(2);
      assertThat(found.weights()[0]).isGreaterThanOrEqualTo(found.weights()[1]);
      float[][] lastLayer = found.shares()[0][0];
      assertThat(lastLayer.length).as("the last event and two interests").isEqualTo(3);
      for (float[] token : lastLayer) {
        assertThat(token).as("three events and two interests").hasSize(5);
        assertThat(token[0] + token[1] + token[2] + token[3] + token[4])
            .isCloseTo(1, within(1e-5f));
      }
      assertThat(Arrays.copyOf(lastLayer[0], 3))
          .as("the last event's row of the attention map")
          .containsExactly(recommender.attention(history)[0][0][2], within(1e-6f));
      assertThat(found.overEvents().keySet()).first().isEqualTo("the last event");
      assertThat(found.overEvents().values()).allSatisfy(row -> assertThat(row).hasSize(3));
      assertThat(found.overInterests().values()).allSatisfy(row -> assertThat(row).hasSize(2));
    }
  }

  @Test
  void a_user_of_fewer_words_than_interests_shows_those_she_has() {
    try (InterestContent network = CONFIG.withInterests(4).create(4, 1, manager)) {
      InterestAttention found = network.attention(History.untimed(FOUR, 3));
      assertThat(found.interests()).extracting(word -> word.text()).containsExactly("love");
      assertThat(found.shares()[0][0][1]).hasSize(2);
    }
  }
}
