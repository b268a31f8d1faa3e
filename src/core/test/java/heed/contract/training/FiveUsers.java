package heed.contract.training;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Five users, each walking the catalogue from another place with another stride; every third event
 * is a purchase, the others are views.
 */
public final class FiveUsers {

  public static final int ITEMS = 20;

  private static final Catalogue TWENTY =
      Catalogue.of(IntStream.range(10, 10 + ITEMS).mapToObj(Integer::toString).toList(), Map.of());

  public static final Sequences LOG =
      Sequences.of(
          TWENTY,
          List.of("a", "b", "c", "d", "e"),
          IntStream.range(0, 5).mapToObj(FiveUsers::walk).toList());

  private FiveUsers() {}

  /** For how many users the first recommendation is what they took last. */
  public static double learntByHeart(Recommender recommender) {
    return IntStream.range(0, 5)
        .filter(
            user -> {
              History known = LOG.history(user).withoutLast(1);
              int first = recommender.recommend(known, 1).entries().get(0).item();
              return first == LOG.item(user, 6);
            })
        .count();
  }

  /** Strides that share no divisor with 20 meet no item twice. Events come faster and faster. */
  private static History walk(int user) {
    int stride = new int[] {1, 3, 7, 9, 11}[user];
    return History.of(
            TWENTY,
            IntStream.range(0, 7).map(i -> 1 + (5 * user + stride * i) % ITEMS).toArray(),
            IntStream.range(0, 7).mapToLong(i -> 1_000_000_000L - (50_000L >> i)).toArray())
        .withTypes(IntStream.range(0, 7).mapToObj(i -> i % 3 == 2 ? "buy" : "view").toList());
  }
}
