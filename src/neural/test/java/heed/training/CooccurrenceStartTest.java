package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.model.sequential.SasrecConfig;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CooccurrenceStartTest {

  private static final int WIDTH = 4;
  private static final CooccurrenceStart START = CooccurrenceStart.defaults();

  /** Items 1 to 3 are taken together, 4 to 6 are, and nobody takes 7. */
  private static final Sequences TWO_TASTES =
      sequences(
          7, new int[][] {{1, 2, 3}, {2, 3}, {1, 3}, {4, 5, 6}, {5, 6}, {4, 6}, {1, 2}, {4, 5}});

  @Test
  void items_of_one_taste_lie_together_and_those_of_two_apart() {
    float[] vectors = START.vectors(TWO_TASTES, WIDTH, 1).orElseThrow();
    double together = cosine(vectors, 1, 2);
    double apart = cosine(vectors, 1, 5);
    assertThat(together).isGreaterThan(apart + .3);
    assertThat(apart).isCloseTo(0, within(.05));
  }

  @Test
  void all_items_have_one_length_and_padding_has_none() {
    float[] vectors = START.vectors(TWO_TASTES, WIDTH, 1).orElseThrow();
    assertThat(vectors).hasSize(8 * WIDTH);
    assertThat(length(vectors, 0)).isZero();
    IntStream.rangeClosed(1, 7)
        .forEach(item -> assertThat(length(vectors, item)).isCloseTo(.16, within(1e-6)));
  }

  @Test
  void one_seed_gives_one_start_and_two_seeds_turn_it() {
    float[] first = START.vectors(TWO_TASTES, WIDTH, 1).orElseThrow();
    assertThat(START.vectors(TWO_TASTES, WIDTH, 1).orElseThrow()).containsExactly(first);
    assertThat(START.vectors(TWO_TASTES, WIDTH, 2).orElseThrow()).isNotEqualTo(first);
    // Six numbers hold all that six items have; of equal singular values four would be a choice.
    float[] whole = START.vectors(TWO_TASTES, 6, 1).orElseThrow();
    float[] turned = START.vectors(TWO_TASTES, 6, 2).orElseThrow();
    assertThat(turned).isNotEqualTo(whole);
    assertThat(cosine(turned, 1, 2, 6)).isCloseTo(cosine(whole, 1, 2, 6), within(1e-4));
    assertThat(cosine(turned, 4, 6, 6)).isCloseTo(cosine(whole, 4, 6, 6), within(1e-4));
  }

  @Test
  void a_log_of_fewer_tastes_than_numbers_in_a_vector_is_no_trouble() {
    float[] vectors = START.vectors(sequences(2, new int[][] {{1, 2}}), 16, 1).orElseThrow();
    assertThat(length(vectors, 1, 16)).isCloseTo(.16, within(1e-6));
    assertThat(vectors).doesNotContain(Float.NaN);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new CooccurrenceStart(0, 5, 8)).hasMessageContaining("found 0.0");
  }

  @Test
  void a_start_that_does_not_fit_the_network_is_refused() {
    Training training =
        Training.of(SasrecConfig.defaults().withWidth(8).withMaxLength(4))
            .withItemStart(new OneTooMany());
    assertThatThrownBy(() -> training.fit(TWO_TASTES, any -> 0, ProgressListener.SILENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("OneTooMany", "gives 65 numbers, expected 64");
  }

  private record OneTooMany() implements ItemStart {

    @Override
    public Optional<float[]> vectors(Sequences train, int width, long seed) {
      return Optional.of(new float[(train.catalogue().size() + 1) * width + 1]);
    }
  }

  private static Sequences sequences(int items, int[][] taken) {
    Catalogue catalogue =
        Catalogue.of(
            IntStream.rangeClosed(1, items).mapToObj(Integer::toString).toList(), Map.of());
    List<String> users = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (int[] history : taken) {
      users.add("user " + users.size());
      histories.add(History.untimed(catalogue, history));
    }
    return Sequences.of(catalogue, users, histories);
  }

  private static double cosine(float[] vectors, int one, int other) {
    return cosine(vectors, one, other, WIDTH);
  }

  private static double cosine(float[] vectors, int one, int other, int width) {
    double dot = 0;
    for (int i = 0; i < width; i++) {
      dot += vectors[one * width + i] * vectors[other * width + i];
    }
    return dot / (length(vectors, one, width) * length(vectors, other, width));
  }

  private static double length(float[] vectors, int item) {
    return length(vectors, item, WIDTH);
  }

  private static double length(float[] vectors, int item, int width) {
    double squares = 0;
    for (int i = 0; i < width; i++) {
      squares += vectors[item * width + i] * vectors[item * width + i];
    }
    return Math.sqrt(squares);
  }
}
