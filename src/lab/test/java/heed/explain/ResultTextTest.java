package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import heed.HeedClasses;
import heed.explain.trust.Faithfulness;
import heed.model.AttentionLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A result prints as what it is; an array would print as its address. */
class ResultTextTest {

  @Test
  void an_attention_map_says_its_size_and_what_its_weights_are() {
    AttentionLayer layer = new AttentionLayer("layer 1", AttentionLayer.Weights.NORMALIZED);
    AttentionMap map =
        new AttentionMap(List.of("Heat"), List.of(layer), new float[][][][] {{{{1}}}});
    assertThat(map).hasToString("attention of 1 positions in 1 layers of 1 heads (normalized)");
  }

  @Test
  void faithfulness_says_its_areas() {
    assertThat(new Faithfulness(new double[] {0, -2, -4}, new double[] {-4, -2, 0}).toString())
        .startsWith("2 events: area under the deletion curve");
  }

  @Test
  void no_result_with_an_array_prints_as_any_record_does() {
    assertThat(
            HeedClasses.withoutTests("heed.explain", "heed.evaluation").stream()
                .filter(type -> type.isRecord() && isPublic(type) && hasArray(type))
                .filter(type -> printsComponents(type.reflect()))
                .map(JavaClass::getSimpleName)
                .toList())
        .isEmpty();
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean hasArray(JavaClass type) {
    return type.getFields().stream()
        .anyMatch(
            field ->
                field.getRawType().isArray()
                    && !field.getModifiers().contains(JavaModifier.STATIC));
  }

  /** The compiler writes a record's toString as a call of ObjectMethods, without a line of ours. */
  private static boolean printsComponents(Class<?> type) {
    try {
      return java.lang.reflect.Modifier.isFinal(type.getMethod("toString").getModifiers());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
