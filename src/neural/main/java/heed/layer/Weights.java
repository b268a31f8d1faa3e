package heed.layer;

import heed.file.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The values of a network's parameters on the Java side, as they are kept in files. All that are in
 * memory are finite: weights that are not would recommend nothing, and say nothing of it.
 *
 * @param arrays by the names of their parameters, of 32-bit floats; not copied
 */
public record Weights(Map<String, Tensor> arrays) {

  public Weights {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    arrays.forEach(Weights::requireFinite);
  }

  private static void requireFinite(String name, Tensor array) {
    if (array instanceof Tensor.Floats floats) {
      requireFinite(name, floats.values());
    } else if (!(array instanceof Tensor.Stored)) {
      throw new IllegalArgumentException(
          "the weights '" + name + "' are " + array + ", expected float32");
    }
  }

  private static void requireFinite(String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "number %,d of '%s' is %s, expected finite weights; a training that diverged leaves"
                    + " such, so train again with a lower learning rate",
                i,
                name,
                values[i]));
      }
    }
  }

  /** A copy of all values. */
  public static Weights of(Parameters parameters) {
    Map<String, long[]> shapes = parameters.shapes();
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    parameters
        .values()
        .forEach((name, values) -> arrays.put(name, new Tensor.Floats(shapes.get(name), values)));
    return new Weights(arrays);
  }

  /** One of the arrays in Java's memory. */
  public Tensor.Floats floats(String name) {
    Tensor array = arrays.get(name);
    return array instanceof Tensor.Stored stored ? stored.read() : (Tensor.Floats) array;
  }

  /**
   * Makes a network for these weights. A parameter that is not among them in its shape is refused
   * before memory is taken for it, so that settings in a file cannot ask for more than the file
   * holds. On a CPU an array that stays in a file becomes its parameter there, mapped into memory
   * and not copied.
   *
   * @param make creates its parameters on this thread
   * @throws IllegalArgumentException if a parameter has another shape, or is none of these
   */
  public <T> T creating(Supplier<T> make) {
    Weights before = Parameters.EXPECTED.get();
    Parameters.EXPECTED.set(this);
    try {
      return make.get();
    } finally {
      Parameters.EXPECTED.set(before);
    }
  }

  /** The array of a parameter, if it stays in a file. */
  Optional<Tensor.Stored> stored(String name) {
    return arrays.get(name) instanceof Tensor.Stored stored
        ? Optional.of(stored)
        : Optional.empty();
  }

  void requireShape(String name, long[] shape) {
    Tensor array = arrays.get(name);
    if (array == null || !Arrays.equals(array.shape(), shape)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "found the weights '%s' %s, expected them in the shape %s",
              name,
              array == null ? "missing" : "in the shape " + Arrays.toString(array.shape()),
              Arrays.toString(shape)));
    }
  }

  /**
   * Sets all parameters.
   *
   * @throws IllegalArgumentException if they have other names or shapes; then nothing has changed
   */
  public void into(Parameters parameters) {
    Map<String, long[]> shapes = parameters.shapes();
    shapes.forEach(this::requireShape);
    if (arrays.size() > shapes.size()) {
      throw new IllegalArgumentException(
          "found the weights " + arrays.keySet() + ", expected " + shapes.keySet());
    }
    shapes.keySet().forEach(name -> parameters.set(name, arrays.get(name)));
  }
}
