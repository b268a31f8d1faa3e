package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.file.Tensor;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * The learnable arrays of a network, by name.
 *
 * <p>Owns their native memory; {@link #close()} frees it. Each starts from values drawn from the
 * seed and its own name, so adding one does not change the others.
 */
public final class Parameters implements AutoCloseable {

  /**
   * What {@link Weights#creating} expects of networks that this thread makes. It is no argument,
   * since every network's own constructor would have to hand it on, a reader's too.
   */
  static final ThreadLocal<Weights> EXPECTED = ThreadLocal.withInitial(() -> null);

  private final NDManager manager;
  private final long seed;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, EmbeddingWeights> tables = new LinkedHashMap<>();

  /** Of those that lie in a file, which part of it. */
  private final Map<String, Tensor.Stored> mapped = new HashMap<>();

  /** Parameters on the parent's device, in memory of their own. */
  public Parameters(NDManager parent, long seed) {
    this.manager = parent.newSubManager();
    this.seed = seed;
  }

  /** A new parameter filled with one value. */
  public NDArray constant(String name, float value, Shape shape) {
    return add(name, shape, () -> value);
  }

  /** A new parameter from a normal distribution cut off at two deviations. */
  public NDArray truncatedNormal(String name, double deviation, Shape shape) {
    SplittableRandom random = random(name);
    return add(
        name,
        shape,
        () -> {
          double draw = random.nextGaussian();
          while (Math.abs(draw) > 2) {
            draw = random.nextGaussian();
          }
          return deviation * draw;
        });
  }

  /** A new table of vectors, one per row, drawn as {@link #truncatedNormal} draws. */
  public EmbeddingWeights table(String name, double deviation, Shape shape) {
    EmbeddingWeights table = new EmbeddingWeights(truncatedNormal(name, deviation, shape));
    tables.put(name, table);
    return table;
  }

  /**
   * A new weight matrix (out, in), uniform within sqrt(6 / (in + out)): Glorot and Bengio 2010,
   * "normalized initialization".
   */
  public NDArray xavier(String name, int out, int in) {
    double bound = Math.sqrt(6.0 / (in + out));
    SplittableRandom random = random(name);
    return add(name, new Shape(out, in), () -> random.nextDouble(-bound, bound));
  }

  private NDArray add(String name, Shape shape, DoubleSupplier values) {
    if (arrays.containsKey(name)) {
      throw new IllegalArgumentException("there is a parameter '" + name + "' already");
    }
    Weights expected = EXPECTED.get();
    if (expected != null) {
      expected.requireShape(name, shape.getShape());
    }
    ParameterLimit.require(name, shape, count());
    NDArray array = mapped(name, expected).orElseGet(() -> drawn(shape, values));
    array.setName(name);
    array.setRequiresGradient(true);
    arrays.put(name, array);
    return array;
  }

  /** On a CPU, a parameter that lies in a file. */
  private Optional<NDArray> mapped(String name, Weights expected) {
    if (expected == null || manager.getDevice().isGpu()) {
      return Optional.empty();
    }
    Optional<Tensor.Stored> stored = expected.stored(name);
    Optional<NDArray> array = stored.flatMap(file -> MappedArrays.of(file, manager));
    array.ifPresent(same -> mapped.put(name, stored.orElseThrow()));
    return array;
  }

  private NDArray drawn(Shape shape, DoubleSupplier values) {
    NDArray array = manager.zeros(shape);
    HostValues.fill(array, values);
    return array;
  }

  private SplittableRandom random(String name) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + name.hashCode());
  }

  /** The arrays by name, in the order they were made. */
  public Map<String, NDArray> arrays() {
    return Collections.unmodifiableMap(arrays);
  }

  /** Those of the arrays that are tables of vectors, by name. */
  public Map<String, EmbeddingWeights> tables() {
    return Collections.unmodifiableMap(tables);
  }

  /** How many numbers there are to learn. */
  public long count() {
    return arrays.values().stream().mapToLong(NDArray::size).sum();
  }

  /**
   * The shape of each array by its name, as plain numbers.
   *
   * @throws IllegalStateException if their memory is freed
   */
  public Map<String, long[]> shapes() {
    requireOpen();
    Map<String, long[]> shapes = new LinkedHashMap<>();
    arrays().forEach((name, array) -> shapes.put(name, array.getShape().getShape()));
    return shapes;
  }

  /**
   * A copy of all values on the Java side.
   *
   * @throws IllegalStateException if their memory is freed
   */
  public Map<String, float[]> values() {
    requireOpen();
    Map<String, float[]> values = new LinkedHashMap<>();
    arrays.forEach((name, array) -> values.put(name, HostValues.of(array)));
    return values;
  }

  /**
   * Sets all values.
   *
   * @throws IllegalArgumentException if a name is missing or unknown, or a size differs
   * @throws IllegalStateException if their memory is freed
   */
  public void set(Map<String, float[]> values) {
    requireOpen();
    if (!values.keySet().equals(arrays.keySet())) {
      throw new IllegalArgumentException(
          "these weights are of another network: expected "
              + arrays.keySet()
              + ", found "
              + values.keySet());
    }
    values.forEach(
        (name, given) -> {
          NDArray array = arrays.get(name);
          if (array.size() != given.length) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "parameter '%s' holds %,d numbers %s, found %,d",
                    name,
                    array.size(),
                    array.getShape(),
                    given.length));
          }
        });
    values.forEach((name, given) -> HostValues.set(arrays.get(name), given));
  }

  /** Sets the values of one; those that it is mapped to already are left as they are. */
  void set(String name, Tensor values) {
    if (values instanceof Tensor.Floats floats) {
      HostValues.set(arrays.get(name), floats.values());
    } else if (values instanceof Tensor.Stored stored && !stored.equals(mapped.get(name))) {
      HostValues.load(arrays.get(name), stored);
    }
  }

  private void requireOpen() {
    if (!manager.isOpen()) {
      throw new IllegalStateException(
          "found a network that is closed and whose weights are gone, expected an open one; save it"
              + " or read its weights before close(), or load it anew from its file or bundle");
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
