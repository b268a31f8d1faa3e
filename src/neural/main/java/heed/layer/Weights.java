package heed.layer;

import heed.file.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The values of a network's parameters on the Java side, as they are kept in files. All of them are
 * finite: weights that are not would recommend nothing, and say nothing of it.
 *
 * @param arrays by the names of their parameters; not copied
 */
public record Weights(Map<String, Tensor.Floats> arrays) {

  public Weights {
    arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    arrays.forEach((name, array) -> requireFinite(name, array.values()));
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
    Map<String, Tensor.Floats> arrays = new LinkedHashMap<>();
    parameters
        .values()
        .forEach((name, values) -> arrays.put(name, new Tensor.Floats(shapes.get(name), values)));
    return new Weights(arrays);
  }

  /**
   * Makes a network for these weights. A parameter that is not among them in its shape is refused
   * before memory is taken for it, so that settings in a file cannot ask for more than the file
   * holds.
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

  void requireShape(String name, long[] shape) {
    Tensor.Floats array = arrays.get(name);
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
    Map<String, float[]> values = new LinkedHashMap<>();
    Map<String, long[]> shapes = parameters.shapes();
    shapes.forEach(
        (name, shape) -> {
          requireShape(name, shape);
          values.put(name, arrays.get(name).values());
        });
    if (arrays.size() > shapes.size()) {
      throw new IllegalArgumentException(
          "found the weights " + arrays.keySet() + ", expected " + shapes.keySet());
    }
    parameters.set(values);
  }
}
