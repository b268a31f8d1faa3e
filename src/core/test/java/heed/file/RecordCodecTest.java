package heed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.reflect.TypeToken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  private static final RecordCodec CODEC = RecordCodec.plain().with(Circle.class, Square.class);

  enum Colour {
    RED,
    GREEN {}
  }

  /** Open: anybody may add one. */
  interface Shape {}

  record Circle(double radius) implements Shape {
    Circle {
      if (!(radius > 0)) {
        throw new IllegalArgumentException("a radius is above 0, found " + radius);
      }
    }
  }

  /** Holds another shape of the same name. */
  interface Other {
    record Circle(int x) implements Shape {}
  }

  record Square(float side) implements Shape {}

  record Framed(Shape shape, int times) implements Shape {}

  record Optionals(
      Optional<Shape> shape, OptionalInt whole, OptionalLong large, OptionalDouble real) {}

  record Times(Duration duration, Instant instant, LocalDate date) {}

  record Everything(
      String text,
      boolean truth,
      Colour colour,
      long large,
      List<Shape> shapes,
      Map<String, List<Integer>> numbers,
      Times times) {}

  record Pair<T>(T left, List<T> right) {}

  @Test
  void what_is_written_reads_back_equal() {
    Everything all =
        new Everything(
            "\u00e9 \"quoted\"\n<b>",
            true,
            Colour.GREEN,
            Long.MIN_VALUE,
            List.of(new Circle(Double.MIN_VALUE), new Square(0.1f)),
            Map.of("a b", List.of(1, -2), "none", List.of()),
            new Times(
                Duration.ofMillis(1500),
                Instant.parse("2026-01-31T12:30:00Z"),
                LocalDate.of(2026, 2, 28)));
    assertThat(CODEC.read(CODEC.write(all), Everything.class)).isEqualTo(all);
    assertThat(CODEC.read(CODEC.writePretty(all), Everything.class)).isEqualTo(all);
  }

  @Test
  void an_optional_is_its_value_or_null() {
    Optionals empty =
        new Optionals(
            Optional.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalDouble.empty());
    Optionals full =
        new Optionals(
            Optional.of(new Square(2)),
            OptionalInt.of(3),
            OptionalLong.of(4),
            OptionalDouble.of(5));
    assertThat(CODEC.write(empty))
        .isEqualTo("{\"shape\":null,\"whole\":null,\"large\":null,\"real\":null}");
    assertThat(CODEC.write(full))
        .isEqualTo(
            "{\"shape\":{\"kind\":\"Square\",\"side\":2.0},\"whole\":3,\"large\":4,\"real\":5.0}");
    assertThat(CODEC.read(CODEC.write(empty), Optionals.class)).isEqualTo(empty);
    assertThat(CODEC.read(CODEC.write(full), Optionals.class)).isEqualTo(full);
  }

  @Test
  void numbers_come_back_to_the_bit() {
    double[] reals = {0.1, -0.0, 1e-310, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY};
    float[] floats = {0.1f, -0.0f, Float.NaN, Float.MIN_VALUE};
    int[][] nested = {{1, 2}, {}};
    assertThat(CODEC.read(CODEC.write(reals), double[].class)).isEqualTo(reals);
    assertThat(CODEC.read(CODEC.write(floats), float[].class)).isEqualTo(floats);
    assertThat(CODEC.read(CODEC.write(nested), int[][].class)).isDeepEqualTo(nested);
    assertThat(CODEC.write(floats)).as("Base64").isEqualTo("\"zczMPQAAAIAAAMB/AQAAAA==\"");
  }

  @Test
  void a_generic_record_is_read_by_its_whole_type() {
    Pair<Shape> pair = new Pair<>(new Circle(1), List.of(new Square(2)));
    assertThat(CODEC.read(CODEC.write(pair), new TypeToken<Pair<Shape>>() {})).isEqualTo(pair);
  }

  @Test
  void a_component_is_neither_missing_nor_unknown_nor_null_nor_twice() {
    refused("{}", "Circle: a Circle has [kind, radius], found []");
    refused("{\"radius\":1,\"width\":2}", "found [radius, width]");
    refused("{\"radius\":null}", "Circle.radius: found null");
    refused("{\"radius\":1,\"radius\":2}", "'radius' stands twice");
    refused("{\"kind\":\"Square\",\"radius\":1}", "Circle.kind: found \"Square\"");
    refused("{\"radius\":-1}", "Circle: a radius is above 0, found -1.0");
    refused("null", "found null");
    refused("{\"radius\":1} {}", "not JSON");
    refused("{\"radius\":1", "not JSON");
    refused("{radius:1}", "not JSON");
    refused("", "not JSON");
    refused("[".repeat(100_000), "not JSON");
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> CODEC.read(json, Circle.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_value_is_of_its_type_to_the_letter() {
    wrong("{\"radius\":\"1\"}", Circle.class, "Circle.radius: found \"1\", expected a number");
    wrong("{\"radius\":1e999}", Circle.class, "expected a number");
    wrong("{\"side\":1e39}", Square.class, "expected a number");
    wrong("1.5", int.class, "expected a whole number");
    wrong("2147483648", int.class, "expected a whole number");
    wrong("1e999999999", long.class, "expected a whole number");
    wrong("\"true\"", boolean.class, "expected true or false");
    wrong("\"BLUE\"", Colour.class, "expected one of [RED, GREEN]");
    wrong("1", String.class, "expected a text");
    wrong("\"soon\"", Duration.class, "expected a Duration of ISO 8601");
    wrong("\"AAAA!\"", float[].class, "expected floats as Base64");
    wrong("\"AAA=\"", float[].class, "four bytes each");
    wrong("[{\"left\":1}]", Pair[].class, "Pair[][0]: a Pair has [left, right]");
  }

  private static void wrong(String json, Class<?> type, String message) {
    assertThatThrownBy(() -> CODEC.read(json, type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void an_unknown_kind_is_told_with_those_that_are_known_and_how_to_add_it() {
    String framed = CODEC.write(new Framed(new Circle(1), 2));
    assertThatThrownBy(() -> CODEC.read(framed, Shape.class))
        .hasMessageContainingAll(
            "the kind \"Framed\"", "none of Circle, Square", "codec.with(MyRecord.class)");
    assertThat(CODEC.with(Framed.class).read(framed, Shape.class))
        .isEqualTo(new Framed(new Circle(1), 2));
    assertThatThrownBy(() -> CODEC.read("{\"side\":1}", Shape.class))
        .hasMessageContaining("found no kind");
    assertThat(CODEC.kinds(Shape.class)).containsExactly("Circle", "Square");
  }

  @Test
  void a_kind_may_keep_its_name_when_the_record_changes_its_own() {
    RecordCodec renamed = RecordCodec.plain().with("Round", Circle.class);
    assertThat(renamed.write(new Circle(1))).isEqualTo("{\"kind\":\"Round\",\"radius\":1.0}");
    assertThat(renamed.read("{\"kind\":\"Round\",\"radius\":1}", Shape.class))
        .isEqualTo(new Circle(1));
  }

  @Test
  void two_records_of_one_name_are_told_apart_or_refused() {
    assertThatThrownBy(() -> CODEC.with(Other.Circle.class))
        .hasMessageContainingAll("two records would be of the kind 'Circle'", "\"myCircle\"");
    RecordCodec both = CODEC.with("myCircle", Other.Circle.class);
    assertThat(both.read(both.write(new Other.Circle(3)), Shape.class))
        .isEqualTo(new Other.Circle(3));
    assertThat(CODEC.and(CODEC).kinds(Shape.class)).isEqualTo(CODEC.kinds(Shape.class));
  }

  @Test
  void a_name_of_a_class_loads_none() {
    String evil = "{\"kind\":\"java.lang.Runtime\",\"radius\":1}";
    assertThatThrownBy(() -> CODEC.read(evil, Shape.class))
        .hasMessageContaining("none of Circle, Square");
  }

  @Test
  void what_is_no_record_is_refused_unless_its_form_is_known() {
    StringBuilder text = new StringBuilder("abc");
    assertThatThrownBy(() -> CODEC.write(new Pair<>(text, List.of())))
        .hasMessageContainingAll("Pair.left: found a java.lang.StringBuilder", "withForm");
    RecordCodec builders =
        CODEC.withForm(
            StringBuilder.class, String.class, StringBuilder::toString, StringBuilder::new);
    String written = builders.write(new Pair<>(text, List.of()));
    assertThat(written).isEqualTo("{\"left\":\"abc\",\"right\":[]}");
    assertThat(builders.read(written, new TypeToken<Pair<StringBuilder>>() {}).left())
        .hasToString("abc");
    assertThatThrownBy(() -> CODEC.write(new Pair<>(null, List.of())))
        .hasMessageContaining("Pair.left: found null");
    assertThatThrownBy(() -> CODEC.write(Arrays.asList(1, null))).hasMessageContaining("[1]");
  }

  @Test
  void what_differs_is_told_by_its_place() {
    String one = CODEC.write(new Framed(new Circle(1), 2));
    assertThat(RecordCodec.difference(one, one)).isEmpty();
    assertThat(RecordCodec.difference(one, CODEC.write(new Framed(new Circle(1), 3))))
        .hasValue(new RecordCodec.Difference("times", "2", "3"));
    assertThat(RecordCodec.difference(one, CODEC.write(new Framed(new Square(1), 3))))
        .hasValue(new RecordCodec.Difference("shape.kind", "\"Circle\"", "\"Square\""));
  }

  @Test
  void bare_words_of_earlier_files_are_read_as_numbers() {
    assertThat(CODEC.read("[NaN, -Infinity,1.5 ,Infinity]", double[].class))
        .containsExactly(Double.NaN, Double.NEGATIVE_INFINITY, 1.5, Double.POSITIVE_INFINITY);
  }
}
