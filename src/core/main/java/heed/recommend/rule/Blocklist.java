package heed.recommend.rule;

import heed.sequence.History;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Leaves out items that may change while lists are made. A list that is begun after {@link #block}
 * returns holds none of the blocked items. Ids that the catalogue lacks block nothing, and {@link
 * #unknown} names them. Safe to share between threads.
 */
public final class Blocklist implements Rule {

  private volatile Set<String> blocked = Set.of();

  /** What is blocked now. */
  public Set<String> ids() {
    return blocked;
  }

  /** What is blocked now and blocks nothing, since the catalogue does not hold it. */
  public List<String> unknown(Items items) {
    return items.unknown(blocked);
  }

  /** Blocks these ids too. */
  public synchronized void block(Collection<String> ids) {
    Set<String> more = new LinkedHashSet<>(blocked);
    more.addAll(ids);
    blocked = Set.copyOf(more);
  }

  /** Blocks these ids no longer. */
  public synchronized void unblock(Collection<String> ids) {
    Set<String> fewer = new LinkedHashSet<>(blocked);
    fewer.removeAll(ids);
    blocked = Set.copyOf(fewer);
  }

  @Override
  public BoundRule on(Items items) {
    return new Bound(items);
  }

  /** The numbers of what is blocked, found again only when that has changed. */
  private final class Bound implements BoundRule {

    private record Numbers(Set<String> ids, ItemSet items) {}

    private final Items items;
    private volatile Numbers numbers = new Numbers(Set.of(), ItemSet.of());

    Bound(Items items) {
      this.items = items;
    }

    @Override
    public void filter(Candidates candidates) {
      candidates.exclude(now());
    }

    @Override
    public Optional<IntPredicate> competing(History history) {
      ItemSet now = now();
      return Optional.of(item -> !now.contains(item));
    }

    private ItemSet now() {
      Set<String> now = blocked;
      Numbers known = numbers;
      if (known.ids() != now) {
        known =
            new Numbers(
                now,
                ItemSet.of(now.stream().mapToInt(id -> items.catalogue().number(id)).toArray()));
        numbers = known;
      }
      return known.items();
    }
  }
}
