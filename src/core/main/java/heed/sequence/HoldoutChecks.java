package heed.sequence;

import java.util.Locale;
import java.util.stream.IntStream;

/** What the arrays of a {@link Holdout} have to be. */
final class HoldoutChecks {

  private HoldoutChecks() {}

  /** Refuses arrays whose lengths do not belong together. */
  static void requireSizes(int histories, int targets, int offsets, int users, int times) {
    if (users != histories || times != targets || offsets != histories + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a holdout needs a user and an offset per history, one offset more behind the last,"
                  + " and a time per target; found %,d histories, %,d users, %,d offsets, %,d"
                  + " targets and %,d times",
              histories,
              users,
              offsets,
              targets,
              times));
    }
  }

  static int[] oneEach(int histories, int targets) {
    if (histories != targets) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a holdout without offsets needs one target per history, found %,d histories and %,d"
                  + " targets",
              histories,
              targets));
    }
    return IntStream.rangeClosed(0, targets).toArray();
  }

  static void requireAscending(int[] offsets, int targets) {
    boolean fit = offsets[0] == 0 && offsets[offsets.length - 1] == targets;
    for (int question = 0; fit && question + 1 < offsets.length; question++) {
      fit = offsets[question] < offsets[question + 1];
    }
    if (!fit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "offsets ascend from 0 to the number of targets, %,d, and every question has at least"
                  + " one target; leave out questions without a right answer",
              targets));
    }
  }

  static void requireItems(int[] targets, int[] offsets, int items) {
    int[] lastQuestion = new int[items + 1]; // That an item is a target of, from 1.
    for (int question = 0; question + 1 < offsets.length; question++) {
      for (int i = offsets[question]; i < offsets[question + 1]; i++) {
        int target = targets[i];
        if (target < 1 || target > items) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "the targets are items of the catalogue, 1 to %,d; found %,d at question %,d",
                  items,
                  target,
                  question));
        }
        if (lastQuestion[target] == question + 1) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "item %,d is twice a target of question %,d; name it once, as Holdout.Builder"
                      + " does",
                  target,
                  question));
        }
        lastQuestion[target] = question + 1;
      }
    }
  }
}
