package heed.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordVectorsTest {

  private static final String GLOVE = "the 0.1 -2 3e-2\nhat 1 2 3\nblue 4 5 6\n. . . 7 8 9\n";

  @TempDir Path folder;

  @Test
  void glove_and_word2vec_are_told_apart() throws IOException {
    WordVectors glove = read(GLOVE, "hat", "the", "absent");
    assertThat(glove.words()).containsExactly("hat", "the");
    assertThat(glove.width()).isEqualTo(3);
    assertThat(glove.vector("the")).hasValue(new float[] {0.1f, -2, 3e-2f});
    assertThat(glove.vector("blue")).as("not wanted, not kept").isEmpty();
    // word2vec's own program ends every line with a space.
    WordVectors word2vec = read("2 3\nthe 0.1 -2 3e-2 \r\nhat 1 2 3 \n", "hat", "the");
    assertThat(word2vec).isEqualTo(glove);
  }

  @Test
  void a_word_may_hold_spaces_and_the_first_of_two_is_kept() throws IOException {
    assertThat(read(GLOVE, ". . .").vector(". . .")).hasValue(new float[] {7, 8, 9});
    assertThat(read("a 1\na 2\n", "a").vector("a")).hasValue(new float[] {1});
  }

  @Test
  void a_table_follows_the_vocabulary() throws IOException {
    assertThat(read(GLOVE, "hat").table(List.of("zebra", "hat")))
        .isDeepEqualTo(new float[][] {{0, 0, 0}, {1, 2, 3}});
  }

  @Test
  void a_zipped_file_is_read_as_it_is() throws IOException {
    Path file = folder.resolve("vectors.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(GLOVE.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(WordVectors.read(file, Set.of("blue")).vector("blue"))
        .hasValue(new float[] {4, 5, 6});
  }

  @Test
  void malformed_lines_are_named() {
    assertRefused("a 1 2\nb 1\n", "line 2: expected a word and 2 numbers", "b");
    assertRefused("a 1 2\nb 1 2 3\n", "line 2: more than 2 numbers after 'b 1'", "a");
    assertRefused("a 1 2\nb 1 x\n", "line 2: 'x' is not a number", "b");
    assertRefused("a 1 2\nb 1 NaN\n", "line 2: 'NaN' is not finite", "b");
    assertRefused("a 1 2\n\nb 1 2\n", "line 2: expected a word", "b");
    assertRefused("3 2\na 1 2\n", "line 2: the file promises 3 words", "a");
    assertRefused("nothing\n", "line 1: expected a word", "a");
    assertRefused("a 1 2\n" + "x".repeat(2_000_000), "line 2: a line is longer", "a");
    assertRefused("The 1 2\n", "none of the 1 wanted words is among the 1 lines", "the");
  }

  private void assertRefused(String text, String message, String wanted) {
    assertThatThrownBy(() -> read(text, wanted))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private WordVectors read(String text, String... wanted) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "vectors", ".txt"), text);
    return WordVectors.read(file, Set.of(wanted));
  }
}
