package heed.recommend.rule;

import heed.sequence.History;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Leaves out all items but those for which a condition holds: a category, a price band. */
public record AllowOnly(Condition condition) implements Rule {

  @Override
  public BoundRule on(Items items) {
    ItemSet allowed = items.where(condition);
    return new BoundRule() {
      @Override
      public void filter(Candidates candidates) {
        candidates.keepOnly(allowed);
      }

      @Override
      public Optional<IntPredicate> competing(History history) {
        return Optional.of(allowed::contains);
      }
    };
  }
}
