package heed.model;

import heed.file.Container;
import heed.file.ContainerWriter;
import heed.file.FileKind;
import heed.file.RecordCodec;
import heed.file.RecordCodec.Difference;
import heed.file.Tensor;
import heed.layer.Parameters;
import heed.layer.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The weights of a network in a file of their own, with texts that say whose they are; nothing else
 * may take them. A network with its catalogue and all else that it needs is a {@link
 * heed.bundle.Bundle}.
 */
public final class SavedWeights {

  private static final String REMEDY =
      "take an undamaged copy, or save the network again; weights that say not whose they are"
          + " cannot be used";
  private static final String WEIGHTS = "weights";

  private final Container container;
  private final Weights weights;

  private SavedWeights(Container container) {
    this.container = container;
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    container
        .tensors(WEIGHTS)
        .forEach(
            (name, array) -> {
              if (!(array instanceof Tensor.Floats floats)) {
                throw container.refused("the weights '" + name + "' as " + array, "float32");
              }
              arrays.put(name, floats);
            });
    try {
      this.weights = new Weights(arrays);
    } catch (IllegalArgumentException broken) {
      throw container.refused(broken.getMessage(), "weights that can be used");
    }
  }

  private static FileKind kind(String name) {
    return new FileKind(
        name,
        1,
        REMEDY,
        "give ModelKinds.codec().with(%s) to both save(file, codec) and load(file, ..., codec)");
  }

  /**
   * Settings as JSON, to be one of the texts that say whose weights are.
   *
   * @param kind of the file, such as "network"
   * @param type as which they are read back
   * @throws IllegalArgumentException if the codec could not read them back
   */
  public static <T> String settings(String kind, T settings, Class<T> type, RecordCodec codec) {
    String written = kind(kind).json(settings, type, codec);
    codec.read(written, type); // Refuses whatever else it would not know later.
    return written;
  }

  /**
   * Writes weights, whole or not at all.
   *
   * @param kind of the file, such as "network"
   * @param owner what decides whose they are, by name, each as JSON
   * @throws IllegalArgumentException if one is no number
   */
  public static void write(Path file, String kind, Map<String, String> owner, Weights weights)
      throws IOException {
    ContainerWriter container = Container.of(kind(kind));
    owner.forEach(container::json);
    container.tensors(WEIGHTS, new LinkedHashMap<>(weights.arrays())).write(file);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws heed.file.UnreadableFileException if it is damaged, of another kind, or holds what is
   *     no number
   */
  public static SavedWeights read(Path file, String kind) throws IOException {
    return new SavedWeights(Container.read(file, kind(kind)));
  }

  /** Reads one of the texts that say whose the weights are. */
  public <T> T value(String name, Class<T> type, RecordCodec codec) {
    return container.value(name, type, codec);
  }

  /**
   * Refuses an owner of whom the weights are not.
   *
   * @param remedy what makes one of whom they are
   */
  public void requireOwner(Map<String, String> expected, String remedy) {
    expected.forEach(
        (name, own) ->
            difference(container.json(name), own)
                .ifPresent(
                    found -> {
                      throw new IllegalArgumentException(
                          String.format(
                              Locale.ROOT,
                              "%s holds the weights of another network: found the %s %s, expected"
                                  + " %s; %s",
                              container.file(),
                              found.place().isEmpty() ? name : name + "." + found.place(),
                              found.one(),
                              found.other(),
                              remedy));
                    }));
  }

  private static Optional<Difference> difference(String found, String expected) {
    return found.startsWith("{")
        ? RecordCodec.difference(found, expected)
        : Optional.of(new Difference("", found, expected)).filter(one -> !found.equals(expected));
  }

  /**
   * Makes a network for these weights.
   *
   * @param create makes its parameters on this thread
   * @throws heed.file.UnreadableFileException if they have other shapes, before memory is taken
   */
  public <T> T creating(Supplier<T> create) {
    try {
      return weights.creating(create);
    } catch (IllegalArgumentException other) {
      throw container.refused(other.getMessage(), "the weights of these settings");
    }
  }

  /** Sets all parameters, if the weights are of their names and shapes. */
  public void into(Parameters parameters) {
    try {
      weights.into(parameters);
    } catch (IllegalArgumentException other) {
      throw container.refused(other.getMessage(), "the weights of these settings");
    }
  }
}
