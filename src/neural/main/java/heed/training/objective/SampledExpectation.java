package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import heed.batch.Inference;
import heed.batch.Negatives;
import heed.layer.Constants;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the softmax over a target and the negatives that its batch shares expects, with no graph, in
 * the step's memory.
 *
 * @param vectors the mean vector that each state expects, less its target's: (T, D)
 * @param states the states that each negative expects, weighed: (k, D)
 * @param pulls the states, times what their targets' chances lack of 1, below 0: (T, D)
 * @param chances of the targets: (T, 1)
 */
record SampledExpectation(NDArray vectors, NDArray states, NDArray pulls, NDArray chances) {

  /** Scores made at once, 1.6 MB: a block as large as that of all items is slower here. */
  private static final int NUMBERS_AT_ONCE = 400_000;

  private static final NDIndex BEHIND_FIRST = new NDIndex("1:");

  /** Takes a score out of a softmax; finite, so that a row in which nothing competes is no NaN. */
  private static final float OUT = -1e9f;

  /** How many rows are made at once on a device. */
  static long rowsAtOnce(int negatives, Device device) {
    return device.isGpu()
        ? ClosedForm.rowsAtOnce(1 + negatives, device)
        : Math.max(16, NUMBERS_AT_ONCE / (1 + negatives));
  }

  /**
   * Counts it, a few rows at a time.
   *
   * @param states H: (T, D)
   * @param target the vectors of the targets: (T, D)
   * @param others those of the negatives: (k, D)
   * @param targets item numbers: (T)
   * @param drawn the negatives
   */
  static SampledExpectation of(
      NDArray states, NDArray target, NDArray others, NDArray targets, Negatives drawn) {
    NDManager step = states.getManager();
    NDArray expected = step.zeros(states.getShape()); // (T, D)
    NDArray pulls = step.zeros(states.getShape()); // (T, D)
    NDArray chances = step.zeros(new Shape(targets.size(), 1)); // (T, 1)
    NDArray all = step.zeros(new Shape(1 + drawn.count(), states.getShape().get(1))); // (1 + k, D)
    Rivals rivals = Rivals.of(step, others, drawn);
    NDArray targetLogs = step.create(drawn.targetLogChances()).expandDims(1); // (T, 1)
    NDArray one = Constants.of(step, 1); // scalar
    Twins twins = Twins.of(targets.toType(DataType.INT32, false).toIntArray(), drawn.items());
    ClosedForm.inRows(
        step,
        targets.size(),
        rowsAtOnce(drawn.count(), step.getDevice()),
        (part, some) -> {
          NDArray h = ClosedForm.in(part, states, some.index()); // (R, D)
          NDArray e = ClosedForm.in(part, target, some.index()); // (R, D)
          NDArray logs = ClosedForm.in(part, targetLogs, some.index()); // (R, 1)
          NDArray scores = rivals.scores(h, h.mul(e).sum(new int[] {1}, true).sub(logs));
          twins.setIn(scores, some, OUT);
          NDArray chance = scores.softmax(1); // (R, 1 + k)
          NDArray lacking = chance.get(":, :1").sub(one); // (R, 1)
          chances.set(some.index(), chance.get(":, :1"));
          pulls.set(some.index(), h.mul(lacking)); // (R, D)
          expected.set(some.index(), chance.matMul(rivals.vectors).add(e.mul(lacking)));
          all.addi(chance.transpose().matMul(h)); // (1 + k, D)
        });
    return new SampledExpectation(expected, all.get(BEHIND_FIRST), pulls, chances);
  }

  /**
   * The negatives, and before them one that is nobody: its vector is 0, and its column is where the
   * target's score goes, so that no scores are copied to make room for it.
   *
   * @param vectors (1 + k, D)
   * @param corrections what is added to their scores: (1 + k)
   */
  private record Rivals(NDArray vectors, NDArray corrections) {

    static Rivals of(NDManager step, NDArray others, Negatives drawn) {
      float[] corrections = new float[1 + drawn.count()];
      for (int i = 0; i < drawn.count(); i++) {
        corrections[1 + i] = -drawn.logChances()[i];
      }
      NDArray vectors = step.zeros(new Shape(corrections.length, others.getShape().get(1)));
      Inference.run(
          step,
          brief -> {
            vectors.set(BEHIND_FIRST, others);
            return brief;
          });
      return new Rivals(vectors, step.create(corrections));
    }

    /**
     * The scores of some states: (R, 1 + k).
     *
     * @param h the states: (R, D)
     * @param own the scores of their targets: (R, 1)
     */
    NDArray scores(NDArray h, NDArray own) {
      NDArray scores = Linear.linear(h, vectors, corrections).singletonOrThrow(); // (R, 1 + k)
      scores.set(new NDIndex(":, :1"), own);
      return scores;
    }
  }

  /**
   * Where a negative is the target itself, which does not compete with it.
   *
   * @param rows of the targets, ascending
   * @param columns of the negatives among the scores, one per row above
   */
  private record Twins(int[] rows, int[] columns) {

    static Twins of(int[] targets, int[] drawn) {
      Map<Integer, List<Integer>> places =
          IntStream.range(0, drawn.length)
              .boxed()
              .collect(Collectors.groupingBy(place -> drawn[place]));
      IntStream.Builder rows = IntStream.builder();
      IntStream.Builder columns = IntStream.builder();
      for (int row = 0; row < targets.length; row++) {
        for (int place : places.getOrDefault(targets[row], List.of())) {
          rows.add(row);
          columns.add(1 + place);
        }
      }
      return new Twins(rows.build().toArray(), columns.build().toArray());
    }

    /** Sets their scores, in the block that holds some of the rows. */
    void setIn(NDArray scores, ClosedForm.Rows some, float value) {
      int from = firstFrom(some.from());
      int to = firstFrom(some.to());
      if (from < to) {
        NDManager part = scores.getManager();
        long[] row = Arrays.stream(rows, from, to).mapToLong(one -> one - some.from()).toArray();
        long[] column = Arrays.stream(columns, from, to).asLongStream().toArray();
        float[] values = new float[to - from];
        Arrays.fill(values, value);
        scores.set(
            new NDIndex("{}, {}", part.create(row), part.create(column)), part.create(values));
      }
    }

    private int firstFrom(long row) {
      int first = 0;
      while (first < rows.length && rows[first] < row) {
        first++;
      }
      return first;
    }
  }
}
