package heed.evaluation.replay;

import heed.evaluation.Predictions;
import heed.evaluation.TargetRanks;
import heed.evaluation.TopLists;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Questions with one right answer each, and answers to them, behind each other. */
final class Joined {

  private Joined() {}

  static Holdout holdouts(List<Holdout> parts) {
    List<History> histories = parts.stream().flatMap(part -> part.histories().stream()).toList();
    return new Holdout(
        histories,
        ints(parts, Holdout::targets),
        ints(parts, Holdout::users),
        parts.stream().flatMapToLong(part -> LongStream.of(part.times())).toArray());
  }

  /**
   * One recommender after the other, each over all parts.
   *
   * @param parts of each part, what each recommender answered
   */
  static List<Predictions> predictions(List<List<Predictions>> parts) {
    List<String> names = names(parts.get(0));
    for (List<Predictions> part : parts) {
      if (!names(part).equals(names)) {
        throw new IllegalArgumentException(
            "every training of a replay gives the same recommenders, found first "
                + names
                + " and later "
                + names(part));
      }
    }
    List<Predictions> joined = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int one = i;
      joined.add(join(parts.stream().map(part -> part.get(one)).toList()));
    }
    return joined;
  }

  private static List<String> names(List<Predictions> part) {
    return part.stream().map(Predictions::recommender).toList();
  }

  private static Predictions join(List<Predictions> parts) {
    List<TargetRanks> ranks = parts.stream().map(Predictions::targetRanks).toList();
    return new Predictions(
        parts.get(0).recommender(),
        new TargetRanks(
            ints(ranks, TargetRanks::above),
            ints(ranks, TargetRanks::tied),
            ints(ranks, TargetRanks::tiedBefore),
            ints(ranks, TargetRanks::candidates)),
        new TopLists(parts.get(0).lists().k(), ints(parts, part -> part.lists().items())));
  }

  private static <T> int[] ints(List<T> parts, Function<T, int[]> of) {
    return parts.stream().flatMapToInt(part -> IntStream.of(of.apply(part))).toArray();
  }
}
