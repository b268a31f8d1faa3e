package heed.sequence;

import java.util.BitSet;

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
    BitSet kept = (BitSet) repeated.clone();
    kept.flip(0, holdout.targetCount());
    return holdout.withTargets(kept);
  }
}
