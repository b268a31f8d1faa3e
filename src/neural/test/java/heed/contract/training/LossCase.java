package heed.contract.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.batch.Inference;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.training.objective.Objective;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Numbers that an objective is asked about: T targets, each in a history of its own, N items, and
 * vectors of D numbers.
 *
 * @param states (T, D), row by row
 * @param vectors (N + 1, D), row by row
 * @param targets (T)
 */
record LossCase(
    Objective objective,
    int width,
    float[] states,
    float[] vectors,
    int[] targets,
    Negatives negatives) {

  /** Normal numbers of deviation one half, and the negatives that the objective asks for. */
  static LossCase of(Objective objective, int targets, int items, int width) {
    SplittableRandom random = new SplittableRandom(5);
    int[] next = IntStream.range(0, targets).map(i -> 1 + (3 * i + 1) % items).toArray();
    return new LossCase(
        objective,
        width,
        normal(random, targets * width),
        normal(random, (items + 1) * width),
        next,
        objective.sampling().over(log(items)).draw(batch(next, items), new Random(3)));
  }

  private static float[] normal(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian() / 2;
    }
    return numbers;
  }

  /** A user who took every item once: nothing is more popular than anything else. */
  private static Sequences log(int items) {
    Catalogue catalogue =
        Catalogue.of(IntStream.range(0, items).mapToObj(i -> "i" + i).toList(), Map.of());
    int[] all = IntStream.rangeClosed(1, items).toArray();
    return Sequences.of(catalogue, List.of("u"), List.of(History.untimed(catalogue, all)));
  }

  /** Histories of one event, so that each target is in a row of its own. */
  private static PaddedBatch batch(int[] targets, int items) {
    int rows = targets.length;
    int[] inputs = Arrays.stream(targets).map(item -> item % items + 1).toArray();
    return new PaddedBatch(
        rows, 1, inputs, new long[rows], IntStream.range(0, rows).toArray(), targets);
  }

  NDArray states(NDManager memory) {
    return memory.create(states, new Shape(targets.length, width));
  }

  NDArray vectors(NDManager memory) {
    return memory.create(vectors, new Shape(vectors.length / width, width));
  }

  NDArray targets(NDManager memory) {
    return memory.create(targets);
  }

  float loss() {
    try (NDManager manager = NDManager.newBaseManager()) {
      return Inference.run(
          manager,
          step ->
              objective.loss(states(step), vectors(step), targets(step), negatives)
                  .toFloatArray()[0]);
    }
  }

  /** The gradients of the states and of the item vectors, as autograd has them. */
  float[][] gradients() {
    try (NDManager step = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray states = states(step);
      NDArray vectors = vectors(step);
      states.setRequiresGradient(true);
      vectors.setRequiresGradient(true);
      collector.backward(objective.loss(states, vectors, targets(step), negatives));
      return new float[][] {
        states.getGradient().toFloatArray(), vectors.getGradient().toFloatArray()
      };
    }
  }

  /** The same gradients from the loss a little to both sides of each number. */
  float[][] differences(float distance) {
    float[][] slopes = {new float[states.length], new float[vectors.length]};
    for (int of = 0; of < 2; of++) {
      for (int i = 0; i < slopes[of].length; i++) {
        double above = moved(of == 0, i, distance).loss();
        double below = moved(of == 0, i, -distance).loss();
        slopes[of][i] = (float) ((above - below) / (2 * distance));
      }
    }
    return slopes;
  }

  private LossCase moved(boolean ofStates, int place, float by) {
    float[] changed = (ofStates ? states : vectors).clone();
    changed[place] += by;
    return ofStates ? with(changed, vectors) : with(states, changed);
  }

  private LossCase with(float[] states, float[] vectors) {
    return new LossCase(objective, width, states, vectors, targets, negatives);
  }

  /** States so many times as long. */
  LossCase times(float factor) {
    float[] longer = states.clone();
    for (int i = 0; i < longer.length; i++) {
      longer[i] *= factor;
    }
    return with(longer, vectors);
  }

  /** States that have gone a step against their gradient. */
  LossCase downhill(float rate) {
    float[] gradient = gradients()[0];
    float[] lower = states.clone();
    for (int i = 0; i < lower.length; i++) {
      lower[i] -= rate * gradient[i];
    }
    return with(lower, vectors);
  }

  /** Each target by itself, with the negatives that it has here. */
  List<LossCase> targetByTarget() {
    return IntStream.range(0, targets.length).mapToObj(this::single).toList();
  }

  private LossCase single(int target) {
    int count = negatives.count();
    int from = negatives.shared() ? 0 : target * count;
    Negatives own =
        count == 0
            ? negatives
            : new Negatives(
                count,
                negatives.among(),
                Arrays.copyOfRange(negatives.items(), from, from + count),
                Arrays.copyOfRange(negatives.logChances(), from, from + count),
                Arrays.copyOfRange(negatives.targetLogChances(), target, target + 1));
    float[] state = Arrays.copyOfRange(states, target * width, (target + 1) * width);
    return new LossCase(objective, width, state, vectors, new int[] {targets[target]}, own);
  }

  /** The same question over the vectors of targets and negatives alone, numbered anew. */
  LossCase ofItsItemsOnly() {
    int[] items =
        IntStream.concat(IntStream.of(targets), IntStream.of(negatives.items()))
            .distinct()
            .sorted()
            .toArray();
    float[] some = new float[(items.length + 1) * width];
    for (int i = 0; i < items.length; i++) {
      System.arraycopy(vectors, items[i] * width, some, (i + 1) * width, width);
    }
    Negatives renumbered =
        new Negatives(
            negatives.count(),
            negatives.among(),
            numbers(items, negatives.items()),
            negatives.logChances(),
            negatives.targetLogChances());
    return new LossCase(objective, width, states, some, numbers(items, targets), renumbered);
  }

  private static int[] numbers(int[] items, int[] some) {
    return IntStream.of(some).map(item -> 1 + Arrays.binarySearch(items, item)).toArray();
  }
}
