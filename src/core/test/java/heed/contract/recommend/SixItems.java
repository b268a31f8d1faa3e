package heed.contract.recommend;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A log of five users and six items, of which one was never taken; events a minute apart. */
public final class SixItems {

  public static final Catalogue CATALOGUE =
      Catalogue.of(List.of("a", "b", "c", "d", "e", "never"), Map.of());

  public static final Sequences TRAIN =
      Sequences.of(
          CATALOGUE,
          List.of("u", "v", "w", "x", "nobody"),
          List.of(
              of(1, 2, 3),
              of(1, 2, 4, 2),
              of(5, 1, 3),
              of(2, 3, 5, 4),
              History.untimed(CATALOGUE)));

  private SixItems() {}

  /** A history of these items. */
  public static History of(int... items) {
    return History.of(
        CATALOGUE, items, IntStream.range(0, items.length).mapToLong(i -> 60L * i).toArray());
  }

  /** A history of every item. */
  static History all() {
    return of(1, 2, 3, 4, 5, 6);
  }
}
