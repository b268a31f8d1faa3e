package heed.model.interest;

import ai.djl.ndarray.NDArray;
import heed.features.ItemWords.Word;
import heed.layer.HostValues;
import heed.model.interest.InterestProfile.Interest;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a user's interests took from what she met, and from each other, in {@link InterestContent}.
 *
 * <p>There are 1 + K tokens at the end of a history: its last event, and the interests that weigh
 * most by then. Each spreads its attention over all L events and over the K interests, under one
 * softmax. What the events take of each other at every position is {@link
 * heed.model.NetworkRecommender#attention}.
 *
 * @param history the L events that were read, oldest first, at least one
 * @param interests the K words that weigh most, heaviest first
 * @param weights of each interest its share in her profile
 * @param shares shares[layer][head][token][key]: the token is the last event or, from 1, an
 *     interest; the key is an event or, from L on, an interest; a token's shares sum to 1
 */
public record InterestAttention(
    History history, List<Word> interests, float[] weights, float[][][][] shares) {

  private static final float ROUNDING = 1e-3f;

  public InterestAttention {
    interests = List.copyOf(interests);
    weights = weights.clone();
    shares = copy(shares);
    int tokens = 1 + interests.size();
    for (float[][][] layer : shares) {
      for (float[][] head : layer) {
        requireShares(head, tokens, history.length() + interests.size());
      }
    }
    if (weights.length != interests.size() || shares.length == 0 || history.length() == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the attention of %d interests needs as many weights, a layer and an event; found %d,"
                  + " %d and %d",
              interests.size(),
              weights.length,
              shares.length,
              history.length()));
    }
  }

  private static void requireShares(float[][] head, int tokens, int keys) {
    boolean fits = head.length == tokens;
    for (float[] row : head) {
      float sum = 0;
      for (float share : row) {
        sum += share >= 0 ? share : Float.NaN;
      }
      fits &= row.length == keys && Math.abs(sum - 1) <= ROUNDING;
    }
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a head has %d rows of %d shares that sum to 1; found %d rows of %d",
              tokens,
              keys,
              head.length,
              head.length == 0 ? 0 : head[0].length));
    }
  }

  /** Reads arrays of one history, (1, H, L, 1 + K, L + K) for each layer, into Java. */
  static InterestAttention of(History history, InterestContentConfig config, List<NDArray> layers) {
    int length = history.length();
    List<Interest> heaviest =
        InterestProfile.of(history, config.words(), config.fading()).heaviest(config.interests());
    int tokens = 1 + heaviest.size();
    float[][][][] shares = new float[layers.size()][][][];
    for (int layer = 0; layer < shares.length; layer++) {
      NDArray last = layers.get(layer).get(":, :, " + (length - 1)); // (1, H, 1 + K, L + K)
      // A user of few words has fewer than K interests; the places behind hold nothing.
      NDArray held = last.get(":, :, :" + tokens + ", :" + (length + tokens - 1));
      shares[layer] = HostValues.byHead(held);
    }
    float[] weights = new float[heaviest.size()];
    List<Word> words = new ArrayList<>();
    for (Interest interest : heaviest) {
      weights[words.size()] = (float) interest.share();
      words.add(config.words().words().get(interest.word()));
    }
    return new InterestAttention(history, words, weights, shares);
  }

  /**
   * What each interest, and the last event, took of each event, as a mean over all heads of all
   * layers; what is missing to 1 it took of the interests. For a chart with a row each.
   *
   * @return L shares by what the token is called, the last event first, then the interests with
   *     their weights, heaviest first
   */
  public Map<String, float[]> overEvents() {
    return means(0, history.length());
  }

  /** As {@link #overEvents}, of each interest instead: K shares by what the token is called. */
  public Map<String, float[]> overInterests() {
    return means(history.length(), interests.size());
  }

  private Map<String, float[]> means(int from, int count) {
    Map<String, float[]> means = new LinkedHashMap<>();
    float each = 1f / (shares.length * shares[0].length);
    for (int token = 0; token <= interests.size(); token++) {
      float[] mean = new float[count];
      for (float[][][] layer : shares) {
        for (float[][] head : layer) {
          for (int key = 0; key < count; key++) {
            mean[key] += each * head[token][from + key];
          }
        }
      }
      means.put(called(token), mean);
    }
    return means;
  }

  private String called(int token) {
    return token == 0
        ? "the last event"
        : String.format(
            Locale.ROOT, "%s, %.0f%%", interests.get(token - 1), 100 * weights[token - 1]);
  }

  @Override
  public float[] weights() {
    return weights.clone();
  }

  @Override
  public float[][][][] shares() {
    return copy(shares);
  }

  private static float[][][][] copy(float[][][][] layers) {
    float[][][][] copy = new float[layers.length][][][];
    for (int layer = 0; layer < layers.length; layer++) {
      copy[layer] = new float[layers[layer].length][][];
      for (int head = 0; head < copy[layer].length; head++) {
        copy[layer][head] = new float[layers[layer][head].length][];
        for (int row = 0; row < copy[layer][head].length; row++) {
          copy[layer][head][row] = layers[layer][head][row].clone();
        }
      }
    }
    return copy;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "attention of %d interests over %d events",
        interests.size(),
        history.length());
  }
}
