package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the support of the item loses when an event is taken away, one event at a time: occlusion
 * (Zeiler and Fergus 2014, section 4.2), for text erasure (Li et al. 2016), leave-one-out.
 *
 * <p>Strengths in the unit of the support; below 0 where the item would have fared better without
 * the event. Two events that say the same hide each other: without either the other is still there.
 *
 * @param erasure whom to ask, and how an event is taken away
 */
public record Occlusion(Erasure erasure) implements Explainer {

  @Override
  public String name() {
    return erasure instanceof Blanking ? "occlusion (hidden)" : "occlusion";
  }

  @Override
  public Attribution explain(History history, int item) {
    List<boolean[]> kept = new ArrayList<>();
    kept.add(all(history.length()));
    for (int event = 0; event < history.length(); event++) {
      boolean[] others = all(history.length());
      others[event] = false;
      kept.add(others);
    }
    double[] supports = erasure.supports(history, item, kept);
    double[] weights = new double[history.length()];
    Arrays.setAll(weights, event -> supports[0] - supports[event + 1]);
    return new Attribution(name(), history, item, Weights.UNNORMALIZED, weights);
  }

  private static boolean[] all(int length) {
    boolean[] all = new boolean[length];
    Arrays.fill(all, true);
    return all;
  }
}
