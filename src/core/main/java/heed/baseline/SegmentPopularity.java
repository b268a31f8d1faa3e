package heed.baseline;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What most people of the same segment took. An item scores its events in the segment plus {@code
 * prior} times its share of all events, so a small segment falls back to what is popular with all,
 * and a history that tells no segment is answered with that alone.
 *
 * @param segments sorts histories; if it was fitted, on the same training part
 * @param prior how many events of the segment the share of all is worth, above 0
 */
public record SegmentPopularity(Segmenter segments, double prior) implements Baseline {

  public SegmentPopularity {
    if (!(prior > 0 && Double.isFinite(prior))) {
      throw new IllegalArgumentException(
          "a prior is above 0 events, found " + prior + "; choose such as 100");
    }
  }

  @Override
  public String name() {
    return String.format(Locale.ROOT, "popularity by %s, prior %s", segments.name(), prior);
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    double[] shares = new double[train.catalogue().size() + 1];
    float[][] counts = new float[segments.size()][shares.length];
    for (History history : train.histories()) {
      OptionalInt segment = segments.of(history);
      for (int item : history.items()) {
        shares[item] += 1.0 / train.events();
        segment.ifPresent(theirs -> counts[theirs][item]++);
      }
    }
    return new Fitted(name(), train.catalogue(), this, shares, counts);
  }

  record Fitted(
      String name,
      Catalogue catalogue,
      SegmentPopularity settings,
      double[] shares,
      float[][] counts)
      implements OneByOne {

    Fitted {
      Lengths.require(shares.length, catalogue);
      for (float[] segment : counts) {
        Lengths.require(segment.length, catalogue);
      }
      if (counts.length != settings.segments.size()) {
        throw new IllegalArgumentException(
            "counts of " + counts.length + " segments, expected " + settings.segments.size());
      }
    }

    @Override
    public float[] scores(History history) {
      OptionalInt segment = settings.segments.of(history);
      float[] scores = new float[shares.length];
      for (int item = 1; item < scores.length; item++) {
        double counted = segment.isPresent() ? counts[segment.getAsInt()][item] : 0;
        scores[item] = (float) (counted + settings.prior * shares[item]);
      }
      return scores;
    }
  }
}
