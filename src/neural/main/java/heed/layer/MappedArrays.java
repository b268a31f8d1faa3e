package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import heed.file.Tensor;
import heed.script.Script;
import heed.script.Scripts;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Arrays that lie in a file and are mapped into memory by PyTorch, at any length. What is written
 * into one stays in this process.
 */
final class MappedArrays {

  private MappedArrays() {}

  /**
   * An array in the manager's memory, which owns the mapping.
   *
   * @return none where this engine or this machine cannot
   */
  static Optional<NDArray> of(Tensor.Stored stored, NDManager manager) {
    boolean fits =
        ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN && stored.at() % Float.BYTES == 0;
    return Scripts.mapped().filter(script -> fits).map(script -> mapped(script, stored, manager));
  }

  private static NDArray mapped(Script script, Tensor.Stored stored, NDManager manager) {
    return Inference.run(
        manager,
        step -> {
          NDArray begin = step.create(stored.at() / Float.BYTES); // ()
          NDArray end = step.create((stored.at() + stored.bytes()) / Float.BYTES); // ()
          NDArray array =
              script.call(step.create(path(stored)), begin, end).reshape(new Shape(stored.shape()));
          array.attach(manager); // All that outlives the step.
          return array;
        });
  }

  /** PyTorch's scripts take no texts, but numbers: the bytes of the name. */
  private static int[] path(Tensor.Stored stored) {
    byte[] bytes = stored.file().toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8);
    int[] numbers = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      numbers[i] = Byte.toUnsignedInt(bytes[i]);
    }
    return numbers;
  }
}
