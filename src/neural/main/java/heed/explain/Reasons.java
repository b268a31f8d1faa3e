package heed.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why an item was recommended, in words: "Aliens (1986), because of Alien (41%) and Heat (22%)".
 *
 * @param explainer who says so
 * @param item the title of what was recommended
 * @param reasons what spoke for it, the strongest first; empty if nothing did
 */
public record Reasons(String explainer, String item, List<Reason> reasons) implements Sentence {

  /**
   * One event that spoke for the item.
   *
   * @param title the event's
   * @param share of all that spoke for the item, in (0, 1]
   */
  public record Reason(String title, double share) {

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%s (%.0f%%)", title, 100 * share);
    }
  }

  public Reasons {
    reasons = List.copyOf(reasons);
  }

  static Reasons of(Attribution attribution, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("give at least 1 reason, asked for " + most);
    }
    double[] shares = attribution.shares();
    List<Reason> reasons = new ArrayList<>();
    for (int event : attribution.order()) {
      if (shares[event] > 0 && reasons.size() < most) {
        reasons.add(new Reason(attribution.history().titles().get(event), shares[event]));
      }
    }
    String item = attribution.history().catalogue().title(attribution.item());
    return new Reasons(attribution.explainer(), item, reasons);
  }

  /** The sentence. */
  @Override
  public String toString() {
    if (reasons.isEmpty()) {
      return item + ", though nothing in the history speaks for it";
    }
    String last = reasons.get(reasons.size() - 1).toString();
    String before =
        reasons.subList(0, reasons.size() - 1).stream()
            .map(Reason::toString)
            .collect(Collectors.joining(", "));
    return item + ", because of " + (before.isEmpty() ? "" : before + " and ") + last;
  }
}
