package heed.batch;

import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * Which items a target competes with when not all of the catalogue does: how they are drawn.
 *
 * <p>Open, so that a distribution can be written outside this library, as a record. It must draw
 * each item as often as its {@link Drawing#chance} says, since losses are corrected by that chance;
 * {@code heed.contract.batch.NegativeDistributionContract} counts it.
 */
public interface NegativeDistribution {

  /** What it is called in a report. */
  String name();

  /** This distribution over the catalogue of the training data. */
  Drawing over(Sequences train);

  /** A distribution that knows its catalogue. Immutable, so it may be used from several threads. */
  interface Drawing {

    /**
     * Draws an item.
     *
     * @param targets of the batch that is to be learnt from: item numbers
     * @return an item number in 1..N
     */
    int draw(int[] targets, Random random);

    /** The chance that a draw, over all batches, is this item; in [0, 1]. */
    double chance(int item);
  }

  /** Every item with the same chance. */
  record Uniform() implements NegativeDistribution {

    @Override
    public String name() {
      return "uniform";
    }

    @Override
    public Drawing over(Sequences train) {
      int items = train.catalogue().size();
      return new Drawing() {
        @Override
        public int draw(int[] targets, Random random) {
          return 1 + random.nextInt(items);
        }

        @Override
        public double chance(int item) {
          return 1.0 / items;
        }
      };
    }
  }

  /**
   * Each item in proportion to a power of its number of training events; an item without events is
   * never drawn.
   *
   * @param power 1 is popularity itself, 0.75 the usual flattening (Mikolov et al. 2013), 0 uniform
   *     over the items that were met; at least 0
   */
  record Popularity(double power) implements NegativeDistribution {

    public Popularity {
      if (!(power >= 0 && power < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "the power of popularity is at least 0 and finite, found " + power);
      }
    }

    @Override
    public String name() {
      return power == 1 ? "popularity" : "popularity^" + power;
    }

    @Override
    public Drawing over(Sequences train) {
      double[] until = cumulative(train);
      return new Drawing() {
        @Override
        public int draw(int[] targets, Random random) {
          int place = Arrays.binarySearch(until, random.nextDouble());
          // A draw equal to a boundary belongs to the next item, as chances are half-open ranges.
          return firstAbove(until, place >= 0 ? place + 1 : -place - 1);
        }

        @Override
        public double chance(int item) {
          return until[item] - until[item - 1];
        }
      };
    }

    /** The chance of an item up to number i, at index i. */
    private double[] cumulative(Sequences train) {
      double[] until = new double[train.catalogue().size() + 1];
      for (int event : events(train)) {
        until[event]++;
      }
      double sum = 0;
      for (int item = 1; item < until.length; item++) {
        sum += until[item] == 0 ? 0 : Math.pow(until[item], power);
        until[item] = sum;
      }
      for (int item = 1; item < until.length; item++) {
        until[item] /= sum;
      }
      return until;
    }

    /** Rounding may leave a draw above the last boundary. */
    private static int firstAbove(double[] until, int place) {
      int item = Math.min(place, until.length - 1);
      while (until[item] == until[item - 1]) {
        item--;
      }
      return item;
    }
  }

  /**
   * The targets of the batch itself, so that a target competes with what others took: popularity
   * without a table. Hidasi et al. 2016, "Sampling on the output".
   */
  record InBatch() implements NegativeDistribution {

    @Override
    public String name() {
      return "in-batch";
    }

    @Override
    public Drawing over(Sequences train) {
      Drawing popularity = new Popularity(1).over(train);
      return new Drawing() {
        @Override
        public int draw(int[] targets, Random random) {
          return targets[random.nextInt(targets.length)];
        }

        @Override
        public double chance(int item) {
          return popularity.chance(item);
        }
      };
    }
  }

  /**
   * Some from the batch, the others uniform: mixed negative sampling, Yang et al. 2020. The uniform
   * part sees to it that rare items are pushed down too.
   *
   * @param inBatch share that comes from the batch, in [0, 1]
   */
  record Mixed(double inBatch) implements NegativeDistribution {

    public Mixed {
      if (!(inBatch >= 0 && inBatch <= 1)) {
        throw new IllegalArgumentException(
            "the share from the batch is from 0 to 1, found " + inBatch);
      }
    }

    @Override
    public String name() {
      return String.format(Locale.ROOT, "%.0f%% in-batch, the rest uniform", 100 * inBatch);
    }

    @Override
    public Drawing over(Sequences train) {
      Drawing batch = new InBatch().over(train);
      Drawing uniform = new Uniform().over(train);
      return new Drawing() {
        @Override
        public int draw(int[] targets, Random random) {
          return (random.nextDouble() < inBatch ? batch : uniform).draw(targets, random);
        }

        @Override
        public double chance(int item) {
          return inBatch * batch.chance(item) + (1 - inBatch) * uniform.chance(item);
        }
      };
    }
  }

  private static int[] events(Sequences train) {
    int[] events = new int[train.events()];
    int next = 0;
    for (int user = 0; user < train.size(); user++) {
      for (int event = 0; event < train.length(user); event++) {
        events[next++] = train.item(user, event);
      }
    }
    return events;
  }
}
