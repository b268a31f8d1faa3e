package heed.recommend.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trades fit for variety: maximal marginal relevance, Carbonell and Goldstein 1998. Each place goes
 * to the item with the highest (1 - dial) * fit + dial * (1 - likeness), where the likeness is that
 * to the most similar item chosen before, by the categories they share (Jaccard).
 *
 * @param dial in [0, 1]: 0 changes nothing
 * @param column of categories, or {@link Items#KINDS}
 */
public record Diversify(double dial, String column) implements Rule {

  public Diversify {
    Dial.require(dial);
  }

  @Override
  public BoundRule on(Items items) {
    Groups groups = items.groups(column);
    return new BoundRule() {
      @Override
      public Choice choice(Candidates candidates) {
        return dial == 0 ? Choice.FREE : new Variety(groups);
      }
    };
  }

  private static final class Nearest {
    private double likeness;
    private int compared;
  }

  private final class Variety implements Choice {

    private final Groups groups;
    private final List<Integer> chosen = new ArrayList<>();

    /** Of each item asked about: its highest likeness, and to how many chosen ones. */
    private final Map<Integer, Nearest> nearest = new HashMap<>();

    Variety(Groups groups) {
      this.groups = groups;
    }

    @Override
    public double worth(int item, double worth) {
      Nearest known = nearest.computeIfAbsent(item, asked -> new Nearest());
      for (; known.compared < chosen.size(); known.compared++) {
        int other = chosen.get(known.compared);
        known.likeness = Math.max(known.likeness, groups.likeness(item, other));
      }
      return (1 - dial) * worth + dial * (1 - known.likeness);
    }

    @Override
    public void chosen(int item) {
      chosen.add(item);
    }
  }
}
