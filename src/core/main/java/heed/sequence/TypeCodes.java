package heed.sequence;

import heed.log.Ids;
import heed.log.Interactions;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The types of some events, by name and by event.
 *
 * @param names in ascending order
 * @param codes the place of each event's type among the names, or -1 where it is not told; empty
 *     without names
 */
record TypeCodes(List<String> names, int[] codes) {

  static final TypeCodes NONE = new TypeCodes(List.of(), new int[0]);

  /** Of the rows of a log, in their order; an empty type is none. */
  static TypeCodes of(Interactions log) {
    return log.types().map(TypeCodes::of).orElse(NONE);
  }

  private static TypeCodes of(Ids types) {
    int[] codes = new int[types.size()];
    int untold = types.distinct().indexOf(""); // The first, if any, since names ascend.
    Arrays.setAll(codes, row -> types.code(row) - (untold == 0 ? 1 : 0));
    List<String> names = types.distinct().subList(untold + 1, types.distinct().size());
    return names.isEmpty() ? NONE : new TypeCodes(names, codes);
  }

  /** Of events one after the other; an empty type is none. */
  static TypeCodes of(List<String> types) {
    TreeSet<String> told = new TreeSet<>(types);
    told.remove("");
    List<String> names = List.copyOf(told);
    return names.isEmpty()
        ? NONE
        : new TypeCodes(names, types.stream().mapToInt(names::indexOf).toArray());
  }
}
