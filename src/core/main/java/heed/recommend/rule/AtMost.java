package heed.recommend.rule;

/**
 * At most so many items of each brand, or of each category, in one list. Items of which nothing is
 * known are not limited.
 *
 * <p>Places are given in order of worth. With one such rule over a column of one value for each
 * item a list is short only if the rule leaves no choice. With several, or over several values for
 * each item, another choice might fill a place that stays empty; {@link #whileOthersRemain} fills
 * it.
 *
 * @param count at least 1
 * @param column of categories, or {@link Items#KINDS}
 * @param yielding whether further items of a brand come before an empty place
 */
public record AtMost(int count, String column, boolean yielding) implements Rule {

  public AtMost {
    if (count < 1) {
      throw new IllegalArgumentException(
          "at most 1 or more of each '" + column + "' may be chosen, found " + count);
    }
  }

  /** A strict limit: a place stays empty before it is broken. */
  public static AtMost of(int count, String column) {
    return new AtMost(count, column, false);
  }

  /** The same limit, which is broken before a place stays empty. */
  public AtMost whileOthersRemain() {
    return new AtMost(count, column, true);
  }

  @Override
  public BoundRule on(Items items) {
    Groups groups = items.groups(column);
    return new BoundRule() {
      @Override
      public Choice choice(Candidates candidates) {
        return new Limit(groups);
      }
    };
  }

  private final class Limit implements Choice {

    private final Groups groups;
    private final int[] chosen;

    Limit(Groups groups) {
      this.groups = groups;
      this.chosen = new int[groups.names().size()];
    }

    @Override
    public boolean allows(int item) {
      for (int group : groups.shared(item)) {
        if (chosen[group] >= count) {
          return false;
        }
      }
      return true;
    }

    @Override
    public boolean yields() {
      return yielding;
    }

    @Override
    public void chosen(int item) {
      for (int group : groups.shared(item)) {
        chosen[group]++;
      }
    }
  }
}
