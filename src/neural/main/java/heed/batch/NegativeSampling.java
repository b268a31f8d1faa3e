package heed.batch;

import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many negatives a training step draws, and for whom.
 *
 * <p>Open, so that a sampler can be written outside this library; make it a record, since a
 * checkpoint tells trainings apart by their text. What it must hold is what {@code
 * heed.contract.batch.NegativeSamplingContract} asks: as many negatives as {@link #drawn} says, all
 * of them items of the catalogue, the same ones for the same seed, and a batch that is only read.
 */
public interface NegativeSampling {

  /**
   * How many negatives a batch of so many targets draws; memory is estimated by it. Never 0 unless
   * the whole catalogue competes.
   *
   * @param targets T, at least 1
   */
  long drawn(int targets);

  /** What draws them over the training data. It is asked once before a run. */
  Sampler over(Sequences train);

  /** Draws the negatives of a step. */
  @FunctionalInterface
  interface Sampler {

    /**
     * Draws for one batch.
     *
     * @param batch is read and not changed; among its inputs may be a mask, item N + 1, which is
     *     never drawn
     * @param random the only source of chance, so that a run can be repeated and resumed
     * @return items in 1..N of the catalogue that the sampler was made over
     */
    Negatives draw(PaddedBatch batch, Random random);
  }

  /** Nothing is drawn: the whole catalogue competes. */
  record None() implements NegativeSampling {

    @Override
    public long drawn(int targets) {
      return 0;
    }

    @Override
    public Sampler over(Sequences train) {
      return (batch, random) -> Negatives.NONE;
    }
  }

  /**
   * The same items for all targets of a batch, so that their scores are one matrix product. One
   * that happens to be a target is hidden from that target by the objective.
   *
   * @param count k, at least 1
   * @param distribution how they are drawn, each independently
   */
  record Shared(int count, NegativeDistribution distribution) implements NegativeSampling {

    public Shared {
      requireOne(count);
    }

    @Override
    public long drawn(int targets) {
      return count;
    }

    @Override
    public Sampler over(Sequences train) {
      NegativeDistribution.Drawing drawing = distribution.over(train);
      int among = train.catalogue().size();
      return (batch, random) -> {
        int[] items = new int[count];
        Arrays.setAll(items, i -> drawing.draw(batch.targets(), random));
        return new Negatives(
            count, among, items, logChances(items, drawing), logChances(batch.targets(), drawing));
      };
    }

    private static float[] logChances(int[] items, NegativeDistribution.Drawing drawing) {
      float[] logs = new float[items.length];
      for (int i = 0; i < logs.length; i++) {
        logs[i] = (float) Math.log(drawing.chance(items[i]));
      }
      return logs;
    }
  }

  /**
   * Items of its own for each target, uniform among those that its row of the batch does not hold,
   * neither as event nor as target: Kang and McAuley 2018, section III-E (there: not in the whole
   * sequence of the user).
   *
   * @param count k, at least 1
   */
  record Each(int count) implements NegativeSampling {

    public Each {
      requireOne(count);
    }

    @Override
    public long drawn(int targets) {
      return (long) targets * count;
    }

    @Override
    public Sampler over(Sequences train) {
      int items = train.catalogue().size();
      return (batch, random) -> {
        int[][] own = own(batch);
        int[] drawn = new int[batch.targets().length * count];
        for (int i = 0; i < drawn.length; i++) {
          drawn[i] = other(own[batch.positions()[i / count] / batch.length()], items, random);
        }
        float[] alike = new float[drawn.length];
        Arrays.fill(alike, (float) -Math.log(items));
        return new Negatives(
            count, items, drawn, alike, Arrays.copyOf(alike, batch.targets().length));
      };
    }

    /** The items of each row, sorted, each once. */
    private static int[][] own(PaddedBatch batch) {
      IntStream.Builder[] rows = new IntStream.Builder[batch.rows()];
      Arrays.setAll(rows, row -> IntStream.builder());
      for (int i = 0; i < batch.inputs().length; i++) {
        rows[i / batch.length()].add(batch.inputs()[i]);
      }
      for (int i = 0; i < batch.targets().length; i++) {
        rows[batch.positions()[i] / batch.length()].add(batch.targets()[i]);
      }
      return Arrays.stream(rows)
          .map(row -> row.build().filter(item -> item > 0).sorted().distinct().toArray())
          .toArray(int[][]::new);
    }

    /** Uniform among 1..items without the sorted {@code own}: the r-th of what is left. */
    private static int other(int[] own, int items, Random random) {
      // A mask, item N + 1, stands last and is no item.
      int held = own.length > 0 && own[own.length - 1] > items ? own.length - 1 : own.length;
      if (held >= items) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "a history holds all %,d items of the catalogue, so that no negative is left; take"
                    + " an objective over the whole catalogue",
                items));
      }
      int item = 1 + random.nextInt(items - held);
      for (int i = 0; i < held && own[i] <= item; i++) {
        item++;
      }
      return item;
    }
  }

  private static void requireOne(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 negative is drawn, asked for " + count);
    }
  }
}
