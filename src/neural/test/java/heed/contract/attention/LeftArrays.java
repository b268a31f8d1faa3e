package heed.contract.attention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for arrays that lie in the memory of parameters and are none of them: leaks. */
public final class LeftArrays {

  private LeftArrays() {}

  /**
   * Fails if one lies there, with its shape and the parameters that it was probably made of.
   *
   * @param parameters by name; all that their memory is to hold
   */
  public static void assertNone(Map<String, NDArray> parameters) {
    Set<String> own = parameters.values().stream().map(NDArray::getUid).collect(Collectors.toSet());
    List<NDArray> left =
        parameters.values().stream()
            .map(array -> array.getManager().getManagedArrays())
            .flatMap(Collection::stream)
            .filter(array -> !own.contains(array.getUid()))
            .distinct()
            .toList();
    assertThat(left.size()).withFailMessage(() -> told(parameters, left)).isZero();
  }

  private static String told(Map<String, NDArray> parameters, List<NDArray> left) {
    NDArray first = left.get(0);
    List<String> likely =
        parameters.entrySet().stream()
            .filter(one -> one.getValue().size() == first.size())
            .map(Map.Entry::getKey)
            .limit(3)
            .toList();
    return "arrays left in the memory of the parameters: "
        + left.size()
        + ", the first of the shape "
        + first.getShape()
        + ". A result lies where its first operand does, so this was a call on a parameter, such as "
        + (likely.isEmpty() ? "gate" : String.join(" or ", likely))
        + ".transpose(). Begin with an array of the step: x.mul(weight), never weight.mul(x); views"
        + " such as transpose() and reshape() count, too";
  }
}
