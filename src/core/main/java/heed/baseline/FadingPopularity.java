package heed.baseline;

import heed.recommend.Recommender;
import heed.search.SearchRange;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What most people took, each event counting half as much for every {@code halfLife} since.
 *
 * <p>As with {@link Popularity}, counts are those of the history's last event: what came later is
 * not known to it.
 *
 * @param halfLife at least a second
 */
public record FadingPopularity(Duration halfLife) implements Baseline {

  public FadingPopularity {
    if (halfLife.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "a half-life is a second or longer, found " + halfLife + "; choose such as 30 days");
    }
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(new Axis("halfLife", new SearchRange.Days(new SearchRange.Log(1, 1_000, 2))));
  }

  @Override
  public String name() {
    long days = halfLife.toDays();
    return "popularity, half-life " + (days > 0 ? days + " days" : halfLife.toString());
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    return new Fitted(name(), train.catalogue(), TimedEvents.of(train), halfLife.toSeconds());
  }

  record Fitted(String name, Catalogue catalogue, TimedEvents events, double halfLife)
      implements Recommender {

    Fitted {
      if (!(halfLife >= 1 && Double.isFinite(halfLife))) {
        throw new IllegalArgumentException(
            "a half-life is a second or longer, found " + halfLife + " s; choose such as 86400");
      }
      events.requireOf(catalogue);
    }

    /** Walks the events once for all histories, in the order of their last events. */
    @Override
    public float[][] score(List<History> histories) {
      requireOwn(histories);
      float[][] scores = new float[histories.size()][];
      double[] counts = new double[catalogue.size() + 1]; // As of the item's own latest event.
      long[] latest = new long[counts.length];
      int next = 0;
      for (int row : inOrder(histories)) {
        long now = events.now(histories.get(row));
        while (next < events.size() && events.time(next) <= now) {
          int item = events.item(next);
          counts[item] = faded(counts[item], events.time(next) - latest[item]) + 1;
          latest[item] = events.time(next++);
        }
        scores[row] = new float[counts.length];
        for (int item = 1; item < counts.length; item++) {
          scores[row][item] = (float) faded(counts[item], now - latest[item]);
        }
      }
      return scores;
    }

    private int[] inOrder(List<History> histories) {
      return IntStream.range(0, histories.size())
          .boxed()
          .sorted(Comparator.comparingLong(row -> events.now(histories.get(row))))
          .mapToInt(Integer::intValue)
          .toArray();
    }

    private double faded(double count, long seconds) {
      return count == 0 ? 0 : count * Math.pow(2, -seconds / halfLife);
    }
  }
}
