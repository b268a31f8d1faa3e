package heed.contract.batch;

import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.List;
import java.util.Map;

/** Item 1 four times, item 2 twice, items 3 and 4 once, items 5 to 7 never. */
final class TwoUsers {

  private static final Catalogue SEVEN =
      Catalogue.of(List.of("a", "b", "c", "d", "e", "f", "g"), Map.of());

  static final Sequences LOG =
      Sequences.of(
          SEVEN,
          List.of("u", "v"),
          List.of(History.untimed(SEVEN, 1, 1, 2, 3), History.untimed(SEVEN, 1, 1, 2, 4)));

  private TwoUsers() {}

  /** The items of all events. */
  static int[] events() {
    return new int[] {1, 1, 2, 3, 1, 1, 2, 4};
  }
}
