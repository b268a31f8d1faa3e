package heed.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Arrays of numbers that stand beside a text, each called by its place in it. */
final class TensorPlaces {

  /** What the value itself is called in errors. */
  static final String ROOT = "the value";

  private static final String REFERENCE = "tensor ";
  private static final Set<Class<?>> ARRAYS =
      Set.of(float[].class, double[].class, int[].class, long[].class);

  private final Map<String, Tensor> left;

  TensorPlaces(Map<String, Tensor> tensors) {
    this.left = new LinkedHashMap<>(tensors);
  }

  /** Whether values of a type stand beside the text. */
  static boolean takes(Class<?> type) {
    return ARRAYS.contains(type) || Tensor.class.isAssignableFrom(type);
  }

  static String name(String at) {
    return at.equals(ROOT) ? "values" : at.substring(ROOT.length() + 1);
  }

  /** What stands in the text. */
  static String reference(String at) {
    return REFERENCE + name(at);
  }

  static Tensor tensor(Object value) {
    if (value instanceof float[] floats) {
      return new Tensor.Floats(new long[] {floats.length}, floats);
    }
    if (value instanceof double[] doubles) {
      return new Tensor.Doubles(new long[] {doubles.length}, doubles);
    }
    if (value instanceof int[] ints) {
      return new Tensor.Ints(new long[] {ints.length}, ints);
    }
    return value instanceof long[] longs
        ? new Tensor.Longs(new long[] {longs.length}, longs)
        : (Tensor) value;
  }

  /** The array that a text refers to. */
  Object take(JsonElement found, Class<?> type, String at) {
    Tensor tensor = found.equals(new JsonPrimitive(reference(at))) ? left.remove(name(at)) : null;
    if (tensor == null) {
      throw Scalars.refusal(at, found, "an array of numbers: \"" + reference(at) + '"');
    }
    if (tensor instanceof Tensor.Stored stored && !type.isInstance(stored)) {
      tensor = stored.read(); // Whoever asks for an array in memory gets one.
    }
    Object value = Tensor.class.isAssignableFrom(type) ? tensor : row(tensor);
    if (!type.isInstance(value)) {
      throw Scalars.refusal(
          at, new JsonPrimitive(tensor.toString()), "an array of " + type.getSimpleName());
    }
    return value;
  }

  private static Object row(Tensor tensor) {
    if (tensor.shape().length != 1) {
      return tensor;
    }
    if (tensor instanceof Tensor.Floats floats) {
      return floats.values();
    }
    if (tensor instanceof Tensor.Doubles doubles) {
      return doubles.values();
    }
    return tensor instanceof Tensor.Ints ints ? ints.values() : ((Tensor.Longs) tensor).values();
  }

  void requireAllTaken() {
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "found arrays that nothing refers to: " + left.keySet() + "; take an undamaged copy");
    }
  }
}
