package heed.sequence;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The right answers to a holdout that stand in the history of their own question already. */
final class RepeatedTargets {
  private final Holdout holdout;

  /** One bit per target, in the order of the holdout's targets. */
  private final BitSet repeated = new BitSet();

  RepeatedTargets(Holdout holdout) {
    this.holdout = holdout;
    int[] targets = holdout.targets();
    int[] offsets = holdout.offsets();
    int items = holdout.size() == 0 ? 0 : holdout.catalogue().size();
    int[] lastQuestion = new int[items + 1]; // Whose history holds the item, from 1.
    for (int question = 0; question < holdout.size(); question++) {
      History history = holdout.histories().get(question);
      for (int i = 0; i < history.length(); i++) {
        lastQuestion[history.item(i)] = question + 1;
      }
      for (int i = offsets[question]; i < offsets[question + 1]; i++) {
        repeated.set(i, lastQuestion[targets[i]] == question + 1);
      }
    }
  }

  int count() {
    return repeated.cardinality();
  }

  /** The holdout without these targets, and without the questions that have no others. */
  Holdout leftOut() {
    int[] targets = holdout.targets();
    long[] times = holdout.times();
    int[] users = holdout.users();
    int[] offsets = holdout.offsets();
    List<Integer> kept =
        IntStream.range(0, holdout.size())
            .filter(question -> newOf(offsets, question).findAny().isPresent())
            .boxed()
            .toList();
    int[] keptOffsets = new int[kept.size() + 1];
    for (int i = 0; i < kept.size(); i++) {
      keptOffsets[i + 1] = keptOffsets[i] + (int) newOf(offsets, kept.get(i)).count();
    }
    return new Holdout(
        kept.stream().map(holdout.histories()::get).toList(),
        kept.stream().flatMapToInt(q -> newOf(offsets, q).map(i -> targets[i])).toArray(),
        keptOffsets,
        kept.stream().mapToInt(q -> users[q]).toArray(),
        kept.stream().flatMapToLong(q -> newOf(offsets, q).mapToLong(i -> times[i])).toArray());
  }

  private IntStream newOf(int[] offsets, int question) {
    return IntStream.range(offsets[question], offsets[question + 1]).filter(i -> !repeated.get(i));
  }
}
