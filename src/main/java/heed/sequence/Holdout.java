package heed.sequence;

import java.util.ArrayList;
import java.util.List;

/**
 * Questions with known answers: histories, and for each the item that truly came next.
 *
 * @param histories what the recommender sees
 * @param targets the item that came next, one a history, in 1..N
 */
public record Holdout(List<History> histories, int[] targets) {

  public Holdout {
    histories = List.copyOf(histories);
    targets = targets.clone();
    if (histories.size() != targets.length || targets.length == 0) {
      throw new IllegalArgumentException(
          "a holdout needs one target a history and at least one, found "
              + histories.size()
              + " histories and "
              + targets.length
              + " targets; users with fewer than 3 events cannot be tested");
    }
  }

  @Override
  public int[] targets() {
    return targets.clone();
  }

  /** How many questions there are. */
  public int size() {
    return targets.length;
  }

  /** Holds back the event that is {@code fromEnd} from the end of each long enough sequence. */
  static Holdout lastButOne(Sequences sequences, int fromEnd, int shortest) {
    List<History> histories = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    for (int user = 0; user < sequences.size(); user++) {
      int length = sequences.length(user);
      if (length >= shortest) {
        histories.add(sequences.history(user).withoutLast(fromEnd + 1));
        targets.add(sequences.item(user, length - 1 - fromEnd));
      }
    }
    return new Holdout(histories, targets.stream().mapToInt(Integer::intValue).toArray());
  }
}
