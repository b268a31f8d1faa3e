package heed.baseline;

import heed.recommend.Recommender;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a user took most often herself, and behind it what most people took: the baseline to beat
 * where people take the same again. Where lists leave out what was seen it is popularity.
 *
 * <p>GP-TopFreq of Li, Jullien, Ariannezhad and de Rijke 2023 ("A Next Basket Recommendation
 * Reality Check"); theirs counts all events alike, which is a decay of 1.
 *
 * @param decay above 0, at most 1: an event counts this to the power of how many came after it
 */
public record PersonalPopularity(double decay) implements Baseline {

  public PersonalPopularity {
    PositionDecay.requireDecay(decay);
  }

  /** Decay 1: all events alike. */
  public static PersonalPopularity defaults() {
    return new PersonalPopularity(1);
  }

  public PersonalPopularity withDecay(double decay) {
    return new PersonalPopularity(decay);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(PositionDecay.decays());
  }

  @Override
  public String name() {
    return decay == 1
        ? "personal popularity"
        : String.format(Locale.ROOT, "personal popularity, decay %s", decay);
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    int[] counts = new int[train.catalogue().size() + 1];
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        counts[train.item(user, i)]++;
      }
    }
    return new Fitted(name(), train.catalogue(), counts, decay);
  }

  /**
   * @param counts by item number, 0 for padding
   */
  record Fitted(String name, Catalogue catalogue, int[] counts, double decay) implements OneByOne {

    Fitted {
      PositionDecay.requireDecay(decay);
      if (counts.length != catalogue.size() + 1 || IntStream.of(counts).anyMatch(one -> one < 0)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "each of %d items has a count from 0 on, found %d counts",
                catalogue.size(),
                counts.length - 1));
      }
    }

    /** Below 1 for what she never took, from 1 on by place for what she did. */
    @Override
    public float[] scores(History history) {
      double most = 1.0 + IntStream.of(counts).max().orElse(0);
      float[] scores = new float[counts.length];
      for (int item = 1; item < scores.length; item++) {
        scores[item] = (float) (counts[item] / most);
      }
      double[] taken = taken(history);
      Comparator<Integer> order =
          Comparator.<Integer>comparingDouble(item -> taken[item])
              .thenComparingInt(item -> counts[item]);
      List<Integer> hers =
          IntStream.range(1, taken.length)
              .filter(item -> taken[item] > 0)
              .boxed()
              .sorted(order)
              .toList();
      int place = 0;
      for (int i = 0; i < hers.size(); i++) {
        boolean tied = i > 0 && order.compare(hers.get(i - 1), hers.get(i)) == 0;
        place += tied ? 0 : 1;
        scores[hers.get(i)] = place;
      }
      return scores;
    }

    private double[] taken(History history) {
      double[] taken = new double[counts.length];
      double weight = 1;
      for (int position = history.length() - 1; position >= 0; position--) {
        taken[history.item(position)] += weight;
        weight = Math.max(Double.MIN_NORMAL, weight * decay); // Long ago is still not never.
      }
      return taken;
    }
  }
}
