package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Sequences;
import heed.training.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequenceFileTest {

  @TempDir Path folder;

  @Test
  void a_line_is_a_user_and_her_items_in_order() throws IOException {
    Sequences sequences = SequenceFile.read(file("7 3 1 2\n9 2 4\n"));
    assertThat(sequences.size()).isEqualTo(2);
    assertThat(sequences.user(0)).isEqualTo("7");
    assertThat(sequences.history(0).items()).containsExactly(3, 1, 2);
    assertThat(sequences.history(1).items()).containsExactly(2, 4);
    assertThat(sequences.catalogue().size()).isEqualTo(4);
  }

  @Test
  void a_line_of_something_else_is_told_with_its_number() {
    assertThatThrownBy(() -> SequenceFile.read(file("7 3 1\n8 a b\n")))
        .hasMessageStartingWith("line 2 of ")
        .hasMessageContaining("found '8 a b', expected such as '7 12 3 45'");
    assertThatThrownBy(() -> SequenceFile.read(file("7 0\n"))).hasMessageContaining("line 1");
    assertThatThrownBy(() -> SequenceFile.read(file("7\n"))).hasMessageContaining("line 1");
  }

  @Test
  void settings_are_words_over_the_recipe_or_the_defaults() throws IOException {
    Sequences train = SequenceFile.read(file("1 1 2 3\n2 2 3 1\n"));
    Training recipe = QualitySettings.of(20, train, List.of("recipe", "batch=64", "dropout=.2"));
    assertThat(recipe.limits().batchSize()).isEqualTo(64);
    assertThat(recipe.model().toString()).contains("dropout=0.2", "Cosine", "maxLength=20");
    Training plain = QualitySettings.of(20, train, List.of("rate=.01"));
    assertThat(plain.model().toString()).contains("dropout=0.5", "Dot");
    assertThatThrownBy(() -> QualitySettings.of(20, train, List.of("colour=red")))
        .hasMessage("no setting is called 'colour'");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("log.txt"), text);
  }
}
