package heed.explain;

import heed.clicks.Clicks;
import heed.model.AttentionLayer;
import heed.model.click.ClickLayer;
import heed.model.click.ClickNetworkPredictor;
import heed.sequence.History;
import heed.training.ClickRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What user and item looked at when a network said how likely a click is.
 *
 * @param user the id of the user
 * @param item the title of the item
 * @param chance what was said
 * @param layers first to last, at least one
 */
public record ClickAttention(String user, String item, double chance, List<Layer> layers) {

  public ClickAttention {
    layers = List.copyOf(layers);
  }

  /**
   * One layer.
   *
   * @param layer what it is called and how its weights are to be read
   * @param looking what stands at the Q places that look
   * @param lookedAt what stands at the S places they look at
   * @param weights weights[head][query][key]: (H, Q, S)
   */
  public record Layer(
      AttentionLayer layer, List<String> looking, List<String> lookedAt, float[][][] weights) {

    public Layer {
      looking = List.copyOf(looking);
      lookedAt = List.copyOf(lookedAt);
      weights = copy(weights);
      for (float[][] head : weights) {
        for (float[] row : head) {
          if (head.length != looking.size() || row.length != lookedAt.size()) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "%d places that look at %d need as many weights a head, found %d x %d",
                    looking.size(),
                    lookedAt.size(),
                    head.length,
                    row.length));
          }
        }
      }
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%s: %d by %d, %d heads",
          layer.name(),
          looking.size(),
          lookedAt.size(),
          weights.length);
    }

    @Override
    public float[][][] weights() {
      return copy(weights);
    }

    /** The weights averaged over all heads: query by key. */
    public float[][] mean() {
      float[][] mean = new float[looking.size()][lookedAt.size()];
      for (float[][] head : weights) {
        for (int query = 0; query < mean.length; query++) {
          for (int key = 0; key < mean[query].length; key++) {
            mean[query][key] += head[query][key] / weights.length;
          }
        }
      }
      return mean;
    }

    private static float[][][] copy(float[][][] heads) {
      return Arrays.stream(heads)
          .map(head -> Arrays.stream(head).map(float[]::clone).toArray(float[][]::new))
          .toArray(float[][][]::new);
    }
  }

  /**
   * Asks a network about one row.
   *
   * @throws IllegalArgumentException if the network has no attention
   */
  public static ClickAttention of(ClickRun run, Clicks clicks, int row) {
    ClickNetworkPredictor predictor = run.predictor();
    List<ClickLayer> named = predictor.network().config().attention();
    if (named.isEmpty()) {
      throw new IllegalArgumentException(
          predictor.name() + " has no attention to show; ask one that attends, such as DIN");
    }
    String title = clicks.catalogue().title(clicks.item(row));
    History history = predictor.readable(clicks, row);
    List<float[][][]> weights = predictor.attention(clicks, row);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      layers.add(
          new Layer(
              named.get(i).layer(),
              named.get(i).looking().names(clicks.schema(), title, history),
              named.get(i).lookedAt().names(clicks.schema(), title, history),
              weights.get(i)));
    }
    double chance = predictor.chances(clicks.rows(row))[0];
    return new ClickAttention(clicks.userId(row), title, chance, layers);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "attention in %d layers behind the chance of %.0f%% that user %s clicks %s",
        layers.size(),
        100 * chance,
        user,
        item);
  }
}
