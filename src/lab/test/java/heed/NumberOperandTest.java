package heed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import heed.layer.Constants;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * No Java number is an operand where a gradient may flow: the graph would keep the address of a
 * buffer that nothing holds, and once it is collected the gradient is scaled by whatever stands
 * there. {@link Constants#of} is the way.
 */
class NumberOperandTest {

  private static final Set<String> ARITHMETIC =
      Set.of(
          "add", "addi", "sub", "subi", "mul", "muli", "div", "divi", "mod", "modi", "pow", "powi",
          "maximum", "minimum", "clip");

  /** Where no gradient can flow, by class and method, and why. */
  private static final Map<String, String> WITHOUT_GRADIENT =
      Map.of(
          "ItemMasking.forgetParameterGradients", "sets a gradient itself to zero",
          "MemoryRec.sources", "explains, and records no graph",
          "Hierarchical.sources", "explains, and records no graph",
          "StateSources.of", "explains, and records no graph",
          "MaskedInput.vectors", "of the mask's 0 and 1",
          "QueryPosition.seen", "of positions, which are whole numbers",
          "TimeBias.buckets", "of times, which become numbers of rows",
          "SessionAttention.distances", "of distances, which become numbers of rows",
          "PermutedAttention.of", "of what is sorted by, of which only the order is used");

  @Test
  void no_number_is_an_operand_where_a_gradient_may_flow() {
    JavaClasses library =
        HeedClasses.withoutTests(
            "heed.attention", "heed.batch", "heed.layer", "heed.model", "heed.training");
    assertThat(library.size()).isGreaterThan(100);
    assertThat(numberOperands(library))
        .as("numbers as operands; take Constants.of(step, number)")
        .isSubsetOf(WITHOUT_GRADIENT.keySet());
  }

  @Test
  void a_planted_one_is_found_also_in_a_lambda_and_the_remedy_is_not() {
    assertThat(numberOperands(new ClassFileImporter().importClasses(Planted.class)))
        .containsExactly("Planted.halved", "Planted.later", "Planted.twice");
  }

  /** Class and method of each call of arithmetic that takes a number. */
  private static Set<String> numberOperands(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    for (var type : classes) {
      for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
        if (isArithmeticWithNumber(call)) {
          found.add(type.getSimpleName() + "." + call.getOrigin().getName());
        }
      }
    }
    return found;
  }

  private static boolean isArithmeticWithNumber(JavaMethodCall call) {
    return (call.getTargetOwner().isAssignableTo(NDArray.class)
            || call.getTargetOwner().isEquivalentTo(NDArrays.class))
        && ARITHMETIC.contains(call.getName())
        && call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Number.class));
  }

  /** What the rule is there for. */
  @SuppressWarnings("unused") // Its byte code is read.
  private static final class Planted {

    private Planted() {}

    static NDArray halved(NDArray x) {
      return x.mul(0.5);
    }

    static NDArray twice(NDArray x) {
      return NDArrays.mul(2, x);
    }

    static Runnable later(NDArray x) {
      return () -> x.add(1);
    }

    static NDArray asItShouldBe(NDArray x) {
      return x.mul(Constants.of(x.getManager(), 0.5));
    }

    static NDArray compared(NDArray x) {
      return x.gt(0);
    }
  }
}
