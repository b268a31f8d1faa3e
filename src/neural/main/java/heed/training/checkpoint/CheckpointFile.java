package heed.training.checkpoint;

import com.google.gson.reflect.TypeToken;
import heed.file.RecordCodec;
import heed.file.Tensor;
import heed.file.TensorFile;
import heed.layer.Parameters;
import heed.training.optimizer.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The checkpoint of one run. It tells what the run was asked for, so that no other run goes on from
 * it.
 */
public final class CheckpointFile {

  private static final String NAME = "checkpoint.safetensors";
  private static final String FORMAT = "heed checkpoint 1";
  private static final RecordCodec CODEC = RecordCodec.plain();
  private static final String AVERAGE = "average.";
  private static final String WHAT = "checkpoint";
  private static final String REMEDY =
      "put an undamaged copy in its place, or delete it and the run begins anew";
  private static final TypeToken<Map<String, String>> TEXTS = new TypeToken<>() {};

  private final Path file;
  private final Map<String, String> asked;
  private final Map<String, long[]> shapes;

  /**
   * The checkpoint in this folder.
   *
   * @param asked everything that decides the weights but how long the run may go on, by name
   * @param parameters what is learnt
   */
  public CheckpointFile(Path folder, Map<String, String> asked, Parameters parameters) {
    this.file = folder.resolve(NAME);
    this.asked = Map.copyOf(asked);
    this.shapes = parameters.shapes();
  }

  /** Removes the folder of a run that nobody goes on with; one that is not there is no failure. */
  public static void delete(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
      CheckpointLock.delete(folder);
      Files.deleteIfExists(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not remove the checkpoint in " + folder, failed);
    }
  }

  public void write(Checkpoint checkpoint) {
    Map<String, Tensor.Floats> tensors = new LinkedHashMap<>();
    put(tensors, "weights.", checkpoint.weights());
    put(tensors, "best.", checkpoint.best());
    put(tensors, "mean.", checkpoint.moments().means());
    put(tensors, "variance.", checkpoint.moments().variances());
    put(tensors, AVERAGE, checkpoint.average());
    Map<String, String> texts =
        Map.of(
            "format", FORMAT,
            "run", CODEC.write(asked),
            "standing", CODEC.write(checkpoint.standing()));
    try {
      new TensorFile(texts, tensors).write(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "could not write the checkpoint "
              + file
              + "; the one before it is whole, and the run can go on from it once there is room",
          failed);
    }
  }

  private void put(Map<String, Tensor.Floats> tensors, String prefix, Map<String, float[]> values) {
    values.forEach(
        (name, numbers) ->
            tensors.put(prefix + name, new Tensor.Floats(shapes.get(name), numbers)));
  }

  /**
   * What was written last; empty where nothing was.
   *
   * @throws IllegalArgumentException if the file is damaged, or of another run
   */
  public Optional<Checkpoint> read() {
    try {
      removeUnfinished();
      if (Files.notExists(file)) {
        return Optional.empty();
      }
      return Optional.of(checked(TensorFile.read(file, WHAT, REMEDY)));
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read the checkpoint " + file, failed);
    }
  }

  /** Whoever was killed while writing has left a part behind. */
  private void removeUnfinished() throws IOException {
    Path folder = Objects.requireNonNull(file.getParent(), "resolved in a folder");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, "unfinished*.part")) {
        for (Path part : parts) {
          Files.delete(part);
        }
      }
    }
  }

  private Checkpoint checked(TensorFile read) {
    String format = read.texts().getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has the format '%s', this Heed reads '%s'; go on with the Heed that wrote it, or"
                  + " give another folder",
              file,
              format,
              FORMAT));
    }
    requireSameRun(text(read, "run", TEXTS));
    TrainerState standing = text(read, "standing", TypeToken.get(TrainerState.class));
    return new Checkpoint(
        standing,
        values(read, "weights."),
        new Adam.Moments((int) standing.steps(), values(read, "mean."), values(read, "variance.")),
        values(read, "best."),
        averages(read) ? values(read, AVERAGE) : Map.of());
  }

  private static boolean averages(TensorFile read) {
    return read.tensors().keySet().stream().anyMatch(name -> name.startsWith(AVERAGE));
  }

  private <T> T text(TensorFile read, String name, TypeToken<T> type) {
    try {
      return CODEC.read(read.texts().getOrDefault(name, ""), type);
    } catch (IllegalArgumentException broken) {
      throw damaged("its text '" + name + "' is not that of a run: " + broken.getMessage());
    }
  }

  private IllegalArgumentException damaged(String found) {
    return TensorFile.damaged(file, WHAT, found, REMEDY);
  }

  private void requireSameRun(Map<String, String> found) {
    for (Map.Entry<String, String> expected : asked.entrySet()) {
      String other = found.getOrDefault(expected.getKey(), "nothing");
      if (!other.equals(expected.getValue())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is of another run: its %s is %s, asked for is %s; give another folder, or"
                    + " delete it to begin anew",
                file,
                expected.getKey(),
                other,
                expected.getValue()));
      }
    }
  }

  private Map<String, float[]> values(TensorFile read, String prefix) {
    Map<String, float[]> values = new LinkedHashMap<>();
    shapes.forEach(
        (name, shape) -> {
          Tensor.Floats tensor = read.tensors().get(prefix + name);
          if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw damaged("it lacks '" + prefix + name + "' in its shape");
          }
          values.put(name, tensor.values());
        });
    return values;
  }
}
