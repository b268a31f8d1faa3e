package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.PaddedBatch;
import heed.sequence.History;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * One history with its items masked: each item's vector is multiplied by how much of it is to be
 * there, its place, time and neighbours stay.
 *
 * <p>The derivative with respect to such a share is the item's vector times the gradient at it,
 * summed over the width. So the shares are all that gradient x input and integrated gradients need
 * of a network.
 *
 * <p>Rows of presence have a share for each event that the network reads ({@link
 * NetworkRecommender#readable}), oldest first; a question behind the events is always there.
 */
public final class ItemMasking {

  /** Rows at once: the backward pass keeps all that the forward pass made. */
  private static final int ROWS = 64;

  private final NetworkRecommender recommender;
  private final History history;

  ItemMasking(NetworkRecommender recommender, History history) {
    this.recommender = recommender;
    this.history = recommender.readable(history);
  }

  /** How many events the network reads: the length of a row of presence. */
  public int length() {
    return history.length();
  }

  /**
   * The scores under each row of presence.
   *
   * @return one row of N + 1 scores each; column 0 is padding and means nothing
   */
  public float[][] scores(float[][] presence) {
    float[][] scores = new float[presence.length][];
    for (int from = 0; from < presence.length; from += ROWS) {
      float[][] rows = Arrays.copyOfRange(presence, from, Math.min(from + ROWS, presence.length));
      PaddedBatch batch = batch(rows.length);
      float[] flat =
          recommender.inferred(
              step -> scores(step, batch, step.create(filled(rows, batch))).toFloatArray());
      split(flat, rows.length, scores, from);
    }
    return scores;
  }

  /**
   * How fast something made of the scores changes with the presence of each event.
   *
   * <p>One at a time in a process: others, a training's steps too, wait for each other. Not of a
   * network that another thread trains.
   *
   * @param of the rows' numbers from their scores: (B, N + 1) to (B)
   * @return a slope for each row and event
   */
  public float[][] slopes(float[][] presence, UnaryOperator<NDArray> of) {
    float[][] slopes = new float[presence.length][];
    for (int from = 0; from < presence.length; from += ROWS) {
      float[][] rows = Arrays.copyOfRange(presence, from, Math.min(from + ROWS, presence.length));
      split(slopesOf(rows, of), rows.length, slopes, from);
      for (int row = from; row < from + rows.length; row++) {
        slopes[row] = Arrays.copyOf(slopes[row], length()); // Without the question.
      }
    }
    return slopes;
  }

  private float[] slopesOf(float[][] rows, UnaryOperator<NDArray> of) {
    PaddedBatch batch = batch(rows.length);
    return recommender.recorded(
        (step, gradient) -> {
          NDArray there = step.create(filled(rows, batch)); // (B, L)
          there.setRequiresGradient(true);
          // A row's number depends on its own presence only, so one pass serves all rows.
          gradient.backward(of.apply(scores(step, batch, there)).sum());
          forgetParameterGradients();
          try (NDArray slopes = there.getGradient()) {
            return slopes.toFloatArray(); // B * L
          }
        });
  }

  /** They add up from pass to pass, and the next training step would take them for its own. */
  private void forgetParameterGradients() {
    for (NDArray parameter : recommender.network().parameters().arrays().values()) {
      try (NDArray gradient = parameter.getGradient()) {
        gradient.muli(0);
      }
    }
  }

  private NDArray scores(NDManager step, PaddedBatch batch, NDArray there) {
    Network network = recommender.network();
    Encoding encoding = network.encode(Events.of(step, batch).masked(there), Purpose.SCORING);
    return network.scores(encoding, step.create(batch.positions())); // (B, N + 1)
  }

  private PaddedBatch batch(int rows) {
    return recommender.asking(Collections.nCopies(rows, history));
  }

  /** Presence at the batch's positions: what is no event is there. */
  private float[][] filled(float[][] rows, PaddedBatch batch) {
    float[][] filled = new float[rows.length][batch.length()];
    for (int row = 0; row < rows.length; row++) {
      if (rows[row].length != length()) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "presence has a share for each of the %d events that are read, found %d",
                length(),
                rows[row].length));
      }
      Arrays.fill(filled[row], 1);
      System.arraycopy(rows[row], 0, filled[row], 0, length());
    }
    return filled;
  }

  private static void split(float[] flat, int rows, float[][] into, int from) {
    int width = flat.length / rows;
    for (int row = 0; row < rows; row++) {
      into[from + row] = Arrays.copyOfRange(flat, row * width, (row + 1) * width);
    }
  }
}
