package heed.recommend.rule;

import heed.sequence.History;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Leaves these items out: bought, out of stock.
 *
 * @param ids what to leave out; ids that the catalogue lacks change nothing, and {@link #unknown}
 *     names them
 */
public record Exclude(Set<String> ids) implements Rule {

  public Exclude {
    ids = Set.copyOf(ids);
  }

  public static Exclude ids(String... ids) {
    return new Exclude(Set.of(ids));
  }

  /** The ids that leave nothing out, since the catalogue does not hold them: old or mistyped. */
  public List<String> unknown(Items items) {
    return items.unknown(ids);
  }

  @Override
  public BoundRule on(Items items) {
    ItemSet excluded =
        ItemSet.of(ids.stream().mapToInt(id -> items.catalogue().number(id)).toArray());
    return new BoundRule() {
      @Override
      public void filter(Candidates candidates) {
        candidates.exclude(excluded);
      }

      @Override
      public Optional<IntPredicate> competing(History history) {
        return Optional.of(item -> !excluded.contains(item));
      }
    };
  }
}
