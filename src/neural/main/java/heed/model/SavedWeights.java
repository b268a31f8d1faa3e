package heed.model;

import heed.file.RecordCodec;
import heed.file.RecordCodec.Difference;
import heed.file.TensorFile;
import heed.file.TensorFile.Tensor;
import heed.layer.Parameters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The weights of a network in one safetensors file, with texts that say whose they are; nothing
 * else may take them.
 *
 * @param file where they lie
 * @param owner what decides whose they are, by name; JSON where that begins with a brace
 * @param weights by the name of their parameter, all finite
 */
public record SavedWeights(Path file, Map<String, String> owner, Map<String, Tensor> weights) {

  private static final String FORMAT = "format";
  private static final String WHAT = "network";
  private static final String REMEDY =
      "take an undamaged copy, or save the network again; weights that say not whose they are"
          + " cannot be used";

  public SavedWeights {
    weights.forEach((name, tensor) -> requireFinite(file, name, tensor.values()));
  }

  private static void requireFinite(Path file, String name, float[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: number %,d of '%s' is %s, expected finite weights; a training that diverged"
                    + " leaves such, so train again with a lower learning rate",
                file,
                i,
                name,
                values[i]));
      }
    }
  }

  public void write(String format) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(FORMAT, format);
    texts.putAll(owner);
    new TensorFile(texts, weights).write(file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is damaged, of another format, or holds what is no
   *     number
   */
  public static SavedWeights read(Path file, String format) throws IOException {
    TensorFile read = TensorFile.read(file, WHAT, REMEDY);
    Map<String, String> owner = new LinkedHashMap<>(read.texts());
    String found = owner.remove(FORMAT);
    if (!format.equals(found)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has the format '%s', this Heed reads '%s'; load it with the Heed that wrote it,"
                  + " or give another file",
              file,
              found == null ? "none" : found,
              format));
    }
    return new SavedWeights(file, owner, read.tensors());
  }

  /** One of the texts that say whose the weights are. */
  String text(String name) {
    String text = owner.get(name);
    if (text == null) {
      throw TensorFile.damaged(file, WHAT, "it says not its " + name, REMEDY);
    }
    return text;
  }

  /** Reads one of the texts. */
  public <T> T value(String name, Class<T> type, RecordCodec codec) {
    try {
      return codec.read(text(name), type);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          file + ", its " + name + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /**
   * Refuses an owner of whom the weights are not.
   *
   * @param remedy what makes one of whom they are
   */
  public void requireOwner(Map<String, String> expected, String remedy) {
    expected.forEach(
        (name, own) ->
            difference(text(name), own)
                .ifPresent(
                    found -> {
                      throw new IllegalArgumentException(
                          String.format(
                              Locale.ROOT,
                              "%s holds the weights of another network: found the %s %s, expected"
                                  + " %s; %s",
                              file,
                              found.place().isEmpty() ? name : name + "." + found.place(),
                              found.one(),
                              found.other(),
                              remedy));
                    }));
  }

  private static Optional<Difference> difference(String found, String expected) {
    if (found.equals(expected)) {
      return Optional.empty();
    }
    return found.startsWith("{")
        ? RecordCodec.difference(found, expected)
        : Optional.of(new Difference("", found, expected));
  }

  /** Sets all parameters, if the weights are of their names and shapes. */
  public void into(Parameters parameters) {
    Map<String, float[]> values = new LinkedHashMap<>();
    Map<String, long[]> shapes = parameters.shapes();
    shapes.forEach(
        (name, shape) -> {
          Tensor tensor = weights.get(name);
          if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw TensorFile.damaged(
                file,
                WHAT,
                String.format(
                    Locale.ROOT,
                    "found the weights '%s' %s, expected them in the shape %s",
                    name,
                    tensor == null ? "missing" : "in the shape " + Arrays.toString(tensor.shape()),
                    Arrays.toString(shape)),
                REMEDY);
          }
          values.put(name, tensor.values());
        });
    if (weights.size() > shapes.size()) {
      throw TensorFile.damaged(
          file,
          WHAT,
          "found the weights " + weights.keySet() + ", expected " + shapes.keySet(),
          REMEDY);
    }
    parameters.set(values);
  }
}
