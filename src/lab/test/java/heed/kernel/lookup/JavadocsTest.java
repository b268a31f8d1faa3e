package heed.kernel.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavadocsTest {
  private final Javadocs javadocs = new Javadocs(Path.of("src"));

  @Test
  void a_method_is_found_by_its_name_and_parameters() {
    assertThat(javadocs.of("void Notebook.show(Object... values)").orElseThrow())
        .startsWith("Shows values: a table, a figure, a picture, a report");
  }

  @Test
  void a_class_and_the_constructor_of_a_record_have_the_comment_of_the_class() {
    assertThat(javadocs.of("heed.figure.Figure").orElseThrow()).startsWith("A Plotly figure");
    assertThat(javadocs.of("heed.figure.Figure(String json, String description)")).isPresent();
  }

  @Test
  void what_is_not_ours_has_none() {
    assertThat(javadocs.of("int Math.max(int a, int b)")).isEmpty();
    assertThat(new Javadocs(Path.of("no such folder")).of("heed.figure.Figure")).isEmpty();
  }

  @Test
  void markup_is_left_out() {
    assertThat(
            Javadocs.plain(
                " Takes {@code x} of {@link Foo#bar the bar}.\n\n <p>More.\n @param x what"))
        .isEqualTo("Takes x of the bar.\n\nMore.\n  x: what");
  }

  @Test
  void signatures_are_read_as_jshell_writes_them() {
    assertThat(
            Signature.parse(
                "Stream<R> java.util.stream.Stream<T>.<R>map(Function<? super T,? extends R>"
                    + " mapper)"))
        .isEqualTo(new Signature("Stream", "map", List.of("mapper")));
    assertThat(Signature.parse("ArrayList<E>(int initialCapacity)"))
        .isEqualTo(new Signature("ArrayList", "ArrayList", List.of("initialCapacity")));
    assertThat(Signature.parse("heed.figure.Figure"))
        .isEqualTo(new Signature("Figure", "", List.of()));
  }
}
