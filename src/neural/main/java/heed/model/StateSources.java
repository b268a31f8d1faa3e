package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import heed.layer.LayerNorm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each of S sources puts into the state at each of the L positions of one history, and how far
 * the gates between them are open.
 *
 * <p>Before its last norm a state is a sum. The norm takes the mean of that sum away and divides by
 * its deviation; with both held at what they are it does the same to each part, so the parts of the
 * state still sum to it. The same is done to the residual branches of transformers by Elhage et al.
 * 2021, "A Mathematical Framework for Transformer Circuits".
 *
 * @param names of the sources; the last is {@link #CONSTANT}
 * @param parts parts[source][position][number]; over the sources they sum to the state
 * @param gates how far each is open at each event, in [0, 1], by what it does
 */
public record StateSources(List<String> names, float[][][] parts, Map<String, float[]> gates) {

  /** What a network adds whatever the history. */
  public static final String CONSTANT = "the same for all";

  /**
   * Puts the parts of a sum through a norm, whose shift is constant.
   *
   * @param parts what is summed up before the norm, by source: (1, L, D) each
   * @param gates by name: (1, L) each
   */
  public static StateSources of(
      LayerNorm norm, Map<String, NDArray> parts, Map<String, NDArray> gates) {
    NDArray sum = NDArrays.add(parts.values().toArray(NDArray[]::new)); // (1, L, D)
    NDArray deviation =
        centred(sum).square().mean(new int[] {-1}, true).add(norm.epsilon()).sqrt(); // (1, L, 1)
    Map<String, NDArray> normed = new LinkedHashMap<>();
    parts.forEach((name, part) -> normed.put(name, centred(part).div(deviation).mul(norm.scale())));
    NDArray shift = sum.zerosLike().add(norm.shift()); // (1, L, D)
    NDArray constant = normed.remove(CONSTANT);
    normed.put(CONSTANT, constant == null ? shift : shift.add(constant));
    Map<String, float[]> open = new LinkedHashMap<>();
    gates.forEach((name, gate) -> open.put(name, gate.toFloatArray()));
    return new StateSources(List.copyOf(normed.keySet()), read(new NDList(normed.values())), open);
  }

  private static NDArray centred(NDArray x) {
    return x.sub(x.mean(new int[] {-1}, true)); // (1, L, D)
  }

  private static float[][][] read(NDList parts) {
    List<float[][]> read = new ArrayList<>();
    parts.forEach(part -> read.add(SlotContents.rows(part.squeeze(0)))); // (L, D)
    return read.toArray(float[][][]::new);
  }
}
